package dev.slicewise.jobs.merge;

import dev.slicewise.core.slice.SliceSpec;
import dev.slicewise.jobs.console.NumberText;
import dev.slicewise.jobs.failure.ExitCode;
import dev.slicewise.jobs.findings.Findings;
import dev.slicewise.jobs.followup.Judgement;
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
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.apache.spark.sql.SparkSession;

/** The files of a merge: those of an evaluation. */
final class MergedFiles {
  private final Merged merged;
  private final SliceTable table;
  private final String source;
  private final Survey survey;
  private final double confidence;

  MergedFiles(Merged merged, SliceTable table, String source, Survey survey, double confidence) {
    this.merged = merged;
    this.table = table;
    this.source = source;
    this.survey = survey;
    this.confidence = confidence;
  }

  void write(OutputDirectory output, SparkSession spark, RunJson run, Judgement findings)
      throws IOException {
    run.verdict("ok", ExitCode.OK)
        .put("input", source)
        .put("merged", merged.record())
        .put("rows", survey.counters())
        .put("slices", slices())
        .put("plan", TableFiles.record(table.plan()));
    findings.record(run);
    findings.write(output);
    TableFiles.write(output, table, spark);
    try (Writer out = output.text("report.html")) {
      ReportInput report = report(run.content());
      HtmlReport.write(
          out,
          ReportContent.of(
              report,
              Questions.answers(table),
              Findings.written(
                  output.path("gates.json").getParent(),
                  spark.sparkContext().hadoopConfiguration())));
    }
    run.write(output);
  }

  private Map<String, Object> slices() {
    Map<String, Object> slices = new LinkedHashMap<>();
    slices.put("count", survey.slices());
    slices.put("definitions", table.definitions().stream().map(SliceSpec::names).toList());
    return slices;
  }

  private ReportInput report(Map<String, Object> content) {
    List<String> facts = new ArrayList<>(List.of("states: " + source));
    if (merged.selection() != null) {
      facts.add("model: " + merged.selection().model());
      facts.add(NumberText.count(merged.selection().publications().size()) + " publications");
      if (merged.selection().window() != null) {
        facts.add("window: " + merged.selection().window());
      }
      merged.selection().gaps().forEach(gap -> facts.add("nothing published for " + gap));
    }
    facts.addAll(RowFacts.of(table.metrics(), survey.counters()));
    return new ReportInput(
        "Merged states of " + source,
        facts,
        table::iterator,
        table.definitions(),
        table.metrics(),
        confidence,
        content);
  }
}
