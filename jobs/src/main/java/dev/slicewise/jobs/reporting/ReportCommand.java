package dev.slicewise.jobs.reporting;

import dev.slicewise.core.plan.Finish;
import dev.slicewise.jobs.command.JobCommand;
import dev.slicewise.jobs.console.DisplayText;
import dev.slicewise.jobs.console.Terminal;
import dev.slicewise.jobs.failure.ExitCode;
import dev.slicewise.jobs.failure.JobException;
import dev.slicewise.jobs.findings.ResultDirectory;
import dev.slicewise.jobs.report.ReportContent;
import java.io.IOException;
import java.io.OutputStreamWriter;
import java.io.Writer;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import org.apache.hadoop.conf.Configuration;
import org.apache.spark.sql.SparkSession;
import picocli.CommandLine.Command;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;

/** {@code slicewise report}: one file that people open. */
@Command(
    name = "report",
    description = "Make one file of what runs wrote: a page, a model card or JSON.",
    mixinStandardHelpOptions = true,
    sortOptions = false,
    abbreviateSynopsis = true,
    footer = {
      "",
      "The directories are those that evaluate, merge, compare and drift wrote with --out, in any"
          + " mixture with at most one that has metrics.json; a part that is in none of them leaves"
          + " its section out. No row is read: what the metrics do not say, such as the quantiles"
          + " of the errors, is asked of the stored states."
    })
public final class ReportCommand extends JobCommand {
  @Parameters(paramLabel = "DIR", description = "Output directories of finished runs.")
  private List<String> directories;

  @Option(
      names = "--state-table",
      paramLabel = "LOCATION",
      description = "A state table: its latest window, and the metrics over all windows.")
  private String stateTable;

  @Option(
      names = "--model",
      paramLabel = "NAME",
      description = "With --state-table: whose states, where it holds those of several models.")
  private String model;

  @Option(names = "--out", paramLabel = "FILE", description = "The file to write (- to print).")
  private String out;

  @Option(
      names = "--overwrite",
      negatable = true,
      description = "Replace the file when it exists already.")
  private boolean overwrite;

  @Option(
      names = "--format",
      paramLabel = "FORMAT",
      description = "html, markdown or json (default: html, or what --out ends in).")
  private String format;

  @Option(names = "--title", paramLabel = "TEXT", description = "The report's heading.")
  private String title;

  /** The command, writing to a terminal. */
  public ReportCommand(Terminal terminal) {
    super(terminal);
  }

  @Override
  protected void check() {
    if (directories == null && stateTable == null) {
      throw JobException.usage(
          "expected an output directory of a slicewise run or a --state-table, found neither; name"
              + " one.");
    }
    if (model != null && stateTable == null) {
      throw JobException.usage(
          "expected --model with --state-table only, found it without; name the table.");
    }
    ReportFormat.of(format, out);
  }

  @Override
  protected int run(SparkSession spark) throws Exception {
    ReportFormat chosen = ReportFormat.of(format, out);
    Configuration hadoop = spark.sparkContext().hadoopConfiguration();
    ReportFile file = ReportFile.check(out, overwrite, chosen, hadoop);
    List<ResultDirectory> opened = new ArrayList<>();
    if (directories != null) {
      directories.forEach(directory -> opened.add(ResultDirectory.open(directory, hadoop)));
    }
    ReportContent content = new DirectoryContent(opened, title, spark).content();
    if (stateTable == null) {
      write(chosen, file, content);
      return ExitCode.OK;
    }
    try (History history = History.open(spark, stateTable, model)) {
      Finish finish = Finish.DEFAULT;
      boolean evaluated = !content.evaluation().metrics().isEmpty();
      write(
          chosen,
          file,
          evaluated
              ? content.with(history.series(finish))
              : history.content(content, title, finish));
    }
    return ExitCode.OK;
  }

  private void write(ReportFormat chosen, ReportFile file, ReportContent content)
      throws IOException {
    if (file == null) {
      Writer text = new OutputStreamWriter(terminal().out(), StandardCharsets.UTF_8);
      chosen.write(text, content);
      text.flush();
      return;
    }
    file.write(text -> chosen.write(text, content));
    if (!isQuiet()) {
      terminal().out().println("The report is in " + DisplayText.visible(file.name()));
    }
  }
}
