package dev.slicewise.jobs.failure;

/** What the process reports to whoever started it. */
public final class ExitCode {
  /** Done. */
  public static final int OK = 0;

  /** The run failed; nothing was left half-written. */
  public static final int FAILED = 1;

  /** Wrong usage, configuration or input; nothing was written. */
  public static final int USAGE = 2;

  /** A gate failed or drift was found; everything was written. */
  public static final int FAILED_GATE = 3;

  /** Too little data to say anything. */
  public static final int TOO_LITTLE_DATA = 4;

  private ExitCode() {}
}
