package dev.slicewise.jobs.command;

import dev.slicewise.jobs.config.Pairs;
import dev.slicewise.jobs.config.YamlFile;
import dev.slicewise.jobs.config.YamlNode;
import dev.slicewise.jobs.console.Terminal;
import dev.slicewise.jobs.failure.JobException;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.concurrent.Callable;
import org.apache.spark.sql.SparkSession;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.Spec;

/** A command that runs on Spark: what all of them can be told, and the session they run in. */
public abstract class JobCommand implements Callable<Integer> {
  private final Terminal terminal;

  @Spec private CommandSpec spec;

  @Option(names = "--config", paramLabel = "FILE", description = "Settings in YAML or JSON.")
  private Path config;

  @Option(
      names = "--master",
      paramLabel = "URL",
      description = "Where Spark runs (default: local[*], or what spark-submit says).")
  private String master;

  @Option(
      names = "--spark",
      paramLabel = "KEY=VALUE",
      description = "A property of Spark, such as spark.sql.shuffle.partitions=64 (repeatable).")
  private List<String> spark;

  @Option(names = "--jars", paramLabel = "FILES", description = "Jars with metrics of your own.")
  private String jars;

  @Option(names = "--quiet", negatable = true, description = "Print nothing but complaints.")
  private boolean quiet;

  @Option(names = "--verbose", description = "Show Spark's warnings, and where a run failed.")
  private boolean verbose;

  /** A command, writing to a terminal. */
  protected JobCommand(Terminal terminal) {
    this.terminal = terminal;
  }

  /**
   * Keys of the {@code --config} file that hold more than a flag can say; the command reads them
   * from {@link #configuration} itself.
   */
  public List<String> sections() {
    return List.of();
  }

  /** Checks what was said, before Spark is started. */
  protected void check() {}

  /** Does the work and returns the exit code. */
  protected abstract int run(SparkSession session) throws Exception;

  @Override
  public final Integer call() throws Exception {
    if (jars != null) {
      // bin/slicewise takes the flag out and puts the jars on the class path, where metrics are
      // looked for on every machine.
      throw JobException.usage(
          "expected --jars to be handled by bin/slicewise, found it here; start the JVM with the"
              + " jars on its class path, or give them to spark-submit --jars.");
    }
    Map<String, String> properties = Pairs.of("--spark", spark);
    check();
    try (Sessions sessions =
        Sessions.open("slicewise " + spec.name(), master, properties, verbose)) {
      return run(sessions.session());
    }
  }

  /** The file of {@code --config}, read again; null without one. */
  protected YamlNode configuration() {
    return config == null ? null : YamlFile.read(config);
  }

  /** Where results and complaints go. */
  protected Terminal terminal() {
    return terminal;
  }

  /** Whether nothing but complaints is printed. */
  protected boolean isQuiet() {
    return quiet;
  }

  /** Whether the user wants to see where a run failed. */
  public boolean isVerbose() {
    return verbose;
  }
}
