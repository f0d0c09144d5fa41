package dev.slicewise.core.term;

/**
 * Terms of the error e = prediction − label (positive is over-prediction), on the rows of a domain.
 *
 * @param part which part of the error
 */
public record Residual(Domain domain, Part part) implements Term {
  /** The parts of an error. */
  public enum Part {
    /** e itself. */
    SIGNED,
    /** |e|. */
    ABSOLUTE,
    /** max(e, 0): the over-prediction. */
    OVER,
    /** max(−e, 0): the under-prediction. */
    UNDER
  }

  /** e. */
  public static final Residual SIGNED = new Residual(Domain.REAL, Part.SIGNED);

  /** |e|. */
  public static final Residual ABSOLUTE = new Residual(Domain.REAL, Part.ABSOLUTE);

  /** max(e, 0). */
  public static final Residual OVER = new Residual(Domain.REAL, Part.OVER);

  /** max(−e, 0). */
  public static final Residual UNDER = new Residual(Domain.REAL, Part.UNDER);

  @Override
  public void fill(Admitted rows, double[] out) {
    if (part != Part.SIGNED) {
      double[] error = rows.values(new Residual(domain, Part.SIGNED));
      for (int i = 0; i < rows.size(); i++) {
        out[i] =
            part == Part.ABSOLUTE
                ? Math.abs(error[i])
                : part == Part.OVER ? Math.max(error[i], 0.0) : Math.max(-error[i], 0.0);
      }
      return;
    }
    double[] label = rows.column(Role.LABEL);
    double[] prediction = rows.column(Role.PREDICTION);
    for (int i = 0; i < rows.size(); i++) {
      out[i] = prediction[i] - label[i];
    }
  }
}
