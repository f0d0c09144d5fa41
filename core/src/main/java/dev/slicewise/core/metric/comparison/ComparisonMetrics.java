package dev.slicewise.core.metric.comparison;

import dev.slicewise.core.metric.Metric;
import java.util.List;

/** The metrics that compare models. One line each. */
public final class ComparisonMetrics {
  /** All of them. */
  public static final List<Metric> ALL = List.of(new MetricDifference(), new ModelMetric());

  private ComparisonMetrics() {}
}
