package dev.slicewise.core.interval;

import java.util.Optional;
import org.apache.commons.statistics.distribution.TDistribution;

/**
 * A confidence interval.
 *
 * @param low lower end; null when unbounded or unknown
 * @param high upper end; null when unbounded or unknown
 * @param standardError of the estimate; null where the method has none
 * @param degreesOfFreedom of Student's t, infinite for the normal distribution; null where the
 *     method is based on neither
 * @param method the name of the method, as reports show it
 */
public record Interval(
    Double low, Double high, Double standardError, Double degreesOfFreedom, String method) {
  /** An interval that is based on neither Student's t nor the normal distribution. */
  public Interval(Double low, Double high, Double standardError, String method) {
    this(low, high, standardError, null, method);
  }

  /**
   * The probability of an estimate at least as far from 0, on either side, were 0 the truth;
   * nothing where the method is not based on a standard error.
   */
  public Optional<Double> pValueOfZero(double estimate) {
    if (standardError == null || degreesOfFreedom == null || !Double.isFinite(estimate)) {
      return Optional.empty();
    }
    double t = estimate == 0 ? 0 : Math.abs(estimate) / standardError;
    return Optional.of(2 * TDistribution.of(degreesOfFreedom).survivalProbability(t));
  }

  /** This interval without infinite ends; nothing when it went beyond the range of doubles. */
  public Optional<Interval> withinRange() {
    boolean lost = isNaN(low) || isNaN(high) || (standardError != null && !isFinite(standardError));
    Interval kept =
        new Interval(
            isFinite(low) ? low : null,
            isFinite(high) ? high : null,
            standardError,
            degreesOfFreedom,
            method);
    return Optional.of(kept).filter(k -> !lost && (k.low != null || k.high != null));
  }

  private static boolean isNaN(Double end) {
    return end != null && end.isNaN();
  }

  private static boolean isFinite(Double end) {
    return end != null && Double.isFinite(end);
  }
}
