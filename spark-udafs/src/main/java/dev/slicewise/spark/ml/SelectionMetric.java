package dev.slicewise.spark.ml;

import dev.slicewise.core.metric.CatalogEntry;
import dev.slicewise.core.metric.MetricCatalog;
import dev.slicewise.core.metric.MetricInfo;
import dev.slicewise.core.metric.NamedMetric;
import dev.slicewise.core.metric.Profile;

/** Metrics that can choose between models: one number, of which more or less is better. */
final class SelectionMetric {
  private SelectionMetric() {}

  static NamedMetric parse(String text, String profile) {
    MetricCatalog catalog = MetricCatalog.standard();
    NamedMetric metric = catalog.parse(text, Profile.of(profile));
    if (!catalog.entry(metric.id()).isScalar()) {
      throw new IllegalArgumentException(
          "expected a metric that is one number to select a model by, found "
              + metric.id()
              + ", which is a curve");
    }
    direction(metric);
    return metric;
  }

  static boolean isLargerBetter(NamedMetric metric) {
    return direction(metric) == MetricInfo.Direction.HIGHER;
  }

  private static MetricInfo.Direction direction(NamedMetric metric) {
    CatalogEntry entry = MetricCatalog.standard().entry(metric.id());
    // Losses are minimised.
    MetricInfo.Direction direction =
        entry.metricInfo().map(MetricInfo::better).orElse(MetricInfo.Direction.LOWER);
    String best =
        switch (direction) {
          case HIGHER, LOWER -> null;
          case ZERO -> "of which 0 is the best value";
          case ONE -> "of which 1 is the best value";
          case NONE -> "which describes and does not judge";
        };
    if (best != null) {
      throw new IllegalArgumentException(
          "expected a metric of which more or less is better to select a model by, found "
              + metric.id()
              + ", "
              + best
              + "; take one with a direction, such as rmse or roc_auc");
    }
    return direction;
  }
}
