package dev.slicewise.jobs.followup;

import dev.slicewise.core.gate.Verdict;
import dev.slicewise.core.slice.SliceResult;
import dev.slicewise.jobs.failure.ExitCode;
import dev.slicewise.jobs.gate.GateResult;
import dev.slicewise.jobs.gate.GateText;
import dev.slicewise.jobs.gate.GatesJson;
import dev.slicewise.jobs.gate.JUnitXml;
import dev.slicewise.jobs.gate.OpenMetricsText;
import dev.slicewise.jobs.output.OutputDirectory;
import dev.slicewise.spark.SliceTable;
import java.io.IOException;
import java.io.Writer;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;

/** What came of a run beyond its metrics. */
public final class Findings {
  /** With more slices, only those of all rows go to Prometheus, which keeps a series for each. */
  private static final long MOST_SERIES = 1_000;

  private final SliceTable table;
  private final List<GateResult> gates;
  private final String openMetrics;

  Findings(SliceTable table, List<GateResult> gates, String openMetrics) {
    this.table = table;
    this.gates = gates;
    this.openMetrics = openMetrics;
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
  }

  /** Writes the files of an output directory. */
  public void write(OutputDirectory output) throws IOException {
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

  /** Writes files that lie elsewhere; to be called while the table is open. */
  public void writeElsewhere() throws IOException {
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
    List<String> lines = new ArrayList<>();
    if (!gates.isEmpty()) {
      lines.add("Gates");
      lines.addAll(GateText.lines(gates));
    }
    return lines;
  }
}
