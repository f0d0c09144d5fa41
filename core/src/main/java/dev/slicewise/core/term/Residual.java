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
    int count = rows.size();
    if (part == Part.SIGNED) {
      double[] label = rows.column(Role.LABEL);
      double[] prediction = rows.column(Role.PREDICTION);
      for (int i = 0; i < count; i++) {
        out[i] = prediction[i] - label[i];
      }
      return;
    }
    double[] error = rows.values(new Residual(domain, Part.SIGNED));
    // A loop each, so that the compiler can take several rows at a time.
    switch (part) {
      case ABSOLUTE -> {
        for (int i = 0; i < count; i++) {
          out[i] = Math.abs(error[i]);
        }
      }
      case OVER -> {
        for (int i = 0; i < count; i++) {
          out[i] = Math.max(error[i], 0.0);
        }
      }
      default -> {
        for (int i = 0; i < count; i++) {
          out[i] = Math.max(-error[i], 0.0);
        }
      }
    }
  }
}
