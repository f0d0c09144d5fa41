package dev.slicewise.core.numeric;

/**
 * Working memory that makes an {@link ExactSum} cheap over a run: mantissas are first added up by
 * exponent, in one array, and reach the sum once per digit and run. The loops have no branch that
 * depends on a value: zeros and subnormals add to slot 0, and the rare infinity is found afterwards
 * by the highest exponent.
 *
 * <p>One per evaluating thread; holds nothing between calls. 16 KiB.
 */
public final class ExactSumScratch {
  /** Runs shorter than this are added value by value. */
  private static final int WORTHWHILE = 12;

  /** So many mantissas below 2^53 fit a long. */
  private static final int BLOCK = 1024;

  private static final int NON_FINITE = 0x7ff;
  private static final long FRACTION = 0xfffffffffffffL;

  private final long[] byExponent = new long[NON_FINITE + 1];

  void addAll(double[] values, int from, int to, ExactSum sum) {
    if (to - from < WORTHWHILE) {
      for (int i = from; i < to; i++) {
        sum.add(values[i]);
      }
      return;
    }
    for (int start = from; start < to; start += BLOCK) {
      int end = Math.min(start + BLOCK, to);
      int lowest = NON_FINITE;
      int highest = 0;
      for (int i = start; i < end; i++) {
        long bits = Double.doubleToRawLongBits(values[i]);
        int exponent = (int) (bits >>> 52) & NON_FINITE;
        byExponent[exponent] += signedMantissa(bits, exponent);
        lowest = Math.min(lowest, exponent - 1 & NON_FINITE);
        highest = Math.max(highest, exponent);
      }
      flush(lowest + 1, highest, sum);
      if (highest == NON_FINITE) {
        for (int i = start; i < end; i++) {
          if (!Double.isFinite(values[i])) {
            sum.add(values[i]);
          }
        }
      }
    }
  }

  void addProducts(double[] a, double[] b, int from, int to, ExactSum sum) {
    if (to - from < WORTHWHILE) {
      for (int i = from; i < to; i++) {
        sum.addProduct(a[i], b[i]);
      }
      return;
    }
    for (int start = from; start < to; start += BLOCK / 2) {
      int end = Math.min(start + BLOCK / 2, to);
      int lowest = NON_FINITE;
      int highest = 0;
      for (int i = start; i < end; i++) {
        double high = a[i] * b[i];
        long highBits = Double.doubleToRawLongBits(high);
        int highExponent = (int) (highBits >>> 52) & NON_FINITE;
        byExponent[highExponent] += signedMantissa(highBits, highExponent);
        highest = Math.max(highest, highExponent);
        lowest = Math.min(lowest, highExponent - 1 & NON_FINITE);
        // Not finite either where the product is not.
        long lowBits = Double.doubleToRawLongBits(Math.fma(a[i], b[i], -high));
        int lowExponent = (int) (lowBits >>> 52) & NON_FINITE;
        byExponent[lowExponent] += signedMantissa(lowBits, lowExponent);
        lowest = Math.min(lowest, lowExponent - 1 & NON_FINITE);
      }
      flush(lowest + 1, highest, sum);
      if (highest == NON_FINITE) {
        for (int i = start; i < end; i++) {
          if (!Double.isFinite(a[i] * b[i])) {
            sum.addProduct(a[i], b[i]);
          }
        }
      }
    }
  }

  /** The mantissa with its hidden bit, which only exponent 0 lacks, and its sign. */
  private static long signedMantissa(long bits, int exponent) {
    long hidden = (long) (exponent + NON_FINITE >>> 11) << 52;
    long sign = bits >> 63;
    return ((bits & FRACTION | hidden) ^ sign) - sign;
  }

  /** Empties the slots {@code lowest .. highest}, and 0, into the sum: one addition a digit. */
  private void flush(int lowest, int highest, ExactSum sum) {
    int first = lowest;
    if (byExponent[0] != 0) {
      // Subnormals have the unit of exponent 1.
      byExponent[1] += byExponent[0];
      byExponent[0] = 0;
      first = 1;
    }
    byExponent[NON_FINITE] = 0;
    int last = Math.min(Math.max(highest, 1), NON_FINITE - 1);
    while (first <= last) {
      int digit = first - 1 >>> 5;
      int end = Math.min(last, 32 * digit + 32);
      long low = 0;
      long middle = 0;
      long high = 0;
      for (; first <= end; first++) {
        // Empty slots are not worth a branch: which they are is hard to predict.
        long mantissas = byExponent[first];
        byExponent[first] = 0;
        int shift = first - 1 & 31;
        long rest = mantissas >> 32 - shift;
        low += mantissas << shift & ExactSum.DIGIT_MASK;
        middle += rest & ExactSum.DIGIT_MASK;
        high += rest >> 32;
      }
      if ((low | middle | high) != 0) {
        sum.addDigits(digit, low, middle, high);
      }
    }
  }
}
