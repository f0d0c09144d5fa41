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
