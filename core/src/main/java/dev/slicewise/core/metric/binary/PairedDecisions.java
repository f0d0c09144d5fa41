package dev.slicewise.core.metric.binary;

import dev.slicewise.core.statistic.CellCounts;
import dev.slicewise.core.term.Column;
import dev.slicewise.core.term.Compare;
import dev.slicewise.core.term.Domain;
import dev.slicewise.core.term.Role;

/** The decisions of two models on the same rows: the prediction's and the baseline's. */
final class PairedDecisions {
  private static final Domain DOMAIN = Domain.BINARY_SCORE.and(Role.BASELINE);

  private PairedDecisions() {}

  /** Bit 0: label 1; bit 1: the prediction is positive; bit 2: the baseline is. */
  static CellCounts table(double threshold) {
    return CellCounts.of(
        new Column(DOMAIN, Role.LABEL),
        Compare.atLeast(new Column(DOMAIN, Role.PREDICTION), threshold),
        Compare.atLeast(new Column(DOMAIN, Role.BASELINE), threshold));
  }

  /** A share of all rows by the baseline's and the prediction's decision. */
  interface Share extends CellRatio {
    double threshold();

    /** Whether rows decided so are counted. */
    boolean counts(boolean baseline, boolean prediction);

    @Override
    default CellCounts table() {
      return PairedDecisions.table(threshold());
    }

    @Override
    default double[] numerator() {
      double[] coefficients = new double[8];
      for (int cell = 0; cell < coefficients.length; cell++) {
        coefficients[cell] = counts((cell & 4) != 0, (cell & 2) != 0) ? 1.0 : 0.0;
      }
      return coefficients;
    }

    @Override
    default double[] denominator() {
      return new double[] {1, 1, 1, 1, 1, 1, 1, 1};
    }

    @Override
    default String whenZero() {
      return "no rows";
    }
  }
}
