package dev.slicewise.core.numeric;

/**
 * The normal distribution in {@link StrictMath}, for use row by row: the same bits on every CPU.
 * Absolute error at most 4e-16.
 */
public final class NormalCurve {
  private static final double TWO_OVER_ROOT_PI = 2 / Math.sqrt(Math.PI);
  private static final double ROOT_TWO_PI = Math.sqrt(2 * Math.PI);

  /** Beyond this the continued fraction converges faster than the series. */
  private static final double SERIES_END = 3.0;

  /** erf is 1 to the last bit from here on. */
  private static final double SATURATED = 6.0;

  private static final int FRACTION_DEPTH = 60;

  private NormalCurve() {}

  /** φ(z) = exp(−z²/2)/√(2π). */
  public static double density(double z) {
    return StrictMath.exp(-0.5 * z * z) / ROOT_TWO_PI;
  }

  /** Φ(z), the probability of a value up to z. */
  public static double distribution(double z) {
    return 0.5 + 0.5 * centralMass(z);
  }

  /** 2Φ(z) − 1: for z ≥ 0 the probability of [−z, z]. */
  public static double centralMass(double z) {
    double x = Math.abs(z) / Math.sqrt(2);
    return Math.copySign(x < SATURATED ? errorFunction(x) : 1.0, z);
  }

  private static double errorFunction(double x) {
    double bell = StrictMath.exp(-x * x);
    if (x > SERIES_END) {
      double fraction = x;
      for (int k = FRACTION_DEPTH; k > 0; k--) {
        fraction = x + 0.5 * k / fraction;
      }
      return 1.0 - bell / fraction * TWO_OVER_ROOT_PI / 2;
    }
    // All terms are positive, so nothing cancels: Abramowitz and Stegun 7.1.6.
    double term = x;
    double sum = x;
    for (int n = 1; term > sum * 0x1p-54; n++) {
      term *= 2 * x * x / (2 * n + 1);
      sum += term;
    }
    return TWO_OVER_ROOT_PI * bell * sum;
  }
}
