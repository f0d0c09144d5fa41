package dev.slicewise.core.numeric;

/** The loops in plain Java. */
final class PlainLoops implements Loops {
  private static final long LOWEST_EXPONENT_BIT = 1L << 52;

  @Override
  public int lanes() {
    return 1;
  }

  @Override
  public int extent(double[] values, int count, double[] range) {
    range[0] = Double.POSITIVE_INFINITY;
    range[1] = Double.NEGATIVE_INFINITY;
    return extent(values, 0, count, range);
  }

  /** Widens a range by some values. */
  static int extent(double[] values, int from, int to, double[] range) {
    double low = range[0];
    double high = range[1];
    // The sign bit is set once an exponent of all ones overflows into it: by NaN and infinities.
    long overflow = 0;
    // x(x − 1) is ±0 for 0 and 1 alone. No branch: which label comes next is hard to predict.
    long notBinary = 0;
    for (int i = from; i < to; i++) {
      double value = values[i];
      overflow |= (Double.doubleToRawLongBits(value) & Long.MAX_VALUE) + LOWEST_EXPONENT_BIT;
      notBinary |= Double.doubleToRawLongBits(value * (value - 1.0)) & Long.MAX_VALUE;
      if (value < low) {
        low = value;
      }
      if (value > high) {
        high = value;
      }
    }
    range[0] = low;
    range[1] = high;
    return (overflow < 0 ? NOT_FINITE : 0) | (notBinary != 0 ? NOT_BINARY : 0);
  }

  @Override
  public double magnitude(double[] values, int from, int to) {
    // Four sums at once, since each addition waits for the last.
    double size0 = 0;
    double size1 = 0;
    double size2 = 0;
    double size3 = 0;
    int i = from;
    for (; i < to - 3; i += 4) {
      size0 += Math.abs(values[i]);
      size1 += Math.abs(values[i + 1]);
      size2 += Math.abs(values[i + 2]);
      size3 += Math.abs(values[i + 3]);
    }
    for (; i < to; i++) {
      size0 += Math.abs(values[i]);
    }
    return (size0 + size1) + (size2 + size3);
  }

  @Override
  public void split(
      double[] values, int from, int count, double rounding, double[] rest, double[] sums) {
    double sum0 = 0;
    double sum1 = 0;
    double sum2 = 0;
    double sum3 = 0;
    double size0 = 0;
    double size1 = 0;
    double size2 = 0;
    double size3 = 0;
    int i = 0;
    for (; i < count - 3; i += 4) {
      double high0 = (values[from + i] + rounding) - rounding;
      double high1 = (values[from + i + 1] + rounding) - rounding;
      double high2 = (values[from + i + 2] + rounding) - rounding;
      double high3 = (values[from + i + 3] + rounding) - rounding;
      double rest0 = values[from + i] - high0;
      double rest1 = values[from + i + 1] - high1;
      double rest2 = values[from + i + 2] - high2;
      double rest3 = values[from + i + 3] - high3;
      rest[i] = rest0;
      rest[i + 1] = rest1;
      rest[i + 2] = rest2;
      rest[i + 3] = rest3;
      sum0 += high0;
      sum1 += high1;
      sum2 += high2;
      sum3 += high3;
      size0 += Math.abs(rest0);
      size1 += Math.abs(rest1);
      size2 += Math.abs(rest2);
      size3 += Math.abs(rest3);
    }
    for (; i < count; i++) {
      double high = (values[from + i] + rounding) - rounding;
      rest[i] = values[from + i] - high;
      sum0 += high;
      size0 += Math.abs(rest[i]);
    }
    sums[0] = (sum0 + sum1) + (sum2 + sum3);
    sums[1] = (size0 + size1) + (size2 + size3);
  }

  @Override
  public void products(
      double[] a, double[] b, int from, int count, double[] products, double[] errors) {
    for (int i = 0; i < count; i++) {
      double product = a[from + i] * b[from + i];
      products[i] = product;
      errors[i] = Math.fma(a[from + i], b[from + i], -product);
    }
  }

  @Override
  public void logLoss(double[] label, double[] probability, double eps, int count, double[] out) {
    for (int i = 0; i < count; i++) {
      out[i] = logLoss(label[i], probability[i], eps);
    }
  }

  static double logLoss(double label, double probability, double eps) {
    double q = Math.min(Math.max(probability, eps), 1.0 - eps);
    // Subtracting from 0 leaves no negative zero.
    return 0.0 - (label == 1.0 ? Logarithm.log(q) : Logarithm.log1p(-q));
  }
}
