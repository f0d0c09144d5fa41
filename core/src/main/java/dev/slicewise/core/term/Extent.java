package dev.slicewise.core.term;

/**
 * Where the numbers of one column of a batch lie: found in one pass, so that the rules of several
 * domains need not each look at every row of a batch without a bad one.
 */
final class Extent {
  private static final long MAGNITUDE = Long.MAX_VALUE;
  private static final long LOWEST_EXPONENT_BIT = 1L << 52;

  private double smallest;
  private double largest;
  private boolean finite;
  private boolean binary;

  /** Looks at the first rows of a column; NULL rows count as the 0 they hold. */
  void of(double[] values, int rows) {
    double low = Double.POSITIVE_INFINITY;
    double high = Double.NEGATIVE_INFINITY;
    // The sign bit is set once an exponent of all ones overflows into it: by NaN and infinities.
    long overflow = 0;
    // x(x − 1) is ±0 for 0 and 1 alone. No branch: which label comes next is hard to predict.
    long notBinary = 0;
    for (int i = 0; i < rows; i++) {
      double value = values[i];
      long magnitude = Double.doubleToRawLongBits(value) & MAGNITUDE;
      overflow |= magnitude + LOWEST_EXPONENT_BIT;
      notBinary |= Double.doubleToRawLongBits(value * (value - 1.0)) & MAGNITUDE;
      if (value < low) {
        low = value;
      }
      if (value > high) {
        high = value;
      }
    }
    smallest = low;
    largest = high;
    finite = overflow >= 0;
    binary = notBinary == 0;
  }

  /** Whether no value is NaN or infinite. */
  boolean isFinite() {
    return finite;
  }

  /** Whether every value is 0 or 1. */
  boolean isBinary() {
    return binary;
  }

  /** Whether every value lies in [low, high]. */
  boolean isWithin(double low, double high) {
    return finite && smallest >= low && largest <= high;
  }

  /** Whether every value is finite and greater than a bound. */
  boolean isAbove(double bound) {
    return finite && smallest > bound;
  }

  /** Whether zero certainly is not among the values. */
  boolean hasNoZero() {
    return finite && (smallest > 0.0 || largest < 0.0);
  }
}
