package dev.slicewise.jobs.followup;

import dev.slicewise.core.slice.SliceResult;
import dev.slicewise.jobs.config.OutputConfig;
import dev.slicewise.jobs.config.YamlNode;
import dev.slicewise.jobs.gate.GatesJson;
import dev.slicewise.jobs.sink.Mlflow;
import dev.slicewise.jobs.sink.PostgresTable;
import dev.slicewise.jobs.sink.RunFacts;
import java.util.Map;

/** Tables and services of others that get the metrics as well; either may be null. */
record Sinks(PostgresTable table, Mlflow mlflow) {
  static Sinks of(String metricsTable, YamlNode file, Map<String, String> environment) {
    return new Sinks(
        PostgresTable.of(metricsTable, file, environment), Mlflow.of(file, environment));
  }

  boolean isEmpty() {
    return table == null && mlflow == null;
  }

  /** Asks what can be asked before rows are read. */
  void check() {
    if (table != null) {
      table.check();
    }
  }

  void write(RunFacts said, Judgement findings) {
    if (isEmpty()) {
      return;
    }
    String runId = said.runId() == null ? OutputConfig.runId(null) : said.runId();
    RunFacts run = new RunFacts(said.command(), runId, said.model(), said.output());
    if (table != null) {
      table.write(run, findings.table());
    }
    if (mlflow != null) {
      mlflow.log(
          run,
          findings.table(),
          whole(findings),
          Map.of("slicewise.verdict", GatesJson.word(findings.verdict())));
    }
  }

  private static SliceResult whole(Judgement findings) {
    for (SliceResult slice : findings.table()) {
      if (slice.dimensions().isEmpty()) {
        return slice;
      }
    }
    return null;
  }
}
