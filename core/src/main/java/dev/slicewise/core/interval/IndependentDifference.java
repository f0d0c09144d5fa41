package dev.slicewise.core.interval;

import java.util.Optional;

/**
 * The interval of a difference of two estimates from different rows, from the interval of each:
 * √(se₁² + se₂²) for symmetric ones, and the right skewness for others (shares near 0 or 1).
 *
 * <p>Source: G. Zou and A. Donner, "Construction of confidence limits about effect measures",
 * Statistics in Medicine 27 (2008), doi:10.1002/sim.3095; for proportions this is Newcombe's method
 * 10.
 */
public final class IndependentDifference {
  /** The method in words, for the reference. */
  public static final String DESCRIPTION =
      "Zou's and Donner's for a difference, from the metric's closed-form interval on either side";

  /** Ends that were rounded differ by less; those of a function of a mean by more. */
  private static final double SYMMETRIC = 1e-6;

  private IndependentDifference() {}

  /** The interval of {@code first − second}; nothing where either has none. */
  public static Optional<Interval> of(
      double first, Optional<Interval> ofFirst, double second, Optional<Interval> ofSecond) {
    if (ofFirst.isEmpty() || ofSecond.isEmpty()) {
      return Optional.empty();
    }
    Interval a = ofFirst.get();
    Interval b = ofSecond.get();
    if (a.low() == null || a.high() == null || b.low() == null || b.high() == null) {
      return Optional.empty();
    }
    double difference = first - second;
    Double standardError =
        a.standardError() == null || b.standardError() == null
            ? null
            : (Double) hypotenuse(a.standardError(), b.standardError());
    return Optional.of(
            new Interval(
                difference - hypotenuse(first - a.low(), b.high() - second),
                difference + hypotenuse(a.high() - first, second - b.low()),
                standardError,
                "difference"))
        .flatMap(Interval::withinRange);
  }

  /**
   * The interval of {@code first − second}, Welch's where both intervals are Student's t; else that
   * of {@link #of}, with the normal distribution for a test of its standard error.
   *
   * <p>Source: Welch 1947, doi:10.1093/biomet/34.1-2.28, with the degrees of freedom of
   * Satterthwaite 1946.
   */
  public static Optional<Interval> combined(
      double first, Interval ofFirst, double second, Interval ofSecond, double confidence) {
    boolean students =
        ofFirst.degreesOfFreedom() != null
            && ofSecond.degreesOfFreedom() != null
            && Double.isFinite(ofFirst.degreesOfFreedom() + ofSecond.degreesOfFreedom());
    if (!students || isSkewed(first, ofFirst) || isSkewed(second, ofSecond)) {
      return of(first, Optional.of(ofFirst), second, Optional.of(ofSecond))
          .map(
              i ->
                  new Interval(
                      i.low(),
                      i.high(),
                      i.standardError(),
                      i.standardError() == null ? null : (Double) Double.POSITIVE_INFINITY,
                      i.method()));
    }
    double a = ofFirst.standardError() * ofFirst.standardError();
    double b = ofSecond.standardError() * ofSecond.standardError();
    double freedom =
        a + b == 0
            ? ofFirst.degreesOfFreedom() + ofSecond.degreesOfFreedom()
            : 1
                / (a / (a + b) * (a / (a + b)) / ofFirst.degreesOfFreedom()
                    + b / (a + b) * (b / (a + b)) / ofSecond.degreesOfFreedom());
    double standardError = hypotenuse(ofFirst.standardError(), ofSecond.standardError());
    double reach = MeanInterval.Students.quantile(freedom, confidence) * standardError;
    double difference = first - second;
    return new Interval(difference - reach, difference + reach, standardError, freedom, "welch")
        .withinRange();
  }

  /** Whether an interval is not its estimate more or less the same: a root's, one that was cut. */
  private static boolean isSkewed(double estimate, Interval interval) {
    if (interval.low() == null || interval.high() == null) {
      return true;
    }
    double below = estimate - interval.low();
    double above = interval.high() - estimate;
    return Math.abs(above - below) > SYMMETRIC * (above + below);
  }

  private static double hypotenuse(double a, double b) {
    return Math.sqrt(a * a + b * b);
  }
}
