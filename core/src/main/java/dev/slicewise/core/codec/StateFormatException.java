package dev.slicewise.core.codec;

/**
 * Bytes that are not a state this version can read; the message says which of the reasons it is.
 */
public final class StateFormatException extends RuntimeException {
  private static final long serialVersionUID = 1L;

  /** Creates the exception with a full sentence: expected, found, where, what to do. */
  public StateFormatException(String message) {
    super(message);
  }
}
