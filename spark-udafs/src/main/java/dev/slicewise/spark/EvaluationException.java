package dev.slicewise.spark;

/**
 * The user's input cannot be evaluated as asked; the message is a sentence that says how to go on.
 */
public final class EvaluationException extends RuntimeException {
  private static final long serialVersionUID = 1L;

  /** Creates the exception with a full sentence: expected, found, where, what to do. */
  public EvaluationException(String message) {
    super(message);
  }

  /** Creates the exception with a full sentence and what it was learnt from. */
  public EvaluationException(String message, Throwable cause) {
    super(message, cause);
  }
}
