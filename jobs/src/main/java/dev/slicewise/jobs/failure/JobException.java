package dev.slicewise.jobs.failure;

/**
 * A command ends here. The message is one full sentence for the person who typed it: expected,
 * found, where, what to do.
 */
public final class JobException extends RuntimeException {
  private static final long serialVersionUID = 1L;

  private final int exitCode;

  private JobException(int exitCode, String message, Throwable cause) {
    super(message, cause);
    this.exitCode = exitCode;
  }

  /** Wrong usage, configuration or input. */
  public static JobException usage(String sentence) {
    return new JobException(ExitCode.USAGE, sentence, null);
  }

  /** Wrong usage, configuration or input, and what it was learnt from. */
  public static JobException usage(String sentence, Throwable cause) {
    return new JobException(ExitCode.USAGE, sentence, cause);
  }

  /** The run failed. */
  public static JobException failed(String sentence, Throwable cause) {
    return new JobException(ExitCode.FAILED, sentence, cause);
  }

  /** Too little data. */
  public static JobException tooLittleData(String sentence) {
    return new JobException(ExitCode.TOO_LITTLE_DATA, sentence, null);
  }

  /** What the process returns. */
  public int exitCode() {
    return exitCode;
  }
}
