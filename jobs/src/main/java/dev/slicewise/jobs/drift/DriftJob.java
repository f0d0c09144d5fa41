package dev.slicewise.jobs.drift;

import dev.slicewise.core.compare.DriftColumn;
import dev.slicewise.core.compare.DriftQuestions;
import dev.slicewise.core.compare.DriftThresholds;
import dev.slicewise.core.drift.DriftVerdict;
import dev.slicewise.core.metric.NamedMetric;
import dev.slicewise.core.metric.ParameterInfo;
import dev.slicewise.core.metric.drift.ColumnQuestion;
import dev.slicewise.jobs.config.OutputConfig;
import dev.slicewise.jobs.console.DisplayText;
import dev.slicewise.jobs.console.Progress;
import dev.slicewise.jobs.console.Terminal;
import dev.slicewise.jobs.failure.Failures;
import dev.slicewise.jobs.failure.JobException;
import dev.slicewise.jobs.output.JsonLines;
import dev.slicewise.jobs.output.OutputDirectory;
import dev.slicewise.jobs.output.OutputTarget;
import dev.slicewise.jobs.output.RunJson;
import java.io.IOException;
import java.io.Writer;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.apache.hadoop.fs.Path;
import org.apache.spark.sql.Row;
import org.apache.spark.sql.SaveMode;
import org.apache.spark.sql.SparkSession;
import org.apache.spark.sql.types.StructType;

/** One comparison: understand both sides, read them once, ask everything, publish, print. */
final class DriftJob {
  private final SparkSession spark;
  private final QuestionOptions asked;
  private final OutputConfig config;
  private final SideSource source;
  private final DriftQuestions questions;
  private final RunJson record;
  private final String runId;

  DriftJob(
      SparkSession spark,
      SideOptions sides,
      QuestionOptions asked,
      DriftThresholds limits,
      OutputConfig config) {
    this.spark = spark;
    this.asked = asked;
    this.config = config;
    this.runId = config == null ? null : config.runId();
    this.record = new RunJson("drift", runId);
    this.source = SideSource.open(spark, sides, asked);
    this.questions = questions(source, asked, limits);
  }

  private static DriftQuestions questions(
      SideSource source, QuestionOptions asked, DriftThresholds limits) {
    try {
      return DriftQuestions.of(
          source.columns(),
          asked.driftMethods(),
          source.metrics(),
          new DriftQuestions.Rules(limits, asked.confidence, asked.minRows));
    } catch (IllegalArgumentException e) {
      throw JobException.usage(Failures.sentence(e.getMessage()), e);
    }
  }

  int run(Terminal terminal, boolean quiet) throws IOException {
    OutputTarget target =
        config == null
            ? null
            : OutputTarget.check(
                config, spark.sparkContext().hadoopConfiguration(), source.paths());
    if (target != null) {
      source.refuseOverlap(target.directory());
    }
    List<Finding> findings;
    Outcome outcome;
    List<Path> leftovers = List.of();
    try (OutputDirectory output = target == null ? null : OutputDirectory.stage(target);
        Progress progress = Progress.watch(terminal, spark.sparkContext(), quiet)) {
      progress.doing("reading both sides");
      try (Sides sides = source.read(questions)) {
        expectWindows(sides);
        DatabricksTables tables = new DatabricksTables(questions, sides.unit(), runId);
        findings = new Comparer(sides, questions, tables).findings();
        outcome = Outcome.of(findings);
        if (output != null) {
          progress.doing("writing results");
          write(output, sides, tables, findings, outcome);
          leftovers = output.publish();
        }
      }
    }
    leftovers.forEach(
        leftover ->
            terminal.complain(
                "found "
                    + leftover.toUri().getPath()
                    + ", left by a run that was killed; delete it unless that run is still going."));
    if (!quiet) {
      terminal.out().println(DisplayText.visible(source.name()));
      DriftPrinter.lines(findings, outcome, asked.limit, terminal.width())
          .forEach(terminal.out()::println);
      if (config != null) {
        terminal.out().println();
        terminal.out().println("Results are in " + DisplayText.visible(config.directory()));
      }
    }
    return outcome.exitCode();
  }

