package dev.slicewise.core.interval;

import java.util.Optional;

/**
 * A confidence interval.
 *
 * @param low lower end; null when unbounded or unknown
 * @param high upper end; null when unbounded or unknown
 * @param standardError of the estimate; null where the method has none
 * @param method the name of the method, as reports show it
 */
public record Interval(Double low, Double high, Double standardError, String method) {
  /** This interval without infinite ends; nothing when it went beyond the range of doubles. */
  public Optional<Interval> withinRange() {
    boolean lost = isNaN(low) || isNaN(high) || (standardError != null && !isFinite(standardError));
    Interval kept =
        new Interval(
            isFinite(low) ? low : null, isFinite(high) ? high : null, standardError, method);
    return Optional.of(kept).filter(k -> !lost && (k.low != null || k.high != null));
  }

  private static boolean isNaN(Double end) {
    return end != null && end.isNaN();
  }

  private static boolean isFinite(Double end) {
    return end != null && Double.isFinite(end);
  }
}
