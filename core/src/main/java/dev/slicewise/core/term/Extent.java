package dev.slicewise.core.term;

import dev.slicewise.core.numeric.Loops;

/**
 * Where the numbers of one column of a batch lie: found in one pass, so that the rules of several
 * domains need not each look at every row of a batch without a bad one.
 */
final class Extent {
  private final double[] range = new double[2];
  private int found;

  /** Looks at the first rows of a column; NULL rows count as the 0 they hold. */
  void of(double[] values, int rows) {
    found = Loops.best().extent(values, rows, range);
  }

  /** Whether no value is NaN or infinite. */
  boolean isFinite() {
    return (found & Loops.NOT_FINITE) == 0;
  }

  /** Whether every value is 0 or 1. */
  boolean isBinary() {
    return (found & Loops.NOT_BINARY) == 0;
  }

  /** Whether every value lies in [low, high]. */
  boolean isWithin(double low, double high) {
    return isFinite() && range[0] >= low && range[1] <= high;
  }

  /** Whether every value is finite and greater than a bound. */
  boolean isAbove(double bound) {
    return isFinite() && range[0] > bound;
  }

  /** Whether zero certainly is not among the values. */
  boolean hasNoZero() {
    return isFinite() && (range[0] > 0.0 || range[1] < 0.0);
  }
}
