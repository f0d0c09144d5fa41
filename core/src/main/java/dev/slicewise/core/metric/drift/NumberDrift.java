package dev.slicewise.core.metric.drift;

import dev.slicewise.core.drift.Certified;
import dev.slicewise.core.drift.StepPair;
import dev.slicewise.core.metric.MetricValue;
import dev.slicewise.core.statistic.Distribution;
import dev.slicewise.core.statistic.StateView;
import dev.slicewise.core.statistic.Statistic;
import java.util.List;
import java.util.Set;

/** A distance between the distribution functions of a column of numbers on two sides. */
interface NumberDrift extends TwoSided {
  String EXACTNESS =
      "exact up to 4,096 distinct values a side and for integers and float32; else within the"
          + " reported bound, from the widths of the histogram's bins";

  String column();

  /** The distance, and n_eff of both sides for tests. */
  MetricValue distance(StepPair steps, double referenceRows, double currentRows);

  @Override
  default Set<ColumnKind> kinds() {
    return Set.of(ColumnKind.NUMBERS);
  }

  @Override
  default List<Statistic<?>> ofEachSide() {
    return List.of(Kind.histogram(column()));
  }

  @Override
  default MetricValue compare(StateView reference, StateView current) {
    List<Distribution> both =
        reference.state(Kind.histogram(column())).aligned(current.state(Kind.histogram(column())));
    if (both.get(0).total().signum() == 0 || both.get(1).total().signum() == 0) {
      return MetricValue.undefined("the weights of a side vanished");
    }
    return distance(
        new StepPair(both.get(0), both.get(1)),
        reference.rows(Kind.NUMBERS.domain(column())).effectiveRows(),
        current.rows(Kind.NUMBERS.domain(column())).effectiveRows());
  }

  static MetricValue.Scalar certified(Certified number) {
    return MetricValue.bounded(number.value(), number.errorBound());
  }
}
