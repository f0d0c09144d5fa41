package dev.slicewise.core.numeric;

import java.math.BigInteger;

/**
 * An exact number m·2^e, closed under + − ×: where a formula subtracts nearly equal sums, it does
 * so here and rounds once at the end.
 */
public record Dyadic(BigInteger mantissa, int exponent) implements Comparable<Dyadic> {
  /** 0. */
  public static final Dyadic ZERO = new Dyadic(BigInteger.ZERO, 0);

  /** 1. */
  public static final Dyadic ONE = of(1L);

  /** Drops trailing zero bits, so that equal numbers are equal records. */
  public Dyadic {
    if (mantissa.signum() == 0) {
      exponent = 0;
    } else {
      int zeros = mantissa.getLowestSetBit();
      if (zeros > 0) {
        mantissa = mantissa.shiftRight(zeros);
        exponent += zeros;
      }
    }
  }

  /** An integer. */
  public static Dyadic of(long value) {
    return new Dyadic(BigInteger.valueOf(value), 0);
  }

  /** A finite double, exactly. */
  public static Dyadic of(double value) {
    if (!Double.isFinite(value)) {
      throw new IllegalArgumentException("expected a finite number, found " + value);
    }
    int exponent = Math.max(Math.getExponent(value), Double.MIN_EXPONENT) - 52;
    return new Dyadic(BigInteger.valueOf((long) Math.scalb(value, -exponent)), exponent);
  }

  /** This + other. */
  public Dyadic plus(Dyadic other) {
    int common = Math.min(exponent, other.exponent);
    return new Dyadic(
        mantissa
            .shiftLeft(exponent - common)
            .add(other.mantissa.shiftLeft(other.exponent - common)),
        common);
  }

  /** This − other. */
  public Dyadic minus(Dyadic other) {
    return plus(other.negate());
  }

  /** −this. */
  public Dyadic negate() {
    return new Dyadic(mantissa.negate(), exponent);
  }

  /** |this|. */
  public Dyadic abs() {
    return mantissa.signum() < 0 ? negate() : this;
  }

  /** This · other. */
  public Dyadic times(Dyadic other) {
    return new Dyadic(mantissa.multiply(other.mantissa), exponent + other.exponent);
  }

  /** This · this. */
  public Dyadic squared() {
    return times(this);
  }

  /** This · 2^power. */
  public Dyadic scaled(int power) {
    return new Dyadic(mantissa, exponent + power);
  }

  /** −1, 0 or 1. */
  public int signum() {
    return mantissa.signum();
  }

  /** Rounded once, half to even. */
  public double toDouble() {
    return Rounding.toDouble(mantissa, exponent);
  }

  /** This / divisor rounded once; the divisor is not 0. */
  public double over(Dyadic divisor) {
    int shift = exponent - divisor.exponent;
    return shift >= 0
        ? Rounding.ratio(mantissa.shiftLeft(shift), divisor.mantissa)
        : Rounding.ratio(mantissa, divisor.mantissa.shiftLeft(-shift));
  }

  @Override
  public int compareTo(Dyadic other) {
    return minus(other).signum();
  }
}
