package dev.slicewise.jobs.config;

import dev.slicewise.core.metric.CatalogEntry;
import dev.slicewise.core.metric.MetricCatalog;
import dev.slicewise.core.metric.MetricInfo;
import dev.slicewise.core.metric.MetricInfo.Direction;
import dev.slicewise.core.metric.NamedMetric;
import dev.slicewise.core.metric.Profile;
import dev.slicewise.jobs.failure.JobException;
import java.util.List;

/** The metric by which slices are bad, and what bad is. */
final class WorstMetric {
  private WorstMetric() {}

  /** One of the suite's metrics, by its text or, when only one has it, by its id. */
  static NamedMetric of(String said, List<NamedMetric> metrics, Profile profile) {
    List<NamedMetric> meant;
    try {
      NamedMetric parsed = MetricCatalog.standard().parse(said, profile);
      meant = metrics.stream().filter(metric -> metric.text().equals(parsed.text())).toList();
      if (meant.isEmpty()) {
        meant = metrics.stream().filter(metric -> metric.id().equals(parsed.id())).toList();
      }
    } catch (IllegalArgumentException e) {
      throw JobException.usage("--worst: " + Resolution.sentence(e.getMessage()), e);
    }
    if (meant.size() != 1) {
      throw JobException.usage(
          "expected --worst to be one of "
              + String.join(", ", metrics.stream().map(NamedMetric::text).toList())
              + ", found '"
              + said
              + "'.");
    }
    return meant.get(0);
  }

  /** Of a loss, lower is better. */
  static Direction direction(NamedMetric worst) {
    CatalogEntry entry = MetricCatalog.standard().entry(worst.id());
    Direction direction = entry.metricInfo().map(MetricInfo::better).orElse(Direction.LOWER);
    if (direction == Direction.NONE) {
      throw JobException.usage(
          "expected a metric with a good direction for --worst, found "
              + worst.id()
              + ", which describes and does not judge.");
    }
    return direction;
  }
}
