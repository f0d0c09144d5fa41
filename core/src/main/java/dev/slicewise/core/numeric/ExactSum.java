package dev.slicewise.core.numeric;

import dev.slicewise.core.codec.StateFormatException;
import dev.slicewise.core.codec.StateReader;
import dev.slicewise.core.codec.StateWriter;
import java.math.BigInteger;

/**
 * The exact sum of doubles: an integer multiple of 2<sup>-1074</sup> kept in 32-bit digits, so that
 * the order of additions and merges cannot matter.
 *
 * <p>Only the digits that were touched are stored: a window that grows, four to six digits for data
 * of one magnitude. Adding is integer addition with the carries left for later; one {@link
 * #value()} rounds once, half to even. Size: at most 68 digits of 8 bytes on the heap, 4 bytes each
 * serialised.
 *
 * <p>Infinite terms (a product that overflowed) are counted apart: both signs seen give NaN, one
 * gives that infinity. NaN must not be added.
 *
 * <p>Source: R. M. Neal, "Fast exact summation using small and large superaccumulators",
 * arXiv:1505.05571. Not thread-safe.
 */
public final class ExactSum {
  private static final int DIGIT_BITS = 32;
  static final long DIGIT_MASK = 0xffffffffL;

  /** Digits of the largest sum: 2098 bits of a double's range and 64 bits of headroom. */
  static final int MAX_DIGITS = 68;

  /** Every addition changes a digit by less than 2^52, so this many leave a long unharmed. */
  private static final int ADDITIONS_BEFORE_CARRY = 2000;

  private long[] digits = ExactSumBytes.NO_DIGITS;
  private int lowest;
  private int additions;
  private long positiveInfinities;
  private long negativeInfinities;

  /** Adds one double. */
  public void add(double value) {
    long bits = Double.doubleToRawLongBits(value);
    int exponent = (int) (bits >>> 52) & 0x7ff;
    long mantissa = bits & 0xfffffffffffffL;
    if (exponent == 0) {
      if (mantissa == 0) {
        return;
      }
      exponent = 1;
    } else if (exponent == 0x7ff) {
      addInfinity(value);
      return;
    } else {
      mantissa |= 0x10000000000000L;
    }
    long sign = bits >> 63;
    addScaled((mantissa ^ sign) - sign, exponent - 1);
  }

  /**
   * Adds {@code a·b} without rounding (exact unless the product is below 2^-969). A product that
   * overflows is one infinite term; 0·∞ is 0, since an infinite factor is a finite one that
   * overflowed.
   */
  public void addProduct(double a, double b) {
    double high = a * b;
    if (Double.isFinite(high)) {
      add(high);
      add(Math.fma(a, b, -high));
    } else if (a != 0.0 && b != 0.0) {
      addInfinity(high);
    }
  }

  /** Adds {@code a·b·c} likewise; the products are expanded, not rounded. */
  public void addProduct(double a, double b, double c) {
    double high = a * b;
    if (Double.isFinite(high) && Double.isFinite(high * c)) {
      addProduct(high, c);
      addProduct(Math.fma(a, b, -high), c);
    } else if (a != 0.0 && b != 0.0 && c != 0.0) {
      addInfinity(Math.signum(a) * Math.signum(b) * Math.signum(c) * Double.POSITIVE_INFINITY);
    }
  }

  /** Adds {@code values[from..to)}; the scratch makes long runs cheap. */
  public void addAll(double[] values, int from, int to, ExactSumScratch scratch) {
    scratch.addAll(values, from, to, this);
  }

  /** Adds {@code a[i]·b[i]} for i in [from, to), each product exactly. */
  public void addProducts(double[] a, double[] b, int from, int to, ExactSumScratch scratch) {
    scratch.addProducts(a, b, from, to, this);
  }

  /** Adds {@code a[i]·b[i]·c[i]} likewise. */
  public void addProducts(
      double[] a, double[] b, double[] c, int from, int to, ExactSumScratch scratch) {
    scratch.addProducts(a, b, c, from, to, this);
  }

  /** Adds {@code integer · 2^(shift - 1074)}, for any integer and a shift of at least 0. */
  void addScaled(long integer, int shift) {
    int offset = shift & 31;
    long rest = integer >> (DIGIT_BITS - offset);
    addDigits(shift >>> 5, (integer << offset) & DIGIT_MASK, rest & DIGIT_MASK, rest >> DIGIT_BITS);
  }

  /** Adds to three digits in a row, less than 2^52 each. */
  void addDigits(int digit, long low, long middle, long high) {
    ensureWindow(digit, digit + 2);
    int at = digit - lowest;
    digits[at] += low;
    digits[at + 1] += middle;
    digits[at + 2] += high;
    if (++additions >= ADDITIONS_BEFORE_CARRY) {
      carry();
    }
  }

