package dev.slicewise.core.metric.drift;

import dev.slicewise.core.interval.IndependentDifference;
import dev.slicewise.core.interval.Interval;
import dev.slicewise.core.interval.IntervalMethod;
import dev.slicewise.core.metric.CategoryView;
import dev.slicewise.core.metric.Metric;
import dev.slicewise.core.metric.MetricCatalog;
import dev.slicewise.core.metric.MetricValue;
import dev.slicewise.core.metric.NamedMetric;
import dev.slicewise.core.statistic.StateView;
import dev.slicewise.core.statistic.Statistic;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/** The value of any metric on the current side less that on the reference. */
interface MetricChange extends TwoSided {
  String METRIC = "the metric, with its parameters if any, in single quotes";

  String metric();

  default NamedMetric named() {
    return MetricCatalog.standard().parseScalar(metric());
  }

  @Override
  default List<Statistic<?>> ofEachSide() {
    return named().metric().needs();
  }

  @Override
  default MetricValue compare(StateView reference, StateView current) {
    Metric metric = named().metric();
    MetricValue before = CategoryView.value(metric, reference);
    MetricValue after = CategoryView.value(metric, current);
    if (!(before instanceof MetricValue.Scalar r)) {
      return undefined(before, reference());
    }
    if (!(after instanceof MetricValue.Scalar c)) {
      return undefined(after, current());
    }
    double change = c.value() - r.value();
    if (Double.isNaN(change)) {
      return MetricValue.undefined("both values are infinite");
    }
    MetricValue.Exactness worse =
        r.exactness().compareTo(c.exactness()) > 0 ? r.exactness() : c.exactness();
    return new MetricValue.Scalar(
            change, worse, r.errorBound() + c.errorBound(), java.util.Map.of())
        .with("reference", r.value())
        .with("current", c.value());
  }

  private static MetricValue undefined(MetricValue value, String side) {
    String reason =
        value instanceof MetricValue.Undefined undefined ? undefined.reason() : "not a number";
    return MetricValue.undefined(side + ": " + reason);
  }

  /** The interval of the difference of two sides. */
  default Optional<Interval> interval(StateView reference, StateView current, double confidence) {
    Metric metric = named().metric();
    if (!(CategoryView.value(metric, reference) instanceof MetricValue.Scalar r)
        || !(CategoryView.value(metric, current) instanceof MetricValue.Scalar c)) {
      return Optional.empty();
    }
    return IndependentDifference.of(
        c.value(),
        CategoryView.interval(metric, current, confidence),
        r.value(),
        CategoryView.interval(metric, reference, confidence));
  }

  @Override
  default IntervalMethod interval() {
    return new IntervalMethod() {
      @Override
      public String description() {
        return IndependentDifference.DESCRIPTION;
      }

      @Override
      public List<Statistic<?>> needs() {
        List<Statistic<?>> inside = new ArrayList<>(named().metric().needs());
        inside.addAll(named().metric().interval().needs());
        return CategoryView.needs(sides(), inside);
      }

      @Override
      public Optional<Interval> interval(StateView states, double confidence) {
        return MetricChange.this.interval(
            side(states, reference()), side(states, current()), confidence);
      }
    };
  }
}
