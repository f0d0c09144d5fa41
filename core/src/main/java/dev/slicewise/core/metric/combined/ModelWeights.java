package dev.slicewise.core.metric.combined;

import dev.slicewise.core.numeric.Dyadic;
import dev.slicewise.core.statistic.RowAudit;
import dev.slicewise.core.term.Domain;

/** The weights of a model, as a parameter: numbers separated by semicolons. */
final class ModelWeights {
  /** What the parameter means. */
  static final String DOC = "the model's weights, separated by semicolons: '0.5;-2;0;1'";

  /** Penalties need no row's values; like every metric they belong to a slice that has rows. */
  static final RowAudit ROWS = new RowAudit(Domain.REAL);

  private ModelWeights() {}

  /**
   * The weights.
   *
   * @throws IllegalArgumentException for anything but finite numbers
   */
  static double[] of(String text) {
    String[] parts = text.split(";");
    double[] weights = new double[parts.length];
    for (int i = 0; i < parts.length; i++) {
      try {
        weights[i] = Double.parseDouble(parts[i].trim());
      } catch (NumberFormatException e) {
        throw wrong(parts[i]);
      }
      if (!Double.isFinite(weights[i])) {
        throw wrong(parts[i]);
      }
    }
    return weights;
  }

  private static IllegalArgumentException wrong(String part) {
    return new IllegalArgumentException(
        "expected weights to be numbers separated by semicolons, such as '0.5;-1', found '"
            + part.trim()
            + "'");
  }

  /** ‖w‖₁, exactly. */
  static Dyadic absolute(String text) {
    Dyadic sum = Dyadic.ZERO;
    for (double weight : of(text)) {
      sum = sum.plus(Dyadic.of(weight).abs());
    }
    return sum;
  }

  /** ‖w‖₂², exactly. */
  static Dyadic squared(String text) {
    Dyadic sum = Dyadic.ZERO;
    for (double weight : of(text)) {
      sum = sum.plus(Dyadic.of(weight).squared());
    }
    return sum;
  }
}
