package dev.slicewise.core.numeric;

/**
 * Harmonic numbers of any real x ≥ 0, that Σ 1/i and Σ 1/i² over i = 1 … x become for whole x; by
 * the asymptotic series of Euler and Maclaurin, with the same bits on every CPU.
 */
public final class Harmonic {
  private static final double EULER = 0.577215664901532860606512090082402431;

  /** From here on the first omitted term is below 1e-17. */
  private static final double FAR = 32;

  private Harmonic() {}

  /** Σ 1/i. */
  public static double first(double x) {
    double below = 0;
    double y = x;
    while (y < FAR) {
      y += 1;
      below += 1 / y;
    }
    double s = 1 / (y * y);
    double rest = s * (1.0 / 12 - s * (1.0 / 120 - s * (1.0 / 252 - s * (1.0 / 240 - s / 132))));
    return StrictMath.log(y) + EULER + 1 / (2 * y) - rest - below;
  }

  /** Σ 1/i². */
  public static double second(double x) {
    double below = 0;
    double y = x;
    while (y < FAR) {
      y += 1;
      below += 1 / (y * y);
    }
    double s = 1 / (y * y);
    double tail =
        1 / y
            - s / 2
            + s / y * (1.0 / 6 - s * (1.0 / 30 - s * (1.0 / 42 - s * (1.0 / 30 - s * 5 / 66))));
    return Math.PI * Math.PI / 6 - tail - below;
  }
}
