package dev.slicewise.jobs.command;

import dev.slicewise.jobs.config.OutputConfig;
import picocli.CommandLine.Option;

/** Flags that say where results go, to be mixed into a command. */
public final class OutputOptions {
  @Option(
      names = "--out",
      paramLabel = "DIR",
      description = "Output directory, written whole or not at all; without it, only print.")
  private String out;

  @Option(
      names = "--overwrite",
      negatable = true,
      description = "Replace an earlier output directory.")
  private Boolean overwrite;

  @Option(
      names = "--run-id",
      paramLabel = "ID",
      description = "Name of this run; a run of the same name replaces its own output.")
  private String runId;

  /** What was said, checked; null without a directory. */
  public OutputConfig config() {
    return OutputConfig.of(out, overwrite, runId);
  }

  /** The name of this run, given or made up anew at every call; for runs that write elsewhere. */
  public String runId() {
    return OutputConfig.runId(runId);
  }
}
