package dev.slicewise.core.numeric;

import java.math.BigDecimal;
import java.math.BigInteger;
import java.math.MathContext;
import java.math.RoundingMode;

/** The few places where an exact integer becomes a double: one rounding, half to even. */
public final class Rounding {
  private static final RoundingMode[] SHORTENING = {
    RoundingMode.HALF_EVEN, RoundingMode.DOWN, RoundingMode.UP
  };

  private Rounding() {}

  /** {@code integer · 2^exponent} rounded to the nearest double. */
  public static double toDouble(BigInteger integer, int exponent) {
    if (integer.signum() == 0) {
      return 0.0;
    }
    BigInteger magnitude = integer.abs();
    int length = magnitude.bitLength();
    // The unit of the result's last place: 53 bits, fewer for subnormal results.
    int shift = Math.max(length - 53, -1074 - exponent);
    double rounded;
    if (shift <= 0) {
      rounded = Math.scalb(magnitude.doubleValue(), exponent);
    } else {
      BigInteger kept = magnitude.shiftRight(shift);
      boolean half = magnitude.testBit(shift - 1);
      boolean sticky = magnitude.getLowestSetBit() < shift - 1;
      if (half && (sticky || kept.testBit(0))) {
        kept = kept.add(BigInteger.ONE);
      }
      rounded =
          kept.bitLength() + shift + exponent > 1024
              ? Double.POSITIVE_INFINITY
              : Math.scalb(kept.doubleValue(), shift + exponent);
    }
    return integer.signum() < 0 ? -rounded : rounded;
  }

  /** {@code numerator / denominator} rounded to the nearest double; the denominator is not 0. */
  public static double ratio(BigInteger numerator, BigInteger denominator) {
    if (numerator.signum() == 0) {
      return 0.0;
    }
    // Enough quotient bits that the remainder only ever acts as a sticky bit.
    int shift = Math.max(0, 66 - numerator.bitLength() + denominator.bitLength());
    BigInteger[] parts = numerator.abs().shiftLeft(shift).divideAndRemainder(denominator.abs());
    BigInteger quotient = parts[0].shiftLeft(1);
    if (parts[1].signum() != 0) {
      quotient = quotient.setBit(0);
    }
    double rounded = toDouble(quotient, -shift - 1);
    return numerator.signum() * denominator.signum() < 0 ? -rounded : rounded;
  }

  /** The shortest decimal that reads back as {@code value}: what a person wrote, on every JVM. */
  public static BigDecimal shortestDecimal(double value) {
    BigDecimal exact = new BigDecimal(value);
    // A normal number has at most one decimal of 15 digits, so no shorter one needs to be tried:
    // it is that one without its zeros. Subnormal numbers have fewer digits.
    for (int digits = Math.abs(value) < Double.MIN_NORMAL ? 1 : 15; digits < 17; digits++) {
      // At a power of two the nearest decimal may miss where its neighbour reads back.
      for (RoundingMode mode : SHORTENING) {
        BigDecimal candidate = exact.round(new MathContext(digits, mode));
        if (candidate.doubleValue() == value) {
          return candidate.stripTrailingZeros();
        }
      }
    }
    return exact.round(new MathContext(17)).stripTrailingZeros();
  }
}
