package dev.slicewise.core.metric.multiclass;

import dev.slicewise.core.interval.CellRatioInterval;
import dev.slicewise.core.interval.IntervalMethod;
import dev.slicewise.core.metric.MetricValue;
import dev.slicewise.core.metric.ResolvedMetric;
import dev.slicewise.core.numeric.Dyadic;
import dev.slicewise.core.statistic.CellCounts;
import dev.slicewise.core.statistic.StateView;
import dev.slicewise.core.statistic.Statistic;
import java.util.List;

/**
 * The share of rows that an indicator holds for, or of the others.
 *
 * @param table of one indicator
 * @param others whether the rows count that it does not hold for
 */
public record RightRows(CellCounts table, boolean others) implements ResolvedMetric {
  private static final double[] ALL = {1, 1};

  /** Rows whose classes are decided rightly as a whole, or the others. */
  public static RightRows of(ClassInput input, boolean others) {
    return new RightRows(input.right(), others);
  }

  private double[] counted() {
    return others ? new double[] {1, 0} : new double[] {0, 1};
  }

  @Override
  public List<Statistic<?>> needs() {
    return List.of(table);
  }

  @Override
  public MetricValue value(StateView states) {
    CellCounts.State cells = states.state(table);
    Dyadic total = cells.sum(ALL);
    return total.signum() == 0
        ? MetricValue.undefined("all weights are below 2^-61, too small for fixed-point sums")
        : MetricValue.exact(cells.sum(counted()).over(total));
  }

  @Override
  public IntervalMethod interval() {
    return new CellRatioInterval(table, counted(), ALL);
  }
}
