package dev.slicewise.core.numeric;

/** ln Γ(x + 1) in {@link StrictMath}, for use row by row: the same bits on every CPU. */
public final class LogFactorial {
  private static final double HALF_LOG_TWO_PI = 0.5 * StrictMath.log(2 * Math.PI);

  /** From here on eight terms of Stirling's series leave less than a rounding. */
  private static final double STIRLING_START = 16.0;

  /** The largest n whose factorial is a double. */
  private static final double LARGEST_EXACT = 18.0;

  private LogFactorial() {}

  /** ln Γ(x + 1) for x ≥ 0, ln x! for integers; +Infinity where it overflows. */
  public static double of(double x) {
    if (x <= LARGEST_EXACT && x == Math.rint(x)) {
      double factorial = 1;
      for (int i = 2; i <= x; i++) {
        factorial *= i;
      }
      return StrictMath.log(factorial);
    }
    double z = x + 1;
    double shift = 1;
    while (z < STIRLING_START) {
      shift *= z;
      z += 1;
    }
    return stirling(z) - StrictMath.log(shift);
  }

  /** Abramowitz and Stegun 6.1.41. */
  private static double stirling(double z) {
    double r = 1 / z;
    double s = r * r;
    double series =
        r
            * (1 / 12.0
                - s
                    * (1 / 360.0
                        - s
                            * (1 / 1260.0
                                - s * (1 / 1680.0 - s * (1 / 1188.0 - s * 691 / 360360.0)))));
    return (z - 0.5) * StrictMath.log(z) - z + HALF_LOG_TWO_PI + series;
  }
}
