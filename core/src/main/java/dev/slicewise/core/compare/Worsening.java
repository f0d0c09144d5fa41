package dev.slicewise.core.compare;

import dev.slicewise.core.interval.Interval;
import dev.slicewise.core.metric.CatalogEntry;
import dev.slicewise.core.metric.MetricCatalog;
import dev.slicewise.core.metric.MetricInfo;
import dev.slicewise.core.metric.MetricInfo.Direction;
import dev.slicewise.core.metric.NamedMetric;
import java.util.Optional;

/**
 * In which direction a difference of a metric's values is a worsening.
 *
 * @param sign 1 where more is worse, −1 where less is; 0 where neither is
 * @param reason why neither is, in a phrase; null otherwise
 */
public record Worsening(int sign, String reason) {
  /**
   * For a metric with these two values. Where the best value is 0 or 1 and both values are on one
   * side of it, away from it is worse; on either side of it, their difference does not say which is
   * farther off.
   */
  public static Worsening of(NamedMetric metric, double value, double baseline) {
    Direction better = direction(metric);
    double best = better == Direction.ONE ? 1 : 0;
    return switch (better) {
      case LOWER -> new Worsening(1, null);
      case HIGHER -> new Worsening(-1, null);
      case NONE -> new Worsening(0, "neither more nor less of " + metric.id() + " is better");
      case ZERO, ONE -> {
        boolean above = value >= best && baseline >= best;
        boolean below = value <= best && baseline <= best;
        yield above || below
            ? new Worsening(above ? 1 : -1, null)
            : new Worsening(0, "the values are on either side of the best one");
      }
    };
  }

  /** Which values of a metric are good; of losses small ones. */
  public static Direction direction(NamedMetric metric) {
    CatalogEntry entry = MetricCatalog.standard().entry(metric.id());
    return entry.metricInfo().map(MetricInfo::better).orElse(Direction.LOWER);
  }

  /** The interval of how much worse it is; nothing where neither direction is. */
  Optional<Interval> of(Interval difference) {
    if (sign == 0) {
      return Optional.empty();
    }
    return Optional.of(
        sign > 0
            ? difference
            : new Interval(
                negative(difference.high()),
                negative(difference.low()),
                difference.standardError(),
                difference.degreesOfFreedom(),
                difference.method()));
  }

  private static Double negative(Double end) {
    return end == null ? null : (Double) (0.0 - end);
  }
}
