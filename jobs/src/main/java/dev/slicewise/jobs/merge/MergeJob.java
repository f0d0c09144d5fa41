package dev.slicewise.jobs.merge;

import dev.slicewise.core.metric.MetricCatalog;
import dev.slicewise.core.metric.MetricInfo.Direction;
import dev.slicewise.core.plan.EvaluationPlan;
import dev.slicewise.core.plan.StateCodec;
import dev.slicewise.core.plan.Suite;
import dev.slicewise.jobs.config.EvaluateConfig.PrintConfig;
import dev.slicewise.jobs.config.OutputConfig;
import dev.slicewise.jobs.console.DisplayText;
import dev.slicewise.jobs.console.NumberText;
import dev.slicewise.jobs.console.ResultPrinter;
import dev.slicewise.jobs.console.Terminal;
import dev.slicewise.jobs.failure.ExitCode;
import dev.slicewise.jobs.failure.Failures;
import dev.slicewise.jobs.failure.JobException;
import dev.slicewise.jobs.followup.FollowUp;
import dev.slicewise.jobs.followup.Judgement;
import dev.slicewise.jobs.output.OutputDirectory;
import dev.slicewise.jobs.output.OutputTarget;
import dev.slicewise.jobs.output.RowFacts;
import dev.slicewise.jobs.output.RunJson;
import dev.slicewise.jobs.output.Survey;
import dev.slicewise.jobs.sink.RunFacts;
import dev.slicewise.jobs.store.Publication;
import dev.slicewise.jobs.store.StateTable;
import dev.slicewise.spark.SliceTable;
import java.io.IOException;
import java.time.ZoneId;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.apache.hadoop.fs.Path;
import org.apache.spark.sql.Dataset;
import org.apache.spark.sql.Row;
import org.apache.spark.sql.SparkSession;

/** One merge: choose the states, merge them, write or publish what came of it. */
final class MergeJob {
  private static final int LINES = 50;

  private final Question question;
  private final SparkSession spark;
  private final Terminal terminal;
  private final boolean quiet;
  private final String runId;
  private final ZoneId zone;
  private final RunJson run;

  MergeJob(Question question, SparkSession spark, Terminal terminal, boolean quiet, String runId) {
    this.question = question;
    this.spark = spark;
    this.terminal = terminal;
    this.quiet = quiet;
    this.runId = runId;
    this.zone = ZoneId.of(spark.conf().get("spark.sql.session.timeZone"), ZoneId.SHORT_IDS);
    this.run = new RunJson("merge", runId);
  }

  /**
   * Does it.
   *
   * @param location of the state table, or null
   * @param states the output directories, or null
   * @param output where to write, or null
   * @param into the state table to publish to, or null
   * @param followUp what follows the results in a directory
   * @return the exit code
   */
  int run(String location, List<String> states, OutputConfig output, String into, FollowUp followUp)
      throws IOException {
    List<Merged> merged = new ArrayList<>();
    try {
      List<Path> inputs = new ArrayList<>();
      if (location == null) {
        List<StatesDirectory> directories =
            states.stream().map(name -> StatesDirectory.open(spark, name)).toList();
        directories.forEach(directory -> inputs.add(directory.path()));
        OutputTarget target = target(output, inputs);
        merged.add(Merged.of(directories, question));
        return finish(merged, String.join(", ", states), target, into, inputs, followUp);
      }
      StateTable table = StateTable.open(spark, location);
      List<Selection> selections = Selection.of(table.publications(), question, zone);
      if (output != null && selections.size() > 1) {
        throw JobException.usage(
            "expected one --model with --out, found "
                + selections.size()
                + "; merge them one by one, or --into a state table.");
      }
      OutputTarget target = target(output, inputs);
      if (target != null) {
        table.refuseOverlap(List.of(target.directory()));
      }
      for (Selection selection : selections) {
        expectOnePlan(table, selection);
        merged.add(Merged.of(table, selection, question, zone));
      }
      return finish(merged, location, target, into, inputs, followUp);
    } finally {
      merged.forEach(Merged::close);
    }
  }

  private OutputTarget target(OutputConfig output, List<Path> inputs) {
    return output == null
        ? null
        : OutputTarget.check(output, spark.sparkContext().hadoopConfiguration(), inputs);
  }

