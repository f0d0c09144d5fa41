package dev.slicewise.jobs.reporting;

import dev.slicewise.core.plan.Finish;
import dev.slicewise.core.plan.MetricResult;
import dev.slicewise.core.slice.SliceResult;
import dev.slicewise.core.slice.SliceSpec;
import dev.slicewise.jobs.failure.Failures;
import dev.slicewise.jobs.failure.JobException;
import dev.slicewise.jobs.findings.Findings;
import dev.slicewise.jobs.findings.MetricsFile;
import dev.slicewise.jobs.findings.ResultDirectory;
import dev.slicewise.jobs.report.Questions;
import dev.slicewise.jobs.report.ReportContent;
import dev.slicewise.jobs.report.ReportInput;
import dev.slicewise.jobs.report.Series;
import dev.slicewise.spark.SliceTable;
import java.util.Collections;
import java.util.Iterator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.function.Supplier;
import org.apache.spark.sql.Dataset;
import org.apache.spark.sql.Row;
import org.apache.spark.sql.SparkSession;

/** What lies in output directories, as a report's content. */
final class DirectoryContent {
  private static final String STATES = "states";
  private static final double USUAL_CONFIDENCE = 0.95;

  private final List<ResultDirectory> directories;
  private final String title;
  private final SparkSession spark;

  DirectoryContent(List<ResultDirectory> directories, String title, SparkSession spark) {
    this.directories = directories;
    this.title = title;
    this.spark = spark;
  }

  ReportContent content() {
    ResultDirectory evaluated = evaluated();
    MetricsFile metrics = evaluated == null ? null : new MetricsFile(evaluated);
    RunFacts facts = new RunFacts(directories);
    Supplier<Iterator<SliceResult>> slices =
        metrics == null ? Collections::emptyIterator : metrics::slices;
    double confidence = evaluated == null ? USUAL_CONFIDENCE : confidence(evaluated);
    ReportInput input =
        new ReportInput(
            title == null ? facts.title() : title,
            facts.facts(),
            slices,
            metrics == null ? List.of() : facts.definitions(evaluated, metrics.definitions()),
            metrics == null ? List.of() : metrics.metrics(),
            confidence,
            runs());
    List<MetricResult> answers =
        evaluated == null || !evaluated.has(STATES) ? List.of() : answers(evaluated, confidence);
    return new ReportContent(input, answers, Findings.read(directories), new Series());
  }

  /** The directory whose metrics lead; those beside a comparison are only its own sides. */
  private ResultDirectory evaluated() {
    List<ResultDirectory> found =
        directories.stream()
            .filter(directory -> directory.has(MetricsFile.NAME))
            .filter(directory -> !"compare".equals(directory.run().get("command")))
            .toList();
    if (found.size() > 1) {
      throw JobException.usage(
          "expected at most one directory with "
              + MetricsFile.NAME
              + ", found it in "
              + found.get(0).name()
              + " and "
              + found.get(1).name()
              + "; merge them with `slicewise merge`, or make two reports.");
    }
    return found.isEmpty() ? null : found.get(0);
  }

  private static double confidence(ResultDirectory directory) {
    Object said = RunFacts.configuration(directory).get("confidence");
    return said instanceof Number number ? number.doubleValue() : USUAL_CONFIDENCE;
  }

  /** What each run says about itself; of several by the directory's name. */
  private Map<String, Object> runs() {
    if (directories.size() == 1) {
      return directories.get(0).run();
    }
    Map<String, Object> runs = new LinkedHashMap<>();
    directories.forEach(directory -> runs.put(directory.name(), directory.run()));
    return runs;
  }

  private List<MetricResult> answers(ResultDirectory directory, double confidence) {
    try {
      Dataset<Row> states = spark.read().parquet(directory.path(STATES).toString());
      // Older directories do not say which definition a state belongs to.
      if (!List.of(states.columns()).contains("definition")) {
        return List.of();
      }
      Dataset<Row> all = states.filter(states.col("definition").equalTo(SliceSpec.ALL.text()));
      if (all.isEmpty()) {
        return List.of();
      }
      Finish finish = new Finish(confidence, Finish.DEFAULT.invalid());
      try (SliceTable table = SliceTable.read(all, finish)) {
        return Questions.answers(table);
      }
    } catch (JobException e) {
      throw e;
    } catch (RuntimeException e) {
      throw JobException.usage(
          "cannot read " + STATES + " in " + directory.name() + ": " + Failures.problem(e), e);
    }
  }
}
