package dev.slicewise.core.metric.drift;

import dev.slicewise.core.drift.SampleNoise;
import dev.slicewise.core.interval.WelchDifference;
import dev.slicewise.core.metric.MetricValue;
import dev.slicewise.core.numeric.Dyadic;
import dev.slicewise.core.numeric.ExactSum;
import dev.slicewise.core.numeric.Moments;
import dev.slicewise.core.statistic.ProductSum;
import dev.slicewise.core.statistic.StateView;
import dev.slicewise.core.statistic.Statistic;
import dev.slicewise.core.statistic.Sum;
import dev.slicewise.core.term.Domain;
import java.util.List;

/** Mean and standard deviation of a column of numbers on a side. */
final class Spread {
  private Spread() {}

  static List<Statistic<?>> needs(String column) {
    return List.of(Sum.of(Kind.column(column)), ProductSum.square(Kind.column(column)));
  }

  /** The moments, or null when a sum overflowed. */
  static Moments of(StateView side, String column) {
    ExactSum sum = side.sum(Sum.of(Kind.column(column)));
    ExactSum squares = side.sum(ProductSum.square(Kind.column(column)));
    if (sum.overflows() > 0 || squares.overflows() > 0) {
      return null;
    }
    Dyadic weight = side.rows(Kind.NUMBERS.domain(column)).exactWeight();
    return new Moments(weight, sum.toDyadic(), squares.toDyadic());
  }

  /** The mean of the current side less that of the reference. */
  static double meanDifference(Moments reference, Moments current) {
    Dyadic difference =
        current.sum().times(reference.weight()).minus(reference.sum().times(current.weight()));
    return difference.over(reference.weight().times(current.weight()));
  }

  static double deviation(Moments moments) {
    return Math.sqrt(moments.variance(0));
  }

  /**
   * A difference of the means with its test, and with what it is without drift.
   *
   * @param deviation the reference's standard deviation in units of the value
   */
  static MetricValue.Scalar tested(
      MetricValue.Scalar shift,
      StateView reference,
      StateView current,
      String column,
      double deviation) {
    Domain domain = Kind.NUMBERS.domain(column);
    double n = reference.rows(domain).effectiveRows();
    double m = current.rows(domain).effectiveRows();
    Moments r = of(reference, column);
    Moments c = of(current, column);
    MetricValue.Scalar value =
        shift.with(SampleNoise.DETAIL, SampleNoise.meanShift(n, m) * deviation);
    return WelchDifference.of(meanDifference(r, c), r.variance(0), n, c.variance(0), m)
        .map(test -> value.with("p_value", test.pValue()))
        .orElse(value);
  }
}
