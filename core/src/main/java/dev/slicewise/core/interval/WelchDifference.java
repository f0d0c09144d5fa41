package dev.slicewise.core.interval;

import dev.slicewise.core.numeric.Dyadic;
import dev.slicewise.core.numeric.Moments;
import java.util.Optional;

/**
 * Two means from different rows whose variances may differ: Welch's t-test of {@code second −
 * first}.
 *
 * <p>Source: B. L. Welch, "The generalization of 'Student's' problem when several different
 * population variances are involved", Biometrika 34 (1947), doi:10.1093/biomet/34.1-2.28.
 */
public final class WelchDifference {
  private WelchDifference() {}

  /**
   * The test; nothing when either side has fewer than two rows.
   *
   * @param first n, Σx and Σx² of one side's unweighted rows
   * @param second the same of the other side
   */
  public static Optional<StudentTest> of(Moments first, Moments second) {
    Dyadic n1 = first.weight();
    Dyadic n2 = second.weight();
    Dyadic degrees1 = n1.minus(Dyadic.ONE);
    Dyadic degrees2 = n2.minus(Dyadic.ONE);
    if (degrees1.signum() <= 0 || degrees2.signum() <= 0) {
      return Optional.empty();
    }
    Dyadic difference = second.sum().times(n1).minus(first.sum().times(n2));
    // Either side's squared standard error is spread/(n²(n − 1)); over a common denominator:
    Dyadic spread1 = first.spread().times(n2.squared()).times(degrees2);
    Dyadic spread2 = second.spread().times(n1.squared()).times(degrees1);
    Dyadic spread = spread1.plus(spread2);
    return Optional.of(
        StudentTest.of(
            difference,
            n1.times(n2),
            spread,
            degrees1.times(degrees2),
            freedom(spread1, degrees1, spread2, degrees2)));
  }

  /**
   * The same test of weighted rows, which count as W²/Σw² rows of equal weight; nothing when either
   * side has no more than one of those, or nothing varies.
   *
   * @param difference second mean − first mean
   * @param variance1 of the first side's rows, with n
   * @param rows1 effective rows of the first side
   */
  public static Optional<StudentTest> of(
      double difference, double variance1, double rows1, double variance2, double rows2) {
    if (!(rows1 > 1 && rows2 > 1)) {
      return Optional.empty();
    }
    double square1 = variance1 / (rows1 - 1);
    double square2 = variance2 / (rows2 - 1);
    double square = square1 + square2;
    if (!(square > 0 && square < Double.POSITIVE_INFINITY)) {
      return Optional.empty();
    }
    double share1 = square1 / square;
    double share2 = square2 / square;
    double freedom = 1 / (share1 * share1 / (rows1 - 1) + share2 * share2 / (rows2 - 1));
    double standardError = Math.sqrt(square);
    return Optional.of(
        new StudentTest(difference, standardError, difference / standardError, freedom));
  }

  /** Degrees of freedom by Welch and Satterthwaite; those of equal variances if there are none. */
  private static double freedom(Dyadic spread1, Dyadic degrees1, Dyadic spread2, Dyadic degrees2) {
    Dyadic spread = spread1.plus(spread2);
    if (spread.signum() == 0) {
      return degrees1.plus(degrees2).toDouble();
    }
    double share1 = spread1.over(spread);
    double share2 = spread2.over(spread);
    return 1 / (share1 * share1 / degrees1.toDouble() + share2 * share2 / degrees2.toDouble());
  }
}
