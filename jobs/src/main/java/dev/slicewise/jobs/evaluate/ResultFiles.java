package dev.slicewise.jobs.evaluate;

import dev.slicewise.jobs.config.EvaluateConfig;
import dev.slicewise.jobs.input.InputSource;
import dev.slicewise.jobs.output.MetricsJson;
import dev.slicewise.jobs.output.OutputDirectory;
import dev.slicewise.jobs.output.RunJson;
import dev.slicewise.jobs.report.HtmlReport;
import dev.slicewise.jobs.report.ReportInput;
import dev.slicewise.spark.SliceTable;
import java.io.IOException;
import java.io.Writer;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.apache.spark.sql.Dataset;
import org.apache.spark.sql.Row;
import org.apache.spark.sql.SaveMode;
import org.apache.spark.sql.SparkSession;

/** The files of an output directory; the record comes last. */
final class ResultFiles {
  /** Up to here one Parquet file is enough. */
  private static final long FEW_SLICES = 50_000;

  private final EvaluateConfig config;
  private final SliceTable table;
  private final SparkSession spark;

  ResultFiles(EvaluateConfig config, SliceTable table, SparkSession spark) {
    this.config = config;
    this.table = table;
    this.spark = spark;
  }

  void write(OutputDirectory output, InputSource input, Survey survey, RunRecord record)
      throws IOException {
    Map<String, Object> run = record.of(input, table.plan(), survey, spark);
    parquet(table.toDataFrame(spark), output, "metrics");
    parquet(table.states(spark), output, "states");
    try (Writer out = output.text("metrics.json")) {
      MetricsJson.write(out, table.iterator());
    }
    try (Writer out = output.text("report.html")) {
      HtmlReport.write(
          out,
          new ReportInput(
              "Evaluation of " + input.name(),
              facts(input, survey),
              table::iterator,
              config.slices(),
              config.metrics(),
              config.confidence(),
              run));
    }
    run.put("timings", record.timings());
    RunJson.write(output, run);
  }

  private void parquet(Dataset<Row> rows, OutputDirectory output, String name) {
    Dataset<Row> files = table.sliceCount() <= FEW_SLICES ? rows.coalesce(1) : rows;
    files
        .write()
        .mode(SaveMode.ErrorIfExists)
        .option("mapreduce.fileoutputcommitter.marksuccessfuljobs", "false")
        .parquet(output.path(name).toString());
  }

  private List<String> facts(InputSource input, Survey survey) {
    List<String> facts = new ArrayList<>();
    Map<String, Object> identity = input.identity();
    facts.add("input: " + input.name() + " (" + identity.get("format") + ")");
    if (config.input().where() != null) {
      facts.add("rows where " + config.input().where());
    }
    config.roles().forEach((role, column) -> facts.add(role + ": " + column));
    facts.addAll(RowFacts.of(config.metrics(), survey.counters()));
    return facts;
  }
}
