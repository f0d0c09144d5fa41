package dev.slicewise.core.numeric;

import dev.slicewise.core.codec.StateFormatException;
import dev.slicewise.core.codec.StateReader;
import dev.slicewise.core.codec.StateWriter;
import java.math.BigInteger;

/**
 * Sums of bounded terms, |f| ≤ 1, in units of 2<sup>-60</sup>, as 128-bit integers laid out in a
 * caller's array: low half at {@code at}, high half at {@code at + 1}.
 *
 * <p>Adding rounds each term once to a unit (error at most 2^-61) and is integer addition from then
 * on. A weight multiplies the units exactly and the product is rounded once, so a row of integer
 * weight k equals k rows of weight 1 to the bit. Weights stay below 2^31 ({@link #WEIGHT_LIMIT}),
 * rows below 2^35: nothing can wrap.
 */
public final class FixedPoint {
  /** The unit is 2^-60. */
  public static final int FRACTION_BITS = 60;

  /** Weights must be below this. */
  public static final double WEIGHT_LIMIT = 0x1p31;

  private static final double UNITS_PER_ONE = 0x1p60;

  private FixedPoint() {}

  /** The term in units, rounded half to even. */
  public static long units(double term) {
    return (long) Math.rint(term * UNITS_PER_ONE);
  }

  /** Adds units of weight one. */
  public static void add(long[] cells, int at, long units) {
    addWide(cells, at, units, units >> 63);
  }

  /** Adds {@code weight · units}, the product rounded half to even to a unit. */
  public static void addWeighted(long[] cells, int at, long units, double weight) {
    if (weight == 1.0) {
      add(cells, at, units);
      return;
    }
    if (!(weight < WEIGHT_LIMIT)) {
      throw new IllegalArgumentException(
          "expected weights below 2^31 = 2147483648, found "
              + weight
              + "; divide the weight column by a constant (results do not change)");
    }
    long bits = Double.doubleToRawLongBits(weight);
    int exponent = (int) (bits >>> 52);
    long mantissa = bits & 0xfffffffffffffL;
    if (exponent == 0) {
      exponent = 1;
    } else {
      mantissa |= 0x10000000000000L;
    }
    // weight = mantissa · 2^-shift, and shift is at least 22 because weight < 2^31.
    int shift = 1075 - exponent;
    long high = Math.multiplyHigh(mantissa, units);
    long low = mantissa * units;
    if (shift >= 127) {
      return;
    }
    long quotientLow;
    long quotientHigh;
    boolean half;
    boolean sticky;
    if (shift < 64) {
      quotientLow = (low >>> shift) | (high << (64 - shift));
      quotientHigh = high >> shift;
      half = (low >>> (shift - 1) & 1) != 0;
      sticky = (low & ((1L << (shift - 1)) - 1)) != 0;
    } else {
      int rest = shift - 64;
      quotientLow = high >> rest;
      quotientHigh = high >> 63;
      half = rest == 0 ? low < 0 : (high >>> (rest - 1) & 1) != 0;
      long below = rest == 0 ? low & Long.MAX_VALUE : low | (high & ((1L << (rest - 1)) - 1));
      sticky = below != 0;
    }
    if (half && (sticky || (quotientLow & 1) != 0)) {
      quotientLow++;
      if (quotientLow == 0) {
        quotientHigh++;
      }
    }
    addWide(cells, at, quotientLow, quotientHigh);
  }

  /** Adds a 128-bit number of units. */
  public static void addWide(long[] cells, int at, long low, long high) {
    long before = cells[at];
    long sum = before + low;
    // The carry of an unsigned addition, without a branch: it comes once in sixteen terms or so.
    long carry = (before & low | (before | low) & ~sum) >>> 63;
    cells[at] = sum;
    cells[at + 1] += high + carry;
  }

  /** The sum in units. */
  public static BigInteger toBigInteger(long[] cells, int at) {
    BigInteger low = BigInteger.valueOf(cells[at] & Long.MAX_VALUE);
    if (cells[at] < 0) {
      low = low.setBit(63);
    }
    return BigInteger.valueOf(cells[at + 1]).shiftLeft(64).add(low);
  }

  /** Writes one 128-bit number, the shorter the smaller it is. */
  public static void write(StateWriter out, long[] cells, int at) {
    boolean narrow = cells[at + 1] == cells[at] >> 63;
    out.octet(narrow ? 0 : 1);
    if (narrow) {
      out.signed(cells[at]);
    } else {
      out.fixed64(cells[at]);
      out.signed(cells[at + 1]);
    }
  }

  /** Reads one 128-bit number of at least 0. */
  public static void readNonNegative(StateReader in, long[] cells, int at) {
    read(in, cells, at);
    if (cells[at + 1] < 0) {
      throw new StateFormatException("expected a weight of at least 0, found a negative one");
    }
  }

  /** Reads one 128-bit number. */
  public static void read(StateReader in, long[] cells, int at) {
    int form = in.octet();
    if (form == 0) {
      cells[at] = in.signed();
      cells[at + 1] = cells[at] >> 63;
    } else {
      cells[at] = in.fixed64();
      cells[at + 1] = in.signed();
      if (form != 1 || cells[at + 1] == cells[at] >> 63) {
        throw new StateFormatException("128-bit number is not in canonical form");
      }
    }
  }
}
