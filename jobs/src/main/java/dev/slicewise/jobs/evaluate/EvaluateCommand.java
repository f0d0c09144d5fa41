package dev.slicewise.jobs.evaluate;

import dev.slicewise.jobs.config.EvaluateConfig;
import dev.slicewise.jobs.config.EvaluateSettings;
import dev.slicewise.jobs.config.YamlFile;
import dev.slicewise.jobs.config.YamlNode;
import dev.slicewise.jobs.console.Terminal;
import dev.slicewise.jobs.failure.JobException;
import dev.slicewise.jobs.followup.FollowUp;
import dev.slicewise.jobs.followup.FollowUpOptions;
import java.nio.file.Path;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;

/** {@code slicewise evaluate}: metrics of predictions, for every slice. */
@Command(
    name = "evaluate",
    description = "Evaluate predictions: all metrics, for all slices, in one scan.",
    mixinStandardHelpOptions = true,
    sortOptions = false,
    abbreviateSynopsis = true,
    footer = {
      "",
      "A file given with --config holds the same settings: keys are the flags with _ for -, and"
          + " lists or maps named metrics, slices, options, roles and spark for what repeats here."
          + " Flags win over keys. A relative input is looked for in the working directory, then"
          + " beside the file."
    })
public final class EvaluateCommand implements Callable<Integer> {
  private final Terminal terminal;

  @Option(names = "--config", paramLabel = "FILE", description = "Settings in YAML or JSON.")
  private Path config;

  @Mixin private EvaluateSettings settings;

  @Mixin private FollowUpOptions followUps;

  @Option(names = "--jars", paramLabel = "FILES", description = "Jars with metrics of your own.")
  private String jars;

  @Option(names = "--verbose", description = "Show Spark's warnings, and where a run failed.")
  private boolean verbose;

  /** The command, writing to a terminal. */
  public EvaluateCommand(Terminal terminal) {
    this.terminal = terminal;
  }

  /** Whether the user wants to see where a run failed. */
  public boolean isVerbose() {
    return verbose;
  }

  @Override
  public Integer call() throws Exception {
    if (jars != null) {
      // bin/slicewise takes the flag out and puts the jars on the class path, where metrics are
      // looked for on every machine.
      throw JobException.usage(
          "expected --jars to be handled by bin/slicewise, found it here; start the JVM with the"
              + " jars on its class path, or give them to spark-submit --jars.");
    }
    EvaluateSettings said = config == null ? settings : settings.withFile(config);
    EvaluateConfig resolved = EvaluateConfig.of(said);
    YamlNode file = config == null ? null : YamlFile.read(config);
    // What belongs to a query differs with the slices, so queries cannot be rolled up.
    boolean rollsUp = resolved.group() == null;
    try (FollowUp followUp =
        FollowUp.of(followUps, file, resolved.metrics(), resolved.profile(), rollsUp)) {
      if (followUp.suppresses()
          && resolved.publish() != null
          && resolved.publish().timeColumn() != null) {
        throw JobException.usage(
            "expected --suppress-below without --time-column, found both: slices are joined within a"
                + " window, so publish the windows one by one.");
      }
      return new EvaluateJob(resolved, followUp, terminal, verbose).run();
    }
  }
}
