package dev.slicewise.core.interval;

import dev.slicewise.core.numeric.Normal;
import java.util.Optional;
import java.util.function.DoubleFunction;

/**
 * A value that knows its interval at every level, so that it can also say how improbable it would
 * be on the other side of a limit.
 *
 * @param value the estimate, finite
 * @param errorBound how far the value can be from the definition's on the same rows; intervals are
 *     this much wider on either side
 * @param levels the interval at a confidence in (0, 1), or nothing; wider at higher confidence
 */
public record Estimate(double value, double errorBound, DoubleFunction<Optional<Interval>> levels) {
  /** No p-value is said to be below the normal tail beyond this, 1.3e-12. */
  private static final double FARTHEST = 7;

  /** Each second step halves the bracket, so this leaves nothing of it. */
  private static final int MOST_STEPS = 60;

  /** In standard errors; moves a p-value by less than its sixth digit. */
  private static final double NEGLIGIBLE = 1e-7;

  /** An exact value whose interval is a point. */
  public static Estimate exact(double value) {
    return new Estimate(
        value, 0, confidence -> Optional.of(new Interval(value, value, 0.0, "exact")));
  }

  /** The interval, as much wider as the value may be off. */
  public Optional<Interval> interval(double confidence) {
    return levels
        .apply(confidence)
        .map(
            found ->
                new Interval(
                    found.low() == null ? null : (Double) (found.low() - errorBound),
                    found.high() == null ? null : (Double) (found.high() + errorBound),
                    found.standardError(),
                    found.method()))
        .flatMap(Interval::withinRange);
  }

  /** This estimate and a constant. */
  public Estimate plus(double constant) {
    return mapped(1, constant);
  }

  /** This estimate the other way round. */
  public Estimate negated() {
    return mapped(-1, 0);
  }

  /** This estimate times a constant. */
  public Estimate times(double factor) {
    return mapped(factor, 0);
  }

  private Estimate mapped(double factor, double constant) {
    return new Estimate(
        factor * value + constant,
        Math.abs(factor) * errorBound,
        confidence -> levels.apply(confidence).map(found -> mapped(found, factor, constant)));
  }

  private static Interval mapped(Interval of, double factor, double constant) {
    Double low = of.low() == null ? null : (Double) (factor * of.low() + constant);
    Double high = of.high() == null ? null : (Double) (factor * of.high() + constant);
    Double error = of.standardError();
    return new Interval(
        factor < 0 ? high : low,
        factor < 0 ? low : high,
        error == null ? null : (Double) (Math.abs(factor) * error),
        of.method());
  }

  /** This estimate less another one of other rows. */
  public Estimate minus(Estimate other) {
    return new Estimate(
        value - other.value,
        errorBound + other.errorBound,
        confidence ->
            IndependentDifference.of(
                value, levels.apply(confidence), other.value, other.levels.apply(confidence)));
  }

  /**
   * The one-sided p-value of the hypothesis that the truth is at most {@code limit}: the tail
   * probability of the interval whose lower end just touches it, so that tests and intervals never
   * disagree. 1 when the estimate itself is at most {@code limit}, and then not a p-value but a
   * bound of one.
   *
   * @return the p-value, at least 1.3e-12; NaN when there is no interval
   */
  public double pAtMost(double limit) {
    if (interval(0.5).isEmpty()) {
      return Double.NaN;
    }
    if (value - errorBound <= limit) {
      return 1;
    }
    return Normal.cdf(-distance(limit));
  }

  /**
   * The z at which the lower end of the interval of tail probability Φ(−z) meets the limit. False
   * position, which ends at once where the end moves in proportion to z, in turns with bisection,
   * which is safe where it jumps, as ends at order statistics do.
   */
  private double distance(double limit) {
    double near = 0;
    double nearGap = value - errorBound - limit;
    double far = FARTHEST;
    double farGap = gap(far, limit);
    if (farGap > 0) {
      return FARTHEST;
    }
    double last = Double.NaN;
    for (int step = 0; step < MOST_STEPS && far - near > NEGLIGIBLE; step++) {
      boolean falsePosition = step % 2 == 0 && Double.isFinite(farGap);
      double z =
          falsePosition ? near + (far - near) * (nearGap / (nearGap - farGap)) : (near + far) / 2;
      if (falsePosition && Math.abs(z - last) < NEGLIGIBLE) {
        return z;
      }
      last = falsePosition ? z : last;
      double found = gap(z, limit);
      if (found > 0) {
        near = z;
        nearGap = found;
      } else {
        far = z;
        farGap = found;
      }
    }
    return near;
  }

  private double gap(double z, double limit) {
    double confidence = Math.max(Double.MIN_NORMAL, Normal.centralMass(z));
    return interval(confidence)
        .map(Interval::low)
        .map(low -> low - limit)
        .orElse(Double.NEGATIVE_INFINITY);
  }
}
