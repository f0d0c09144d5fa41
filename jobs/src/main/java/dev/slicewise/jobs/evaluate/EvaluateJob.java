package dev.slicewise.jobs.evaluate;

import dev.slicewise.core.plan.Finish;
import dev.slicewise.core.slice.SliceResult;
import dev.slicewise.jobs.command.Sessions;
import dev.slicewise.jobs.config.EvaluateConfig;
import dev.slicewise.jobs.console.NumberText;
import dev.slicewise.jobs.console.Progress;
import dev.slicewise.jobs.console.Terminal;
import dev.slicewise.jobs.failure.ExitCode;
import dev.slicewise.jobs.failure.Failures;
import dev.slicewise.jobs.failure.JobException;
import dev.slicewise.jobs.followup.FollowUp;
import dev.slicewise.jobs.followup.Judgement;
import dev.slicewise.jobs.input.InputSource;
import dev.slicewise.jobs.output.OutputDirectory;
import dev.slicewise.jobs.output.OutputTarget;
import dev.slicewise.jobs.output.Survey;
import dev.slicewise.jobs.sink.RunFacts;
import dev.slicewise.spark.Evaluation;
import dev.slicewise.spark.EvaluationException;
import dev.slicewise.spark.EvaluationPreview;
import dev.slicewise.spark.SliceTable;
import java.io.IOException;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Iterator;
import java.util.List;
import java.util.Map;
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
      Publishing publishing = Publishing.check(config.publish(), spark, paths(input, target));
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
        return run(spark, input, evaluation, output, publishing);
      }
    }
  }

  private static List<Path> paths(InputSource input, OutputTarget target) {
    List<Path> paths = new ArrayList<>(input.paths());
    if (target != null) {
      paths.add(target.directory());
    }
    return paths;
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
      SparkSession spark,
      InputSource input,
      Evaluation evaluation,
      OutputDirectory output,
      Publishing publishing)
      throws IOException {
    Survey survey;
    Judgement findings;
    int exitCode;
    List<Path> leftovers = List.of();
    try (Progress progress =
        Progress.watch(terminal, spark.sparkContext(), config.print().quiet())) {
      progress.doing("evaluating");
      try (SliceTable whole = evaluation.run();
          SliceTable table = followUp.shown(spark, whole)) {
        Iterator<SliceResult> results = table.iterator();
        survey =
            Survey.of(publishing == null ? results : publishing.noting(results), config.print());
        check(survey);
        if (publishing != null) {
          publishing.check(survey, config.badRowsAccepted());
        }
        findings = followUp.examine(table, config.print().worst());
        RunRecord record = new RunRecord(config, started);
        ResultFiles files = new ResultFiles(config, table, spark);
        Map<String, Object> run = null;
        if (output != null) {
          progress.doing("writing results");
          run = files.write(output, input, survey, record, findings);
        }
        if (publishing != null) {
          progress.doing("publishing states");
          publishing.publish(table);
        }
        if (output != null) {
          leftovers = publish(output, files, run, record, publishing);
        }
        exitCode = followUp.deliver(facts(), findings, terminal);
      }
    }
    for (Path leftover : leftovers) {
      terminal.complain(
          "found "
              + leftover.toUri().getPath()
              + ", left by a run that was killed; delete it unless that run is still going.");
    }
    if (!config.print().quiet()) {
      new Summary(config, terminal).print(input, survey, findings, publishing);
    }
    return exitCode;
  }

  private RunFacts facts() {
    String published = config.publish() == null ? null : config.publish().runId();
    return new RunFacts(
        "evaluate",
        config.output() == null ? published : config.output().runId(),
        config.publish() == null ? null : config.publish().model(),
        config.output() == null ? null : config.output().directory());
  }

  private List<Path> publish(
      OutputDirectory output,
      ResultFiles files,
      Map<String, Object> run,
      RunRecord record,
      Publishing publishing)
      throws IOException {
    try {
      if (publishing != null) {
        run.put("state_table", publishing.record());
      }
      files.writeRecord(output, run, record);
      return output.publish();
    } catch (IOException e) {
      if (publishing == null) {
        throw e;
      }
      throw JobException.failed(
          "the states are published in "
              + config.publish().location()
              + ", but --out "
              + config.output().directory()
              + " could not be written: "
              + Failures.sentence(String.valueOf(e.getMessage()))
              + " The same command again does both.",
          e);
    }
  }

  private void check(Survey survey) {
    if (survey.rows() == 0) {
      throw noRows();
    }
    if (survey.badWeights() > 0 && !config.badRowsAccepted()) {
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
}
