package dev.slicewise.core.numeric;

import org.apache.commons.numbers.gamma.Erf;
import org.apache.commons.numbers.gamma.Erfcx;

/**
 * The standard normal distribution with the same bits on every CPU: the error functions of Commons
 * Numbers only where they are quotients of polynomials, and {@link StrictMath} for the exponential.
 */
public final class Normal {
  /** Below this the error function is a quotient of polynomials, from here on erfcx is. */
  private static final double SERIES_END = 0.5;

  private Normal() {}

  /** Φ(z), the probability below z; absolute error below 3e-16, relative error below 1e-12. */
  public static double cdf(double z) {
    return erfc(-z * Math.sqrt(0.5)) / 2;
  }

  /** The probability of a value at least as far from 0 as z. */
  public static double twoSided(double z) {
    return erfc(Math.abs(z) * Math.sqrt(0.5));
  }

  /** The complementary error function 2/√π ∫ₓ^∞ e^(−t²) dt. */
  static double erfc(double x) {
    double size = Math.abs(x);
    if (size < SERIES_END) {
      return 1 - Erf.value(x);
    }
    if (Double.isInfinite(size)) {
      return x > 0 ? 0.0 : 2.0;
    }
    // e^(−x²) with the rounding of x² put back: in the tail it would cost three digits.
    double square = size * size;
    double rest = Math.fma(size, size, -square);
    double tail = Erfcx.value(size) * (StrictMath.exp(-square) * (1 - rest));
    return x > 0 ? tail : 2 - tail;
  }
}
