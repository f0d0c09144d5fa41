package dev.slicewise.core.numeric;

/**
 * Working memory that makes an {@link ExactSum} cheap over a run: mantissas are first added up by
 * exponent, in one array, and reach the sum's digits once per exponent and run.
 *
 * <p>One per evaluating thread; holds nothing between calls. 16 KiB.
 */
public final class ExactSumScratch {
  /** Runs shorter than this are added value by value. */
  private static final int WORTHWHILE = 24;

  /** 1000 mantissas of 53 bits fit a long with room to spare. */
  private static final int BLOCK = 1000;

  private final long[] byExponent = new long[0x7ff];

  void addAll(double[] values, int from, int to, ExactSum sum) {
    if (to - from < WORTHWHILE) {
      for (int i = from; i < to; i++) {
        sum.add(values[i]);
      }
      return;
    }
    for (int start = from; start < to; start += BLOCK) {
      int end = Math.min(start + BLOCK, to);
      int lowest = 0x7ff;
      int highest = 0;
      for (int i = start; i < end; i++) {
        long bits = Double.doubleToRawLongBits(values[i]);
        int exponent = (int) (bits >>> 52) & 0x7ff;
        if (exponent == 0 || exponent == 0x7ff) {
          sum.add(values[i]);
          continue;
        }
        long sign = bits >> 63;
        byExponent[exponent] += (((bits & 0xfffffffffffffL) | 0x10000000000000L) ^ sign) - sign;
        lowest = Math.min(lowest, exponent);
        highest = Math.max(highest, exponent);
      }
      flush(lowest, highest, sum);
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
      int lowest = 0x7ff;
      int highest = 0;
      for (int i = start; i < end; i++) {
        double high = a[i] * b[i];
        double low = Math.fma(a[i], b[i], -high);
        long highBits = Double.doubleToRawLongBits(high);
        long lowBits = Double.doubleToRawLongBits(low);
        int highExponent = (int) (highBits >>> 52) & 0x7ff;
        int lowExponent = (int) (lowBits >>> 52) & 0x7ff;
        if (highExponent == 0 || highExponent == 0x7ff) {
          sum.addProduct(a[i], b[i]);
          continue;
        }
        long highSign = highBits >> 63;
        byExponent[highExponent] +=
            (((highBits & 0xfffffffffffffL) | 0x10000000000000L) ^ highSign) - highSign;
        highest = Math.max(highest, highExponent);
        lowest = Math.min(lowest, highExponent);
        if (lowExponent == 0) {
          sum.add(low);
          continue;
        }
        long lowSign = lowBits >> 63;
        byExponent[lowExponent] +=
            (((lowBits & 0xfffffffffffffL) | 0x10000000000000L) ^ lowSign) - lowSign;
        lowest = Math.min(lowest, lowExponent);
      }
      flush(lowest, highest, sum);
    }
  }

  private void flush(int lowest, int highest, ExactSum sum) {
    for (int exponent = lowest; exponent <= highest; exponent++) {
      long mantissas = byExponent[exponent];
      if (mantissas != 0) {
        sum.addScaled(mantissas, exponent - 1);
        byExponent[exponent] = 0;
      }
    }
  }
}
