package dev.slicewise.jobs.evaluate;

import dev.slicewise.core.plan.Finish;
import dev.slicewise.jobs.command.Sessions;
import dev.slicewise.jobs.config.EvaluateConfig;
import dev.slicewise.jobs.console.DisplayText;
import dev.slicewise.jobs.console.NumberText;
import dev.slicewise.jobs.console.Progress;
import dev.slicewise.jobs.console.ResultPrinter;
import dev.slicewise.jobs.console.Terminal;
import dev.slicewise.jobs.failure.ExitCode;
import dev.slicewise.jobs.failure.JobException;
import dev.slicewise.jobs.followup.Findings;
import dev.slicewise.jobs.followup.FollowUp;
import dev.slicewise.jobs.input.InputSource;
import dev.slicewise.jobs.output.OutputDirectory;
import dev.slicewise.jobs.output.OutputTarget;
import dev.slicewise.spark.Evaluation;
import dev.slicewise.spark.EvaluationException;
import dev.slicewise.spark.EvaluationPreview;
import dev.slicewise.spark.SliceTable;
import java.io.IOException;
import java.time.Instant;
import java.util.List;
import org.apache.hadoop.fs.Path;
import org.apache.spark.sql.SparkSession;

/** One evaluation: check everything, read the rows once, publish, print. */
final class EvaluateJob {
  private final EvaluateConfig config;
  private final FollowUp followUp;
  private final Terminal terminal;
  private final boolean verbose;
  private final Instant started = Instant.now();

  EvaluateJob(EvaluateConfig config, FollowUp followUp, Terminal terminal, boolean verbose) {
    this.config = config;
    this.followUp = followUp;
    this.terminal = terminal;
    this.verbose = verbose;
  }

  int run() throws IOException {
    try (Sessions sessions =
        Sessions.open("slicewise evaluate", config.master(), config.spark(), verbose)) {
      SparkSession spark = sessions.session();
      InputSource input = InputSource.open(spark, config.input());
      OutputTarget target =
          config.output() == null
              ? null
              : OutputTarget.check(
                  config.output(), spark.sparkContext().hadoopConfiguration(), input.paths());
      Evaluation evaluation = evaluation(input);
      EvaluationPreview preview = preview(input, evaluation);
      followUp.prepare(
          spark,
          preview.plan(),
          config.slices(),
          new Finish(config.confidence(), config.invalid()));
      if (config.dryRun()) {
        DryRun.lines(config, input, preview).forEach(terminal.out()::println);
        return ExitCode.OK;
      }
      try (OutputDirectory output = target == null ? null : OutputDirectory.stage(target)) {
        return run(spark, input, evaluation, output);
      }
    }
  }

  private Evaluation evaluation(InputSource input) {
    Evaluation evaluation = Evaluation.of(input.rows());
    config.roles().forEach(evaluation::role);
    if (config.key() != null) {
      evaluation.key(config.key());
    }
    if (config.group() != null) {
      evaluation.group(config.group());
    }
    if (config.positiveLabel() != null) {
      evaluation.positiveLabel(config.positiveLabel());
    }
    config.metrics().forEach(metric -> evaluation.metrics(metric.text()));
    config.slices().forEach(evaluation::slices);
    if (config.confidence() > 0) {
      evaluation.confidence(config.confidence());
    } else {
      evaluation.withoutIntervals();
    }
    if (config.jackknife()) {
      evaluation.jackknife();
    }
    return evaluation.invalid(config.invalid());
  }

  /** A CSV or JSON file without rows has no types to complain about. */
  private EvaluationPreview preview(InputSource input, Evaluation evaluation) {
    try {
      return evaluation.preview();
    } catch (EvaluationException e) {
      if (input.isEmptyText()) {
        throw noRows();
      }
      throw e;
    }
  }

  private JobException noRows() {
    return JobException.tooLittleData(
        "expected rows to evaluate, found none in the input"
            + (config.input().where() == null
                ? "; nothing was written."
                : " that meet --where " + config.input().where() + "; nothing was written."));
  }

  private int run(
      SparkSession spark, InputSource input, Evaluation evaluation, OutputDirectory output)
      throws IOException {
    Survey survey;
    Findings findings;
    List<Path> leftovers = List.of();
    try (Progress progress =
        Progress.watch(terminal, spark.sparkContext(), config.print().quiet())) {
      progress.doing("evaluating");
      try (SliceTable table = evaluation.run()) {
        survey = Survey.of(table.iterator(), config.print());
        check(survey);
        findings = followUp.examine(table, config.print().worst());
        if (output != null) {
          RunRecord record = new RunRecord(config, started);
          progress.doing("writing results");
          new ResultFiles(config, table, spark).write(output, input, survey, record, findings);
          leftovers = output.publish();
        }
        findings.writeElsewhere();
      }
    }
    for (Path leftover : leftovers) {
      terminal.complain(
          "found "
              + leftover.toUri().getPath()
              + ", left by a run that was killed; delete it unless that run is still going.");
    }
    if (!config.print().quiet()) {
      print(input, survey, findings);
    }
    followUp.tell(
        "evaluate",
        config.output() == null ? null : config.output().runId(),
        config.output() == null ? null : config.output().directory(),
        findings,
        terminal);
    return findings.exitCode();
  }

  private void check(Survey survey) {
    if (survey.rows() == 0) {
      throw noRows();
    }
    if (survey.badWeights() > 0 && !config.badWeightsAccepted()) {
      throw JobException.usage(
          "expected weights that are finite and at least 0 in --weight "
              + config.roles().get("weight")
              + ", found "
              + NumberText.count(survey.badWeights())
              + " of "
              + NumberText.count(survey.rows())
              + " rows with a negative, NaN or infinite one; correct them, or say --invalid skip"
              + " to count and skip them.");
    }
  }

  private void print(InputSource input, Survey survey, Findings findings) {
    terminal.out().println(DisplayText.visible(input.name()));
    RowFacts.of(config.metrics(), survey.counters()).forEach(terminal.out()::println);
    terminal.out().println();
    if (config.print().limit() > 0) {
      new ResultPrinter(config.metrics(), terminal.width())
          .lines(survey.shown())
          .forEach(terminal.out()::println);
    }
    long hidden = survey.slices() - survey.shown().size() - survey.belowMinRows();
    if (hidden > 0) {
      terminal.out().println("… " + NumberText.count(hidden) + " more slices (--limit)");
    }
    if (survey.belowMinRows() > 0) {
      terminal
          .out()
          .println(
              NumberText.count(survey.belowMinRows())
                  + " slices of fewer than "
                  + NumberText.count(config.print().minRows())
                  + " rows are not shown (--min-rows)");
    }
    if (!findings.lines().isEmpty()) {
      terminal.out().println();
      findings.lines().forEach(terminal.out()::println);
    }
    if (config.output() != null) {
      terminal.out().println();
      terminal.out().println("Results are in " + DisplayText.visible(config.output().directory()));
    }
  }
}
