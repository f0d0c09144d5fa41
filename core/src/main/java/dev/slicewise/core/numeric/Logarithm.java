package dev.slicewise.core.numeric;

/**
 * Natural logarithms with the bits of {@link StrictMath}, at a third of its price: before Java 21
 * every call of {@link StrictMath#log} leaves Java, and a row of log loss is two dozen nanoseconds
 * of little else.
 *
 * <p>The arithmetic is the one that Java prescribes for StrictMath, so that the bits are the same:
 * x = 2<sup>k</sup>(1 + f) with f around 0, then a polynomial in s = f/(2 + f), the leading term of
 * k·ln 2 added last. What is rare (zero, subnormals, NaN, a fraction near 1) is left to StrictMath.
 *
 * <p>Source: Sun Microsystems, "Freely Distributable Math Library" 5.3, e_log and s_log1p.
 */
public final class Logarithm {
  static final double LN2_HIGH = Double.longBitsToDouble(0x3fe62e42fee00000L);
  static final double LN2_LOW = Double.longBitsToDouble(0x3dea39ef35793c76L);

  /** Coefficients of z = s²: the odd series of atanh, fitted on |f| below √2 − 1. */
  static final double Z1 = Double.longBitsToDouble(0x3fe5555555555593L);

  static final double Z2 = Double.longBitsToDouble(0x3fd999999997fa04L);
  static final double Z3 = Double.longBitsToDouble(0x3fd2492494229359L);
  static final double Z4 = Double.longBitsToDouble(0x3fcc71c51d8e78afL);
  static final double Z5 = Double.longBitsToDouble(0x3fc7466496cb03deL);
  static final double Z6 = Double.longBitsToDouble(0x3fc39a09d078c69fL);
  static final double Z7 = Double.longBitsToDouble(0x3fc2f112df3e5244L);

  static final int HIGH_OF_ONE = 0x3ff00000;
  static final int FRACTION = 0xfffff;

  private Logarithm() {}

  /** ln x, as {@link StrictMath#log} has it. */
  public static double log(double x) {
    long bits = Double.doubleToRawLongBits(x);
    int high = (int) (bits >> 32);
    int fraction = high & FRACTION;
    boolean normal = high >= 0x00100000 && high < 0x7ff00000;
    if (!normal || (fraction + 2 & FRACTION) < 3) {
      return StrictMath.log(x);
    }
    // One more halving where the fraction is above √2, so that f is around 0.
    int halved = fraction + 0x95f64 & 0x100000;
    int k = (high >> 20) - 1023 + (halved >> 20);
    double f = withHigh(bits, fraction | halved ^ HIGH_OF_ONE) - 1.0;
    double s = f / (2.0 + f);
    double z = s * s;
    double w = z * z;
    double even = w * (Z2 + w * (Z4 + w * Z6));
    double odd = z * (Z1 + w * (Z3 + w * (Z5 + w * Z7)));
    double rest = odd + even;
    double half = 0.5 * f * f;
    double low = k * LN2_LOW;
    double wide = half - (s * (half + rest) + low);
    double narrow = s * (f - rest) - low;
    // Chosen without a branch, since fractions are hard to predict.
    long isWide = ~(fraction - 0x6147a | 0x6b851 - fraction) >> 31;
    return k * LN2_HIGH - (choose(isWide, wide, narrow) - f);
  }

  /** The first of two numbers where the mask is all ones, the second where it is 0. */
  private static double choose(long mask, double first, double second) {
    long one = Double.doubleToRawLongBits(first);
    long other = Double.doubleToRawLongBits(second);
    return Double.longBitsToDouble(one & mask | other & ~mask);
  }

  /** ln(1 + x), as {@link StrictMath#log1p} has it. */
  public static double log1p(double x) {
    int high = (int) (Double.doubleToRawLongBits(x) >> 32);
    int magnitude = high & 0x7fffffff;
    boolean ordinary = magnitude >= 0x3e200000 && (high >= 0 ? high < 0x43400000 : x > -1.0);
    if (!ordinary) {
      return StrictMath.log1p(x);
    }
    double f = x;
    double correction = 0.0;
    int k = 0;
    if (high >= 0x3fda827a || high < 0 && magnitude > 0x3fd2bec3) {
      double u = 1.0 + x;
      long bits = Double.doubleToRawLongBits(u);
      int highOfSum = (int) (bits >> 32);
      k = (highOfSum >> 20) - 1023;
      correction = (k > 0 ? 1.0 - (u - x) : x - (u - 1.0)) / u;
      int fraction = highOfSum & FRACTION;
      boolean halved = fraction >= 0x6a09e;
      if ((halved ? 0x100000 - fraction >> 2 : fraction) == 0) {
        return StrictMath.log1p(x);
      }
      k += halved ? 1 : 0;
      f = withHigh(bits, fraction | (halved ? 0x3fe00000 : HIGH_OF_ONE)) - 1.0;
    }
    double half = 0.5 * f * f;
    double s = f / (2.0 + f);
    double z = s * s;
    double rest = z * (Z1 + z * (Z2 + z * (Z3 + z * (Z4 + z * (Z5 + z * (Z6 + z * Z7))))));
    return k * LN2_HIGH - ((half - (s * (half + rest) + (k * LN2_LOW + correction))) - f);
  }

  private static double withHigh(long bits, int high) {
    return Double.longBitsToDouble((long) high << 32 | bits & 0xffffffffL);
  }
}
