package dev.slicewise.core.metric.feature;

import dev.slicewise.core.metric.Metric;
import java.util.List;

/** The metrics of features and categories. One line each. */
public final class FeatureMetrics {
  /** All of them. */
  public static final List<Metric> ALL =
      List.of(new CategoryCounts(), new ConditionNumber(), new VarianceInflationFactor());

  private FeatureMetrics() {}
}
