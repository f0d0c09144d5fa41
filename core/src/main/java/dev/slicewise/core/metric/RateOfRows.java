package dev.slicewise.core.metric;

import dev.slicewise.core.interval.CellRatioInterval;
import dev.slicewise.core.interval.IntervalMethod;
import dev.slicewise.core.numeric.Dyadic;
import dev.slicewise.core.statistic.CellCounts;
import dev.slicewise.core.statistic.StateView;
import dev.slicewise.core.statistic.Statistic;
import java.util.Arrays;
import java.util.List;

/** A metric that is the share of the rows, or of their weight, in some cells of a table. */
public interface RateOfRows extends Metric {
  /** The table of indicators. */
  CellCounts table();

  /** What a row of each cell counts: 1, 0, or a part. */
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

  /** What the rows of a table count, as a share of them. */
  static MetricValue share(CellCounts.State table, double... counted) {
    Dyadic total = table.sum(all(table.cells()));
    return total.signum() == 0
        ? MetricValue.undefined("all weights are below 2^-60")
        : MetricValue.exact(table.sum(counted).over(total));
  }

  private static double[] all(int cells) {
    double[] ones = new double[cells];
    Arrays.fill(ones, 1.0);
    return ones;
  }
}
