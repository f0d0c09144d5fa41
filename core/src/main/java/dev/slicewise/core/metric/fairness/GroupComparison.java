package dev.slicewise.core.metric.fairness;

import dev.slicewise.core.interval.IntervalMethod;
import dev.slicewise.core.metric.CategoryView;
import dev.slicewise.core.metric.Metric;
import dev.slicewise.core.metric.MetricValue;
import dev.slicewise.core.statistic.StateView;
import dev.slicewise.core.statistic.Statistic;
import java.util.ArrayList;
import java.util.List;

/** How far metrics are apart between groups. */
interface GroupComparison extends Metric {
  /** The metrics whose values by group are compared. */
  List<Metric> compared();

  Against method();

  int minGroupSize();

  /** How the values of one metric are compared. */
  Gap gap();

  /** One number of the gaps of all compared metrics. */
  default double combined(double[] gaps) {
    return gaps[0];
  }

  @Override
  default List<Statistic<?>> needs() {
    List<Statistic<?>> needs = new ArrayList<>(Groups.needs(compared()));
    if (method() == Against.TO_OVERALL) {
      compared().forEach(metric -> needs.addAll(metric.needs()));
    }
    return needs;
  }

  @Override
  default MetricValue value(StateView states) {
    double[] gaps = new double[compared().size()];
    Groups last = null;
    for (int m = 0; m < gaps.length; m++) {
      Metric metric = compared().get(m);
      Groups groups = Groups.of(states, metric, minGroupSize());
      if (groups.incomparable().isPresent()) {
        return groups.incomparable().get();
      }
      double overall = Double.NaN;
      if (method() == Against.TO_OVERALL) {
        if (!(CategoryView.value(metric, states) instanceof MetricValue.Scalar all)) {
          return MetricValue.undefined("the value of all rows is undefined");
        }
        overall = all.value();
      }
      gaps[m] = gap().of(groups, method(), overall);
      if (Double.isNaN(gaps[m])) {
        return MetricValue.undefined("the largest rate is 0");
      }
      last = groups;
    }
    return last.told(MetricValue.exact(combined(gaps)));
  }

  @Override
  default IntervalMethod interval() {
    boolean closed =
        compared().size() == 1 && gap() == Gap.DIFFERENCE && method() == Against.BETWEEN_GROUPS;
    return closed ? new GroupGapInterval(compared().get(0), minGroupSize()) : IntervalMethod.NONE;
  }
}
