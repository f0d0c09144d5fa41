package dev.slicewise.core.metric;

import dev.slicewise.core.interval.IntervalMethod;
import dev.slicewise.core.statistic.StateView;
import dev.slicewise.core.statistic.Statistic;
import java.util.List;

/**
 * Arithmetic on a few remembered numbers; it never sees a row. A metric is a record whose
 * components are its parameters (annotated {@link dev.slicewise.core.term.Parameter}), whose
 * no-argument constructor gives their defaults, and which carries a {@link MetricInfo}. One file
 * and one line in {@code MetricCatalog}, or a line in {@code
 * META-INF/services/dev.slicewise.core.metric.Metric} of a user's own jar.
 */
public interface Metric {
  /** What must be remembered. The first one's domain decides which rows the metric counts. */
  List<Statistic<?>> needs();

  /**
   * The value on a slice that has at least one admitted row.
   *
   * @param states the states of {@link #needs()}
   */
  MetricValue value(StateView states);

  /** The metric that does the work, where one name stands for several by its parameters. */
  default Metric resolved() {
    return this;
  }

  /** How sure the value is, in closed form; {@link IntervalMethod#NONE} leaves the jackknife. */
  default IntervalMethod interval() {
    return IntervalMethod.NONE;
  }
}
