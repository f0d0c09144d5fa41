package dev.slicewise.core.metric.regression;

import dev.slicewise.core.metric.MetricValue;
import dev.slicewise.core.numeric.Rounding;
import dev.slicewise.core.statistic.BitHistogram;
import dev.slicewise.core.statistic.Distribution;
import dev.slicewise.core.statistic.RowAudit;
import dev.slicewise.core.statistic.StateView;
import java.math.BigDecimal;
import java.math.BigInteger;
import java.math.RoundingMode;

/**
 * Quantiles of a remembered distribution with their certificates. Ranks follow the decimal that the
 * user wrote: 0.07 of 100 rows is rank 7, although 0.07·100 is 7.000000000000001 in doubles.
 */
final class Quantiles {
  /** What a metric says when the weights vanish in fixed point. */
  static final MetricValue NO_MASS = MetricValue.undefined("all weights are below 2^-60");

  private Quantiles() {}

  /**
   * A value and how far from it the truth may be.
   *
   * @param value the estimate
   * @param bound its absolute certificate, 0 when exact
   */
  record Point(double value, double bound) {
    /** {@code (1 − t)·this + t·other}. */
    Point towards(Point other, double t) {
      return value == other.value || t == 0
          ? this
          : new Point(value + (other.value - value) * t, bound + (other.bound - bound) * t);
    }

    MetricValue.Scalar toScalar() {
      return MetricValue.bounded(value, bound);
    }
  }

  /** The q-quantile of a term that is never negative, flagged when the data do not reach so far. */
  static MetricValue of(StateView states, BitHistogram histogram, double q, QuantileMethod method) {
    BigDecimal share = Rounding.shortestDecimal(q);
    return of(states, histogram, q, method, BigDecimal.ONE.subtract(share));
  }

  /** The same of a term with two tails. */
  static MetricValue ofBothSides(
      StateView states, BitHistogram histogram, double q, QuantileMethod method) {
    BigDecimal share = Rounding.shortestDecimal(q);
    return of(states, histogram, q, method, BigDecimal.ONE.subtract(share).min(share));
  }

  /**
   * The quantile.
   *
   * @param beyond the share of the rows that lies further out; less than one row of it is a flag
   */
  private static MetricValue of(
      StateView states,
      BitHistogram histogram,
      double q,
      QuantileMethod method,
      BigDecimal beyond) {
    RowAudit.State rows = states.rows(histogram.domain());
    if (method == QuantileMethod.LINEAR && !rows.equallyWeighted()) {
      return MetricValue.undefined("method=linear needs rows of equal weight");
    }
    Distribution distribution = states.state(histogram).distribution();
    if (distribution.total().signum() == 0) {
      return NO_MASS;
    }
    MetricValue.Scalar value = point(distribution, rows.used(), q, method).toScalar();
    BigDecimal rowsBeyond = beyond.multiply(BigDecimal.valueOf(rows.used()));
    boolean extrapolated = beyond.signum() > 0 && rowsBeyond.compareTo(BigDecimal.ONE) < 0;
    return extrapolated ? value.with("extrapolated", 1) : value;
  }

  /** The q-quantile; for {@code LINEAR} the rows weigh the same. */
  static Point point(Distribution distribution, long rows, double q, QuantileMethod method) {
    BigDecimal share = Rounding.shortestDecimal(q);
    if (method == QuantileMethod.LINEAR) {
      return linear(distribution, rows, share);
    }
    Point first = at(distribution, distribution.quantileBin(share));
    BigDecimal rank = share.multiply(new BigDecimal(distribution.total()));
    if (method == QuantileMethod.INVERTED_CDF || rank.stripTrailingZeros().scale() > 0) {
      return first;
    }
    int next = distribution.binOfRank(rank.toBigIntegerExact().add(BigInteger.ONE));
    return next < 0 ? first : first.towards(at(distribution, next), 0.5);
  }

  private static Point linear(Distribution distribution, long rows, BigDecimal share) {
    BigInteger row = distribution.total().divide(BigInteger.valueOf(rows));
    BigDecimal position = share.multiply(BigDecimal.valueOf(rows - 1));
    BigInteger below = position.setScale(0, RoundingMode.FLOOR).toBigIntegerExact();
    BigInteger rank = below.add(BigInteger.ONE);
    Point first = at(distribution, distribution.binOfRank(rank.multiply(row)));
    int next = distribution.binOfRank(rank.add(BigInteger.ONE).multiply(row));
    double fraction = position.subtract(new BigDecimal(below)).doubleValue();
    return next < 0 ? first : first.towards(at(distribution, next), fraction);
  }

  /** What stands for a bin. */
  static Point at(Distribution distribution, int bin) {
    double middle = distribution.middle()[bin];
    if (Double.isInfinite(middle)) {
      return new Point(middle, 0);
    }
    double low = Math.max(distribution.low()[bin], -Double.MAX_VALUE);
    double high = Math.min(distribution.high()[bin], Double.MAX_VALUE);
    return new Point(middle, Math.max(middle - low, high - middle));
  }
}