  private static void expectWindows(Sides sides) {
    for (int i = 0; i < sides.windows().size(); i++) {
      if (sides.isCurrent(i)) {
        return;
      }
    }
    throw SideSource.nothing(
        "windows to compare besides the baseline " + sides.baseline(),
        sides.windows().size() + " windows, all of them of the baseline or outside of --from");
  }

  private void write(
      OutputDirectory output,
      Sides sides,
      DatabricksTables tables,
      List<Finding> findings,
      Outcome outcome)
      throws IOException {
    try (Writer out = output.text("drift.json")) {
      JsonLines.write(out, mapped(findings));
    }
    try (Writer out = output.text("distributions.json")) {
      JsonLines.write(out, new Distributions(sides, questions.columns()));
    }
    parquet(output, "profile_metrics", tables.profiles(), DatabricksTables.PROFILE);
    parquet(output, "drift_metrics", tables.drifts(), DatabricksTables.DRIFT);
    parquet(output, "findings", FindingsTable.rows(findings, runId), FindingsTable.SCHEMA);
    record
        .verdict(outcome.verdict(), outcome.exitCode())
        .put("configuration", configuration())
        .put("input", source.record())
        .put("windows", sides.record())
        .put("findings", outcome.record())
        .put("questions", thresholds())
        .put("conventions", conventions())
        .put("plan", Map.of("fingerprint", sides.table().plan().fingerprintText()))
        .write(output);
  }

  private static Iterable<Map<String, Object>> mapped(List<Finding> findings) {
    return () -> findings.stream().map(Finding::json).iterator();
  }

  private void parquet(OutputDirectory output, String name, List<Row> rows, StructType schema) {
    spark
        .createDataFrame(rows, schema)
        .coalesce(1)
        .write()
        .mode(SaveMode.ErrorIfExists)
        .option("mapreduce.fileoutputcommitter.marksuccessfuljobs", "false")
        .parquet(output.path(name).toString());
  }

  private Map<String, Object> configuration() {
    Map<String, Object> said = new LinkedHashMap<>();
    List<Map<String, Object>> columns = new ArrayList<>();
    for (DriftColumn column : questions.columns()) {
      Map<String, Object> one = new LinkedHashMap<>();
      one.put("name", column.name());
      one.put("kind", ParameterInfo.text(column.kind()));
      one.put("type", column.type());
      columns.add(one);
    }
    said.put("columns", columns);
    said.put("roles", asked.roleColumns());
    said.put("metrics", source.metrics().stream().map(NamedMetric::text).toList());
    said.put("slices", asked.slices);
    said.put("min_rows", asked.minRows);
    said.put("confidence", asked.confidence);
    said.put("out", config.directory());
    said.put("overwrite", config.overwrite());
    return said;
  }

  /** Every question with the limit in force. */
  private List<Map<String, Object>> thresholds() {
    List<Map<String, Object>> all = new ArrayList<>();
    questions
        .byColumn()
        .forEach(
            (column, ofColumn) -> {
              for (ColumnQuestion question : ofColumn) {
                Map<String, Object> one = new LinkedHashMap<>();
                one.put("column", column.name());
                one.put("method", question.method());
                one.put("params", question.parameters());
                one.put("below", question.limit() == null ? null : question.limit().below());
                one.put("above", question.limit() == null ? null : question.limit().above());
                all.add(one);
              }
            });
    questions
        .ofMetrics()
        .forEach(
            question ->
                all.add(
                    new LinkedHashMap<>(
                        Map.of("method", question.method(), "params", question.parameters()))));
    return all;
  }

  private Map<String, Object> conventions() {
    Map<String, Object> conventions = new LinkedHashMap<>();
    conventions.put("verdicts", "by size; p-values are shown and decide nothing");
    conventions.put(
        DriftVerdict.INCONCLUSIVE.name().toLowerCase(java.util.Locale.ROOT),
        "fewer than min_rows usable rows a side; beyond the limit but within noise_95, what one in"
            + " twenty samples of these sizes is without drift; an interval across the limit");
    conventions.put(
        "p_adjusted",
        "Benjamini-Hochberg over slices and columns, by comparison, window and method");
    conventions.put("bins", "cut at quantiles of the reference; in distributions.json");
    conventions.put("slice_null", "NULL is a slice value of its own");
    conventions.put("session_time_zone", spark.conf().get("spark.sql.session.timeZone"));
    return conventions;
  }
}
