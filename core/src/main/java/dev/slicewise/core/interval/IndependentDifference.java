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

  private static double hypotenuse(double a, double b) {
    return Math.sqrt(a * a + b * b);
  }
}
