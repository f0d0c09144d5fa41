package dev.slicewise.jobs.gate;

import dev.slicewise.core.gate.Verdict;
import dev.slicewise.core.interval.Interval;
import dev.slicewise.core.metric.MetricValue;
import dev.slicewise.core.metric.ParameterInfo;
import dev.slicewise.core.plan.MetricResult;
import dev.slicewise.core.slice.SliceResult;
import dev.slicewise.jobs.console.Labels;
import java.io.IOException;
import java.io.Writer;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/**
 * Results in the OpenMetrics text format, without timestamps, as Prometheus' node exporter picks
 * files up. Slices and gates are values of labels, so that names of the data never become names of
 * the format.
 */
public final class OpenMetricsText {
  private final Map<String, Map<String, String>> samples = new LinkedHashMap<>();
  private final Map<String, String> help = new LinkedHashMap<>();

  /** An empty text. */
  public OpenMetricsText() {
    family("slicewise_metric", "Value of a metric in a slice.");
    family("slicewise_metric_low", "Lower end of its confidence interval.");
    family("slicewise_metric_high", "Upper end of its confidence interval.");
    family("slicewise_rows", "Rows of a slice.");
    family("slicewise_gate_failed", "1 where a gate failed in a slice, else 0.");
    family("slicewise_gate_inconclusive", "1 where the rows cannot tell, else 0.");
    family("slicewise_run_verdict", "1 for the verdict of the run, 0 for the others.");
  }

  private void family(String name, String meaning) {
    samples.put(name, new LinkedHashMap<>());
    help.put(name, meaning);
  }

  /** Adds the metrics of a slice that are numbers. */
  public void add(SliceResult slice) {
    String where = Labels.slice(slice);
    sample("slicewise_rows", slice.rows(), "slice", where);
    for (MetricResult result : slice.metrics()) {
      if (result.value() instanceof MetricValue.Scalar scalar) {
        String metric = result.metric().text();
        sample("slicewise_metric", scalar.value(), "metric", metric, "slice", where);
        Interval interval = result.interval();
        if (interval != null && interval.low() != null) {
          sample("slicewise_metric_low", interval.low(), "metric", metric, "slice", where);
        }
        if (interval != null && interval.high() != null) {
          sample("slicewise_metric_high", interval.high(), "metric", metric, "slice", where);
        }
      }
    }
  }

  /** Adds verdicts. */
  public void add(List<GateResult> results, Verdict run) {
    for (GateResult result : results) {
      for (GateLine line : result.lines()) {
        String gate = result.gate().name();
        String slice = Labels.slice(line.slice());
        int failed = line.verdict() == Verdict.FAIL ? 1 : 0;
        int open = line.verdict() == Verdict.INCONCLUSIVE ? 1 : 0;
        sample("slicewise_gate_failed", failed, "gate", gate, "slice", slice);
        sample("slicewise_gate_inconclusive", open, "gate", gate, "slice", slice);
      }
    }
    for (Verdict verdict : Verdict.values()) {
      int holds = verdict == run ? 1 : 0;
      sample("slicewise_run_verdict", holds, "verdict", GatesJson.word(verdict));
    }
  }

  private void sample(String family, double value, String... labels) {
    StringBuilder line = new StringBuilder(family).append('{');
    for (int i = 0; i < labels.length; i += 2) {
      line.append(i == 0 ? "" : ",");
      line.append(labels[i]).append("=\"").append(escaped(labels[i + 1])).append('"');
    }
    // Twice the same labels would be no valid file; definitions can have slices of one name.
    samples.get(family).putIfAbsent(line.append("} ").toString(), number(value));
  }

  private static String escaped(String label) {
    return label.replace("\\", "\\\\").replace("\n", "\\n").replace("\"", "\\\"");
  }

  private static String number(double value) {
    if (Double.isInfinite(value)) {
      return value > 0 ? "+Inf" : "-Inf";
    }
    return ParameterInfo.text(value);
  }

  /** Writes everything; the writer stays open. */
  public void write(Writer out) throws IOException {
    for (Map.Entry<String, Map<String, String>> family : samples.entrySet()) {
      if (!family.getValue().isEmpty()) {
        out.write("# TYPE " + family.getKey() + " gauge\n");
        out.write("# HELP " + family.getKey() + " " + help.get(family.getKey()) + "\n");
        for (Map.Entry<String, String> sample : family.getValue().entrySet()) {
          out.write(sample.getKey() + sample.getValue() + "\n");
        }
      }
    }
    out.write("# EOF\n");
  }
}
