package dev.slicewise.jobs.compare;

import dev.slicewise.core.metric.NamedMetric;
import dev.slicewise.core.slice.SliceSpec;
import dev.slicewise.jobs.command.JobCommand;
import dev.slicewise.jobs.command.OutputOptions;
import dev.slicewise.jobs.config.OutputConfig;
import dev.slicewise.jobs.console.DisplayText;
import dev.slicewise.jobs.console.Progress;
import dev.slicewise.jobs.console.Terminal;
import dev.slicewise.jobs.failure.ExitCode;
import dev.slicewise.jobs.failure.JobException;
import dev.slicewise.jobs.input.InputSource;
import dev.slicewise.jobs.output.OutputDirectory;
import dev.slicewise.jobs.output.OutputTarget;
import dev.slicewise.jobs.output.RunJson;
import dev.slicewise.jobs.output.TableFiles;
import dev.slicewise.spark.SliceTable;
import java.io.IOException;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.apache.hadoop.fs.Path;
import org.apache.spark.sql.SparkSession;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;

/** {@code slicewise compare}: which model is better, where, and how sure that is. */
@Command(
    name = "compare",
    description =
        "Compare models: on the same rows in one scan, or the stored states of different rows.",
    mixinStandardHelpOptions = true,
    sortOptions = false,
    abbreviateSynopsis = true)
public final class CompareCommand extends JobCommand {
  @Mixin private CompareOptions options;
  @Mixin private OutputOptions output;

  private CompareConfig config;
  private OutputConfig target;
  private PairedRun paired;
  private RunJson record;

  /** The command, writing to a terminal. */
  public CompareCommand(Terminal terminal) {
    super(terminal);
  }

  @Override
  protected void check() {
    config = CompareConfig.of(options);
    target = output.config();
    record = new RunJson("compare", target == null ? null : target.runId());
    paired = config.states() == null ? new PairedRun(config) : null;
  }

  @Override
  protected int run(SparkSession session) throws IOException {
    if (paired == null) {
      List<Path> read = config.states().stream().map(Path::new).toList();
      try (OutputDirectory directory = stage(session, read)) {
        CompareResult result = new StatesRun(config, session).result();
        return finish(result, null, session, directory);
      }
    }
    InputSource input = InputSource.open(session, config.input());
    try (OutputDirectory directory = stage(session, input.paths());
        Progress progress = Progress.watch(terminal(), session.sparkContext(), isQuiet())) {
      progress.doing("comparing");
      try (SliceTable table = paired.evaluate(input.rows())) {
        if (table.rowCount() == 0) {
          throw JobException.tooLittleData(
              "expected rows to compare, found none in the input; nothing was written.");
        }
        record.put("input", input.identity());
        progress.doing("writing results");
        return finish(paired.result(table), table, session, directory);
      }
    }
  }

  private OutputDirectory stage(SparkSession session, List<Path> read) {
    return target == null
        ? null
        : OutputDirectory.stage(
            OutputTarget.check(target, session.sparkContext().hadoopConfiguration(), read));
  }

  private int finish(
      CompareResult result, SliceTable table, SparkSession session, OutputDirectory directory)
      throws IOException {
    if (directory != null) {
      new CompareFiles(directory).comparisons(result, config);
      if (table != null) {
        TableFiles.write(directory, table, session);
        record.put("rows", table.rowCount());
        record.put("plan", TableFiles.record(table.plan()));
      }
      record.put("configuration", settings());
      record.put("verdicts", Lines.counts(result.lines()));
      record.verdict(Lines.verdict(result.lines()), ExitCode.OK);
      record.write(directory);
      for (Path leftover : directory.publish()) {
        terminal()
            .complain(
                "found "
                    + leftover.toUri().getPath()
                    + ", left by a run that was killed; delete it unless that run is still going.");
      }
    }
    if (!isQuiet()) {
      new ComparePrinter(config, terminal().width())
          .lines(result)
          .forEach(terminal().out()::println);
      if (target != null) {
        terminal().out().println();
        terminal().out().println("Results are in " + DisplayText.visible(target.directory()));
      }
    }
    return ExitCode.OK;
  }

  private Map<String, Object> settings() {
    Map<String, Object> said = new LinkedHashMap<>();
    if (config.input() != null) {
      said.put("input", config.input().path());
      said.put("sql", config.input().sql());
      said.put("format", config.input().format());
      said.put("options", RunJson.redacted(config.input().options()));
      said.put("where", config.input().where());
    }
    said.put("states", config.states());
    said.put("models", config.models());
    said.put("columns", config.columns());
    said.put("weight", config.weight());
    said.put("key", config.key());
    said.put("cluster", config.cluster());
    said.put("positive_label", config.positiveLabel());
    said.put("metrics", config.metrics().stream().map(NamedMetric::text).toList());
    said.put("slices", config.slices().stream().map(SliceSpec::text).toList());
    said.put("margins", config.margins());
    said.put("series", config.series() == null ? null : config.series().text());
    said.put("horizon", config.horizon());
    said.put("confidence", config.confidence());
    said.put("jackknife", config.jackknife() || config.cluster() != null);
    said.put("min_rows", config.minRows());
    said.put("paired", config.states() == null);
    return said;
  }
}
