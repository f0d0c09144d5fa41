package dev.slicewise.core.numeric;

/**
 * The upper tail of χ² with whole degrees of freedom, with the same bits on every CPU.
 *
 * <p>With h = x/2: e^(−h)·Σ h^k/k! over k = 0 … df/2 − 1 for even df; for odd df erfc(√h) and the
 * same sum over k = ½ … df/2 − 1. All summands are positive, so nothing cancels.
 */
public final class ChiSquared {
  private static final int RESCALE = 512;

  /** Enough to leave neighbouring doubles. */
  private static final int BISECTIONS = 100;

  /** Beyond this e^(−h) is 0 whatever a sum of 2^31 powers does. */
  private static final double NOTHING_LEFT = 0x1p500;

  private ChiSquared() {}

  /**
   * The probability of a value above x.
   *
   * @param x at least 0, infinity included
   * @param degreesOfFreedom at least 1
   */
  public static double survival(double x, int degreesOfFreedom) {
    if (!(x >= 0) || degreesOfFreedom < 1) {
      throw new IllegalArgumentException(
          "expected x >= 0 and degrees of freedom >= 1, found " + x + " and " + degreesOfFreedom);
    }
    double half = x / 2;
    if (half > NOTHING_LEFT) {
      return 0.0;
    }
    boolean odd = degreesOfFreedom % 2 != 0;
    double tail = odd ? Normal.erfc(Math.sqrt(half)) : 0.0;
    double first = odd ? 0.5 : 0.0;
    int summands = odd ? (degreesOfFreedom - 1) / 2 : degreesOfFreedom / 2;
    // h^½/Γ(3/2) = 2·√(h/π)
    double term = odd ? 2 * Math.sqrt(half / Math.PI) : 1.0;
    double sum = 0.0;
    int scale = 0;
    for (int k = 0; k < summands; k++) {
      if (k > 0) {
        term *= half / (first + k);
      }
      sum += term;
      if (sum > 0x1p512) {
        sum = Math.scalb(sum, -RESCALE);
        term = Math.scalb(term, -RESCALE);
        scale += RESCALE;
      }
    }
    // The powers of two taken out above go into the exponential, and half of it is multiplied
    // twice, so that nothing under- or overflows before its time.
    double root = StrictMath.exp((scale * StrictMath.log(2) - half) / 2);
    return Math.min(1.0, tail + sum * root * root);
  }

  /**
   * The value that is exceeded with probability {@code tail}, by bisection: the same bits wherever
   * {@link #survival} has them.
   *
   * @param tail in (0, 1)
   */
  public static double tailQuantile(double tail, int degreesOfFreedom) {
    double low = 0;
    double high = degreesOfFreedom;
    while (survival(high, degreesOfFreedom) > tail) {
      high *= 2;
    }
    for (int i = 0; i < BISECTIONS; i++) {
      double middle = (low + high) / 2;
      if (survival(middle, degreesOfFreedom) > tail) {
        low = middle;
      } else {
        high = middle;
      }
    }
    return high;
  }
}
