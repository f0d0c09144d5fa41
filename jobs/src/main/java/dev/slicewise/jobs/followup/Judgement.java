package dev.slicewise.jobs.followup;

import dev.slicewise.core.gate.Verdict;
import dev.slicewise.core.metric.NamedMetric;
import dev.slicewise.core.slice.SliceResult;
import dev.slicewise.core.slice.Standout;
import dev.slicewise.jobs.failure.ExitCode;
import dev.slicewise.jobs.gate.GateResult;
import dev.slicewise.jobs.gate.GateText;
import dev.slicewise.jobs.gate.GatesJson;
import dev.slicewise.jobs.gate.JUnitXml;
import dev.slicewise.jobs.gate.OpenMetricsText;
import dev.slicewise.jobs.output.OutputDirectory;
import dev.slicewise.jobs.output.RunJson;
import dev.slicewise.jobs.worst.WorstFiles;
import dev.slicewise.spark.SliceTable;
import java.io.IOException;
import java.io.Writer;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;

/** What came of a run beyond its metrics. */
public final class Judgement {
  /** With more slices, only those of all rows go to Prometheus, which keeps a series for each. */
  private static final long MOST_SERIES = 1_000;

  private final SliceTable table;
  private final List<GateResult> gates;
  private final Map<NamedMetric, List<Standout>> worst;
  private final String openMetrics;
  private final Map<String, Object> suppression;

  Judgement(
      SliceTable table,
      List<GateResult> gates,
      Map<NamedMetric, List<Standout>> worst,
      String openMetrics,
      Map<String, Object> suppression) {
    this.table = table;
    this.gates = gates;
    this.worst = worst;
    this.openMetrics = openMetrics;
    this.suppression = suppression;
  }

  /** The results themselves. */
  SliceTable table() {
    return table;
  }

  /** What came of the gates, in the order of the configuration. */
  public List<GateResult> gates() {
    return gates;
  }

  /** The verdict on the run: a failure of any gate, else a doubt about any. */
  public Verdict verdict() {
    return gates.stream().map(GateResult::counted).reduce(Verdict.PASS, Verdict::and);
  }

  /** What the process returns. */
  public int exitCode() {
    return switch (verdict()) {
      case PASS -> ExitCode.OK;
      case FAIL -> ExitCode.FAILED_GATE;
      case INCONCLUSIVE -> ExitCode.TOO_LITTLE_DATA;
    };
  }

  /** Puts verdict, exit code and sections into the content of {@code run.json}. */
  public void record(Map<String, Object> run) {
    if (!gates.isEmpty()) {
      run.put("verdict", GatesJson.word(verdict()));
      run.put("exit_code", exitCode());
      run.put("gates", GatesJson.summary(gates));
    }
    if (suppression != null) {
      run.put("suppression", suppression);
    }
  }

  /** The same for a record in the making. */
  public void record(RunJson run) {
    if (!gates.isEmpty()) {
      run.verdict(GatesJson.word(verdict()), exitCode());
      run.put("gates", GatesJson.summary(gates));
    }
    if (suppression != null) {
      run.put("suppression", suppression);
    }
  }

  /** Writes the files of an output directory. */
  public void write(OutputDirectory output) throws IOException {
    writeWorst(output);
    if (!gates.isEmpty()) {
      try (Writer out = output.text("gates.json")) {
        GatesJson.write(out, gates);
      }
      try (Writer out = output.text("gates.xml")) {
        JUnitXml.write(out, gates);
      }
      try (Writer out = output.text("metrics.prom")) {
        openMetrics().write(out);
      }
    }
  }

  private void writeWorst(OutputDirectory output) throws IOException {
    if (!worst.isEmpty()) {
      try (Writer out = output.text("worst.json")) {
        WorstFiles.json(out, worst);
      }
    }
  }

  /** Writes files that lie elsewhere. */
  void writeElsewhere() throws IOException {
    if (openMetrics != null) {
      AtomicFile.write(openMetrics, openMetrics()::write);
    }
  }

  private OpenMetricsText openMetrics() {
    OpenMetricsText text = new OpenMetricsText();
    boolean all = table.sliceCount() <= MOST_SERIES;
    for (SliceResult slice : table) {
      if (all || slice.dimensions().isEmpty()) {
        text.add(slice);
      }
    }
    text.add(gates, verdict());
    return text;
  }

  /** Lines for people; none when there is nothing to say. */
  public List<String> lines() {
    List<String> lines = new ArrayList<>(WorstFiles.lines(worst));
    if (!gates.isEmpty()) {
      if (!lines.isEmpty()) {
        lines.add("");
      }
      lines.add("Gates");
      lines.addAll(GateText.lines(gates));
    }
    return lines;
  }
}
