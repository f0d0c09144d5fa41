package dev.slicewise.core.metric.multiclass;

import dev.slicewise.core.metric.Metric;
import java.util.List;

/** The metrics of several classes that have no binary namesake. One line each. */
public final class MulticlassMetrics {
  /** All of them. */
  public static final List<Metric> ALL =
      List.of(
          new BalancedCrossEntropy(),
          new ClassBalance(),
          new ConfusionMatrix(),
          new TopKAccuracy());

  private MulticlassMetrics() {}
}
