package dev.slicewise.core.metric.regression;

import dev.slicewise.core.interval.CellRatioInterval;
import dev.slicewise.core.interval.IntervalMethod;
import dev.slicewise.core.metric.Metric;
import dev.slicewise.core.metric.MetricValue;
import dev.slicewise.core.numeric.Dyadic;
import dev.slicewise.core.statistic.CellCounts;
import dev.slicewise.core.statistic.StateView;
import dev.slicewise.core.statistic.Statistic;
import java.util.Arrays;
import java.util.List;

/** A metric that is the share of the rows, or of their weight, in some cells of a table. */
interface RateOfRows extends Metric {
  /** The table of indicators. */
  CellCounts table();

  /** 1 for each cell whose rows count, 0 for the others. */
  double[] counted();

  @Override
  default List<Statistic<?>> needs() {
    return List.of(table());
  }

  @Override
  default MetricValue value(StateView states) {
    return share(states.state(table()), counted());
  }

  @Override
  default IntervalMethod interval() {
    return new CellRatioInterval(table(), counted(), all(counted().length));
  }

  /** The share of the mass in cells with coefficient 1. */
  static MetricValue share(CellCounts.State table, double... counted) {
    Dyadic total = table.sum(all(table.cells()));
    return Sums.ratio(table.sum(counted), total, "all weights are below 2^-60");
  }

  private static double[] all(int cells) {
    double[] ones = new double[cells];
    Arrays.fill(ones, 1.0);
    return ones;
  }
}
