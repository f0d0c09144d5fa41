package dev.slicewise.core.plan;

/** Rows could not be used and the caller asked for that to be a failure. */
public final class InvalidRowsException extends RuntimeException {
  private static final long serialVersionUID = 1L;

  /** Creates the exception with a full sentence. */
  public InvalidRowsException(String message) {
    super(message);
  }
}
