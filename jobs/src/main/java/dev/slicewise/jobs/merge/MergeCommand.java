package dev.slicewise.jobs.merge;

import dev.slicewise.core.metric.MetricCatalog;
import dev.slicewise.core.metric.NamedMetric;
import dev.slicewise.core.metric.Profile;
import dev.slicewise.core.plan.Finish;
import dev.slicewise.core.slice.SliceSpec;
import dev.slicewise.jobs.command.JobCommand;
import dev.slicewise.jobs.command.OutputOptions;
import dev.slicewise.jobs.config.FollowUpKeys;
import dev.slicewise.jobs.config.OutputConfig;
import dev.slicewise.jobs.config.PublishConfig;
import dev.slicewise.jobs.console.Terminal;
import dev.slicewise.jobs.failure.Failures;
import dev.slicewise.jobs.failure.JobException;
import dev.slicewise.jobs.followup.FollowUp;
import dev.slicewise.jobs.followup.FollowUpOptions;
import dev.slicewise.jobs.store.WindowUnit;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Locale;
import org.apache.spark.sql.SparkSession;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;

/** {@code slicewise merge}: from stored states to longer windows and coarser slices. */
@Command(
    name = "merge",
    description =
        "Merge stored states: days to weeks, finer slices to coarser ones, shards to a whole. No row"
            + " is read; the results are those of evaluating all rows at once, to the bit.",
    mixinStandardHelpOptions = true,
    sortOptions = false,
    abbreviateSynopsis = true)
public final class MergeCommand extends JobCommand {
  /** One window from the first one's start to the last one's end. */
  private static final String ALL = "all";

  @Option(
      names = "--state-table",
      paramLabel = "LOCATION",
      description =
          "State table to read: a directory, delta:DIRECTORY or iceberg:TABLE, as evaluate wrote.")
  private String stateTable;

  @Option(
      names = "--states",
      paramLabel = "PATH",
      description =
          "Instead: output directories of evaluate whose rows are different ones (repeatable).")
  private List<String> states;

  @Option(
      names = "--model",
      paramLabel = "NAME",
      description = "Whose states, where the table has several (repeatable); the name for --into.")
  private List<String> models;

  @Option(
      names = "--plan",
      paramLabel = "FINGERPRINT",
      description = "Which states, where windows were evaluated with different suites.")
  private String plan;

  @Option(
      names = "--from",
      paramLabel = "TIME",
      description = "First window: 2026-11-01, 2026-11-01T06:00 or 2026-11-01T06:00Z.")
  private String from;

  @Option(names = "--to", paramLabel = "TIME", description = "The end of the last window.")
  private String to;

  @Option(
      names = "--window",
      paramLabel = "UNIT",
      description = "Windows to make: day, week, month, quarter, year, or all (default) for one.")
  private String window;

  @Option(
      names = "--slice",
      paramLabel = "DIMENSIONS",
      description =
          "Slice definition to make, from the stored one or a finer one; \"\" is all rows"
              + " (repeatable; default: those stored).")
  private List<String> slices;

  @Option(
      names = "--metrics",
      paramLabel = "LIST",
      description =
          "Metrics to report, whatever the states remember enough for (repeatable; default: those"
              + " evaluated, in alphabetical order).")
  private List<String> metrics;

  @Option(
      names = "--confidence",
      paramLabel = "LEVEL",
      description = "Level of confidence intervals; 0 for none (default: 0.95).")
  private Double confidence;

  @Option(
      names = "--into",
      paramLabel = "LOCATION",
      description = "State table to publish the merged states to; another one.")
  private String into;

  @Mixin private OutputOptions output;

  @Mixin private FollowUpOptions followUps;

  private Question question;

  /** The command, writing to a terminal. */
  public MergeCommand(Terminal terminal) {
    super(terminal);
  }

  @Override
  public List<String> sections() {
    return FollowUpKeys.SECTIONS;
  }

  @Override
  protected void check() {
    if ((stateTable == null) == (states == null)) {
      throw JobException.usage(
          stateTable == null
              ? "expected --state-table LOCATION or --states DIR, found neither."
              : "expected --state-table or --states, found both.");
    }
    if (states != null) {
      refuse("--plan", plan);
      refuse("--from", from);
      refuse("--to", to);
      refuse("--window", window);
      expectDifferent(states);
    }
    OutputConfig directory = output.config();
    if ((directory == null) == (into == null)) {
      throw JobException.usage(
          into == null
              ? "expected --out DIR or --into LOCATION, found neither."
              : "expected --out or --into, found both.");
    }
    if (into != null && into.equals(stateTable)) {
      throw JobException.usage(
          "expected another state table for --into, found the one that is read; in one table,"
              + " windows and what they are merged to would count the same rows twice.");
    }
    if (into != null && states != null && (models == null || models.size() != 1)) {
      throw JobException.usage(
          "expected one --model NAME to publish merged directories as, found "
              + (models == null ? "none." : models.size() + "."));
    }
    question =
        new Question(
            models == null ? List.of() : List.copyOf(new LinkedHashSet<>(models)),
            plan,
            from,
            to,
            window == null || window.toLowerCase(Locale.ROOT).equals(ALL) ? null : unit(window),
            specs(),
            named(),
            finish());
  }

  private static void refuse(String flag, String value) {
    if (value != null) {
      throw JobException.usage("expected --state-table with " + flag + ", found --states.");
    }
  }

  private static void expectDifferent(List<String> directories) {
    for (int i = 0; i < directories.size(); i++) {
      if (directories.subList(0, i).contains(directories.get(i))) {
        throw JobException.usage(
            "expected different directories for --states, found "
                + directories.get(i)
                + " twice; its rows would count twice.");
      }
    }
  }

  private static WindowUnit unit(String said) {
    return PublishConfig.unit(said);
  }

  private List<SliceSpec> specs() {
    try {
      return slices == null
          ? List.of()
          : List.copyOf(new LinkedHashSet<>(slices.stream().map(SliceSpec::parse).toList()));
    } catch (IllegalArgumentException e) {
      throw JobException.usage("--slice: " + Failures.sentence(e.getMessage()), e);
    }
  }

  private List<NamedMetric> named() {
    try {
      return metrics == null
          ? List.of()
          : MetricCatalog.standard().parseList(String.join(",", metrics));
    } catch (IllegalArgumentException e) {
      throw JobException.usage(Failures.sentence(e.getMessage()), e);
    }
  }

  private Finish finish() {
    try {
      return confidence == null ? Finish.DEFAULT : new Finish(confidence, Finish.DEFAULT.invalid());
    } catch (IllegalArgumentException e) {
      throw JobException.usage("--confidence: " + Failures.sentence(e.getMessage()), e);
    }
  }

  @Override
  protected int run(SparkSession session) throws Exception {
    OutputConfig directory = output.config();
    String runId = directory == null ? output.runId() : directory.runId();
    try (FollowUp followUp =
        FollowUp.of(followUps, configuration(), question.metrics(), Profile.SLICEWISE, true)) {
      if (directory == null) {
        followUp.expectNothing("--into");
      }
      MergeJob job = new MergeJob(question, session, terminal(), isQuiet(), runId);
      return job.run(stateTable, states, directory, into, followUp);
    }
  }
}
