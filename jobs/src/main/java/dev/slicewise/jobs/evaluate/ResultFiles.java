package dev.slicewise.jobs.evaluate;

import dev.slicewise.jobs.config.EvaluateConfig;
import dev.slicewise.jobs.findings.Findings;
import dev.slicewise.jobs.followup.Judgement;
import dev.slicewise.jobs.input.InputSource;
import dev.slicewise.jobs.output.OutputDirectory;
import dev.slicewise.jobs.output.RowFacts;
import dev.slicewise.jobs.output.RunJson;
import dev.slicewise.jobs.output.Survey;
import dev.slicewise.jobs.output.TableFiles;
import dev.slicewise.jobs.report.HtmlReport;
import dev.slicewise.jobs.report.Questions;
import dev.slicewise.jobs.report.ReportContent;
import dev.slicewise.jobs.report.ReportInput;
import dev.slicewise.spark.SliceTable;
import java.io.IOException;
import java.io.Writer;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.apache.spark.sql.SparkSession;

/** The files of an output directory. */
final class ResultFiles {
  private final EvaluateConfig config;
  private final SliceTable table;
  private final SparkSession spark;

  ResultFiles(EvaluateConfig config, SliceTable table, SparkSession spark) {
    this.config = config;
    this.table = table;
    this.spark = spark;
  }

  /** Writes all but the record, which comes last and is returned as far as it goes. */
  Map<String, Object> write(
      OutputDirectory output,
      InputSource input,
      Survey survey,
      RunRecord record,
      Judgement findings)
      throws IOException {
    Map<String, Object> run = record.of(input, table.plan(), survey, spark);
    findings.record(run);
    findings.write(output);
    TableFiles.write(output, table, spark);
    try (Writer out = output.text("report.html")) {
      HtmlReport.write(out, report(output, input, survey, run));
    }
    return run;
  }

  /** The metrics, and whatever files of findings lie beside them already. */
  private ReportContent report(
      OutputDirectory output, InputSource input, Survey survey, Map<String, Object> run)
      throws IOException {
    ReportInput evaluation =
        new ReportInput(
            "Evaluation of " + input.name(),
            facts(input, survey),
            table::iterator,
            config.slices(),
            config.metrics(),
            config.confidence(),
            run);
    return ReportContent.of(
        evaluation,
        Questions.answers(table),
        Findings.written(
            output.path("gates.json").getParent(), spark.sparkContext().hadoopConfiguration()));
  }

  /** Writes the record, which says that all is there. */
  void writeRecord(OutputDirectory output, Map<String, Object> run, RunRecord record)
      throws IOException {
    run.put("timings", record.timings());
    RunJson.write(output, run);
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
