package dev.slicewise.core.metric.binary;

import dev.slicewise.core.interval.CellRatioInterval;
import dev.slicewise.core.interval.IntervalMethod;
import dev.slicewise.core.metric.Metric;
import dev.slicewise.core.metric.MetricValue;
import dev.slicewise.core.numeric.Dyadic;
import dev.slicewise.core.statistic.CellCounts;
import dev.slicewise.core.statistic.StateView;
import dev.slicewise.core.statistic.Statistic;
import java.util.List;

/**
 * A ratio of two linear functions of a table's cells; value and interval both follow from the
 * coefficients.
 */
interface CellRatio extends Metric {
  CellCounts table();

  /** Coefficient of each cell above the line. */
  double[] numerator();

  /** Coefficient of each cell below the line. */
  double[] denominator();

  /** The reason given when the denominator is 0. */
  String whenZero();

  default ZeroDivision zeroDivision() {
    return ZeroDivision.NULL;
  }

  @Override
  default List<Statistic<?>> needs() {
    return List.of(table());
  }

  @Override
  default MetricValue value(StateView states) {
    CellCounts.State cells = states.state(table());
    Dyadic divisor = cells.sum(denominator());
    return divisor.signum() == 0
        ? zeroDivision().value(whenZero())
        : MetricValue.exact(cells.sum(numerator()).over(divisor));
  }

  @Override
  default IntervalMethod interval() {
    return new CellRatioInterval(table(), numerator(), denominator());
  }
}
