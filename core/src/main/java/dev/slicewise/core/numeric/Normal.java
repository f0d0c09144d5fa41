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

  private static final double ROOT_HALF = Math.sqrt(0.5);

  private static final double ROOT_TWO_PI = Math.sqrt(2 * Math.PI);

  /** Beyond this erfc is below the smallest double. */
  private static final double VANISHES = 28;

  /** No double is the probability of a value beyond this. */
  private static final double QUANTILE_END = 40;

  /** Enough to leave neighbouring doubles, unless the quantile is below 1e-14. */
  private static final int BISECTIONS = 100;

  private Normal() {}

  /** φ(z) = exp(−z²/2)/√(2π). */
  public static double density(double z) {
    return StrictMath.exp(-0.5 * z * z) / ROOT_TWO_PI;
  }

  /** Φ(z), the probability below z; absolute error below 3e-16, relative error below 1e-12. */
  public static double cdf(double z) {
    return erfc(-z * ROOT_HALF) / 2;
  }

  /** The probability of a value at least as far from 0 as z. */
  public static double twoSided(double z) {
    return erfc(Math.abs(z) * ROOT_HALF);
  }

  /** 2Φ(z) − 1: for z ≥ 0 the probability of [−z, z]. */
  public static double centralMass(double z) {
    double x = z * ROOT_HALF;
    double size = Math.abs(x);
    return size < SERIES_END ? Erf.value(x) : Math.copySign(1 - erfc(size), x);
  }

  /**
   * The z beyond which a value lies with probability {@code tail}, by bisection: the same bits
   * wherever {@link #cdf} has them.
   *
   * @param tail in (0, 1)
   */
  public static double tailQuantile(double tail) {
    double low = -QUANTILE_END;
    double high = QUANTILE_END;
    for (int i = 0; i < BISECTIONS; i++) {
      double middle = (low + high) / 2;
      if (cdf(-middle) > tail) {
        low = middle;
      } else {
        high = middle;
      }
    }
    return high;
  }

  /** The complementary error function 2/√π ∫ₓ^∞ e^(−t²) dt. */
  static double erfc(double x) {
    double size = Math.abs(x);
    if (size < SERIES_END) {
      return 1 - Erf.value(x);
    }
    if (size > VANISHES) {
      return x > 0 ? 0.0 : 2.0;
    }
    // e^(−x²) with the rounding of x² put back: in the tail it would cost three digits.
    double square = size * size;
    double rest = Math.fma(size, size, -square);
    double tail = Erfcx.value(size) * (StrictMath.exp(-square) * (1 - rest));
    return x > 0 ? tail : 2 - tail;
  }
}
