package dev.slicewise.core.metric.regression;

import dev.slicewise.core.metric.MetricValue;
import dev.slicewise.core.numeric.Rounding;
import dev.slicewise.core.statistic.JointDistribution;
import dev.slicewise.core.statistic.JointHistogram;
import dev.slicewise.core.statistic.StateView;
import dev.slicewise.core.term.Column;
import dev.slicewise.core.term.Domain;
import java.math.BigInteger;

/**
 * What rank correlations are made of: the cells of label and prediction with the masses of their
 * bins, in exact integers.
 *
 * @param cells the cells
 * @param labels mass of each bin of the label
 * @param predictions mass of each bin of the prediction
 * @param total W
 */
record RankCorrelation(
    JointDistribution cells, BigInteger[] labels, BigInteger[] predictions, BigInteger total) {
  static final JointHistogram CELLS = JointHistogram.of(Column.LABEL, Column.PREDICTION);

  /** A coefficient of the cells. */
  interface Coefficient {
    MetricValue of(RankCorrelation ranks);
  }

  /** A metric of the ranks, or why there is none. */
  static MetricValue of(StateView states, Coefficient coefficient) {
    long rows = states.count(Domain.REAL);
    if (rows < 2) {
      return Sums.tooFewRows(rows, 2);
    }
    JointDistribution cells = states.state(CELLS).distribution();
    RankCorrelation ranks =
        new RankCorrelation(cells, cells.firstMasses(), cells.secondMasses(), cells.total());
    if (ranks.total.signum() == 0) {
      return MetricValue.undefined("all weights are below 2^-60");
    }
    if (constant(ranks.labels) || constant(ranks.predictions)) {
      boolean label = constant(ranks.labels);
      boolean equal = label ? cells.firstLossless() : cells.secondLossless();
      return MetricValue.undefined(
          (label ? "the label" : "the prediction")
              + (equal ? " is constant" : " lies in one bin of the joint histogram"));
    }
    return coefficient.of(ranks);
  }

  /** Whether one bin has all the mass; weights that rounded to nothing do not make two. */
  private static boolean constant(BigInteger[] masses) {
    int filled = 0;
    for (BigInteger mass : masses) {
      filled += mass.signum() > 0 ? 1 : 0;
    }
    return filled < 2;
  }

  /** Σ mass². */
  static BigInteger squares(BigInteger[] masses) {
    BigInteger sum = BigInteger.ZERO;
    for (BigInteger mass : masses) {
      sum = sum.add(mass.multiply(mass));
    }
    return sum;
  }

  /** A correlation from its exact numerator and two positive factors of its squared denominator. */
  static double quotient(BigInteger numerator, BigInteger left, BigInteger right) {
    double squared = Rounding.ratio(numerator.multiply(numerator), left.multiply(right));
    return numerator.signum() * Math.sqrt(Math.min(1.0, squared));
  }

  /**
   * A coefficient with a certificate: within what its numerator and denominator can be, and within
   * [−1, 1].
   *
   * @param value the coefficient of the bins
   * @param least smallest numerator
   * @param most largest numerator
   * @param narrow smallest denominator
   * @param wide largest denominator
   */
  static MetricValue within(double value, double least, double most, double narrow, double wide) {
    double low = Math.max(-1.0, least / (least < 0 ? narrow : wide));
    double high = Math.min(1.0, most / (most < 0 ? wide : narrow));
    double bound = Math.max(Math.max(high - value, value - low), 0.0);
    // The certificate is worked out in doubles: a few dozen roundings.
    return MetricValue.bounded(value, Math.min(2.0, bound * (1 + 0x1p-40) + 0x1p-46));
  }
}
