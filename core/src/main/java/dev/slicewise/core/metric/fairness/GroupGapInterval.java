package dev.slicewise.core.metric.fairness;

import dev.slicewise.core.interval.IndependentDifference;
import dev.slicewise.core.interval.Interval;
import dev.slicewise.core.interval.IntervalMethod;
import dev.slicewise.core.metric.CategoryView;
import dev.slicewise.core.metric.Metric;
import dev.slicewise.core.statistic.StateView;
import dev.slicewise.core.statistic.Statistic;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/**
 * The interval of the difference between the two groups that are farthest apart, as if they had
 * been chosen beforehand: with many small groups the true gap tends to be smaller.
 */
record GroupGapInterval(Metric metric, int minGroupSize) implements IntervalMethod {
  @Override
  public String description() {
    return IndependentDifference.DESCRIPTION;
  }

  @Override
  public List<Statistic<?>> needs() {
    List<Statistic<?>> inside = new ArrayList<>(metric.needs());
    inside.addAll(metric.interval().needs());
    return CategoryView.needs(Groups.GROUPING, inside);
  }

  @Override
  public Optional<Interval> interval(StateView states, double confidence) {
    Groups groups = Groups.of(states, metric, minGroupSize);
    if (groups.incomparable().isPresent()) {
      return Optional.empty();
    }
    Groups.Group high = groups.highest();
    Groups.Group low = groups.lowest();
    return IndependentDifference.of(
        high.value(),
        CategoryView.interval(metric, high.view(), confidence),
        low.value(),
        CategoryView.interval(metric, low.view(), confidence));
  }
}