  void addInfinity(double value) {
    if (value > 0) {
      positiveInfinities++;
    } else if (value < 0) {
      negativeInfinities++;
    } else {
      throw new AssertionError("NaN reached an exact sum; row admission should have stopped it");
    }
  }

  /** Adds all that {@code other} holds and leaves {@code other}'s value as it was. */
  public void merge(ExactSum other) {
    positiveInfinities += other.positiveInfinities;
    negativeInfinities += other.negativeInfinities;
    if (other.digits.length > 0) {
      carry();
      other.carry();
      ensureWindow(other.lowest, other.lowest + other.digits.length - 1);
      int at = other.lowest - lowest;
      for (int i = 0; i < other.digits.length; i++) {
        digits[at + i] += other.digits[i];
      }
      additions = 1;
    }
  }

  /** How many terms were infinite. */
  public long overflows() {
    return positiveInfinities + negativeInfinities;
  }

  /** The sum rounded once, half to even; an infinity or NaN when infinite terms were added. */
  public double value() {
    if (overflows() > 0) {
      double above = positiveInfinities > 0 ? Double.POSITIVE_INFINITY : 0.0;
      return negativeInfinities > 0 ? above - Double.POSITIVE_INFINITY : above;
    }
    return Rounding.toDouble(units(), -1074);
  }

  /** The finite part of the sum as an integer multiple of 2^-1074. */
  public BigInteger units() {
    carry();
    return ExactSumBytes.toBigInteger(digits, lowest);
  }

  /** The finite part of the sum, exactly. */
  public Dyadic toDyadic() {
    return new Dyadic(units(), -1074);
  }

  /** Writes the canonical bytes: equal sums give equal bytes. */
  public void write(StateWriter out) {
    carry();
    ExactSumBytes.writeDigits(out, digits, lowest);
    out.unsigned(positiveInfinities);
    out.unsigned(negativeInfinities);
  }

  /** Reads what {@link #write} wrote and refuses anything that it would not have written. */
  public static ExactSum read(StateReader in) {
    ExactSum sum = new ExactSum();
    sum.digits = new long[in.count(MAX_DIGITS, 4, "digits of an exact sum")];
    sum.lowest = ExactSumBytes.readDigits(in, sum.digits);
    sum.positiveInfinities = in.unsigned();
    sum.negativeInfinities = in.unsigned();
    return sum;
  }

  /** Reads a sum of terms of at least 0. */
  public static ExactSum readNonNegative(StateReader in) {
    ExactSum sum = read(in);
    int top = sum.digits.length - 1;
    if (sum.negativeInfinities > 0 || (top >= 0 && sum.digits[top] < 0)) {
      throw new StateFormatException("expected a sum of at least 0, found a negative one");
    }
    return sum;
  }

  /** Whether nothing but zeros was added. */
  public boolean isZero() {
    return overflows() == 0 && units().signum() == 0;
  }

  /** An estimate of the heap this sum occupies, in bytes. */
  public long heapBytes() {
    return 48 + 16 + 8L * digits.length;
  }

  private void ensureWindow(int from, int to) {
    if (digits.length == 0) {
      lowest = from;
      digits = new long[to - from + 1];
      return;
    }
    if (from >= lowest && to < lowest + digits.length) {
      return;
    }
    carry();
    int newLowest = Math.min(lowest, from);
    int newEnd = Math.max(lowest + digits.length, to + 1);
    long[] wider = new long[newEnd - newLowest];
    System.arraycopy(digits, 0, wider, lowest - newLowest, digits.length);
    // The old top digit holds the sign: spread it over the new ones.
    int top = lowest - newLowest + digits.length - 1;
    if (top + 1 < wider.length) {
      wider[top + 1] = wider[top] >> DIGIT_BITS;
      wider[top] &= DIGIT_MASK;
    }
    digits = wider;
    lowest = newLowest;
  }

  /** Leaves every digit in [0, 2^32) but the topmost, which carries the sign. */
  private void carry() {
    if (additions == 0) {
      return;
    }
    additions = 0;
    int top = digits.length - 1;
    for (int i = 0; i < top; i++) {
      digits[i + 1] += digits[i] >> DIGIT_BITS;
      digits[i] &= DIGIT_MASK;
    }
    if (digits[top] != (int) digits[top]) {
      digits = java.util.Arrays.copyOf(digits, top + 2);
      digits[top + 1] = digits[top] >> DIGIT_BITS;
      digits[top] &= DIGIT_MASK;
    }
  }
}