  /** States of two plans are refused here with what differs, before any of them is merged. */
  private static void expectOnePlan(StateTable table, Selection selection) {
    Map<String, EvaluationPlan> plans = new LinkedHashMap<>();
    for (Publication one : selection.publications()) {
      if (!plans.containsKey(one.fingerprint())) {
        byte[] state = (byte[]) table.rows(one).select("state").head().get(0);
        Suite suite = Suite.parse(StateCodec.storedSuite(state), MetricCatalog.standard());
        plans.put(one.fingerprint(), EvaluationPlan.of(suite));
      }
    }
    List<EvaluationPlan> different = List.copyOf(plans.values());
    for (EvaluationPlan other : different.subList(1, different.size())) {
      try {
        different.get(0).expectSame(other);
      } catch (IllegalArgumentException e) {
        throw JobException.usage(
            "the windows of model "
                + DisplayText.visible(selection.model())
                + " were evaluated with different suites: "
                + Failures.sentence(e.getMessage())
                + " Choose windows with --from and --to, or states with --plan "
                + String.join(" or --plan ", plans.keySet())
                + ".",
            e);
      }
    }
  }

  private int finish(
      List<Merged> merged,
      String source,
      OutputTarget target,
      String into,
      List<Path> inputs,
      FollowUp followUp)
      throws IOException {
    if (target != null) {
      return write(merged.get(0), source, target, followUp);
    }
    StateTable table = StateTable.openOrNew(spark, into);
    table.refuseOverlap(inputs);
    Dataset<Row> rows = null;
    for (Merged one : merged) {
      String model = one.selection() == null ? question.models().get(0) : one.selection().model();
      Dataset<Row> states = one.rows(spark, model, question.unit(), zone, runId);
      rows = rows == null ? states : rows.union(states);
    }
    List<Publication> published = table.publish(rows);
    if (!quiet) {
      merged.forEach(this::say);
      for (Publication one : published) {
        terminal
            .out()
            .println(
                "States of model "
                    + DisplayText.visible(one.model())
                    + ", "
                    + one.window()
                    + ": "
                    + NumberText.count(one.slices())
                    + " slices of "
                    + NumberText.count(one.rows())
                    + " rows are in "
                    + DisplayText.visible(into));
      }
    }
    return ExitCode.OK;
  }

  private void say(Merged merged) {
    Selection selection = merged.selection();
    if (selection != null) {
      terminal
          .out()
          .println(
              "Merged "
                  + NumberText.count(selection.publications().size())
                  + " publications of model "
                  + DisplayText.visible(selection.model())
                  + (selection.window() == null ? "" : ", " + selection.window()));
      selection.gaps().forEach(gap -> terminal.out().println("Nothing was published for " + gap));
    }
    for (String text : merged.leftOut()) {
      terminal.out().println("Not merged: slices by '" + DisplayText.visible(text) + "'");
    }
  }

  private int write(Merged merged, String source, OutputTarget target, FollowUp followUp)
      throws IOException {
    SliceTable whole = merged.table();
    followUp.prepare(spark, whole.plan(), whole.definitions(), whole.finish());
    try (SliceTable table = followUp.shown(spark, whole)) {
      return write(merged, table, source, target, followUp);
    }
  }

  private int write(
      Merged merged, SliceTable table, String source, OutputTarget target, FollowUp followUp)
      throws IOException {
    PrintConfig print = new PrintConfig(null, Direction.NONE, quiet ? 0 : LINES, 1, quiet);
    Survey survey = Survey.of(table.iterator(), print);
    MergedFiles files =
        new MergedFiles(merged, table, source, survey, question.finish().confidence());
    Judgement findings = followUp.examine(table, null);
    List<Path> leftovers;
    try (OutputDirectory output = OutputDirectory.stage(target)) {
      files.write(output, spark, run, findings);
      leftovers = output.publish();
    }
    for (Path leftover : leftovers) {
      terminal.complain(
          "found "
              + leftover.toUri().getPath()
              + ", left by a run that was killed; delete it unless that run is still going.");
    }
    if (!quiet) {
      say(merged);
      RowFacts.of(table.metrics(), survey.counters()).forEach(terminal.out()::println);
      terminal.out().println();
      new ResultPrinter(table.metrics(), terminal.width())
          .lines(survey.shown())
          .forEach(terminal.out()::println);
      terminal.out().println();
      findings.lines().forEach(terminal.out()::println);
      terminal.out().println("Results are in " + target.directory().toUri().getPath());
    }
    String directory = target.directory().toUri().getPath();
    String model = merged.selection() == null ? null : merged.selection().model();
    return followUp.deliver(new RunFacts("merge", runId, model, directory), findings, terminal);
  }
}
