package dev.slicewise.core.statistic;

/**
 * Which counters of {@link ScoreTables} count the rows of a run whose scores lie in [0, 1]: found
 * for all of them before any is counted, and without a branch, since on which side of ½ a score is
 * is hard to predict.
 */
final class ScorePlaces {
  /** Rows at once. */
  static final int MOST_ROWS = 256;

  private final long[] below;
  private final long[] above;
  private int inUpper;
  private long lowerBits;
  private long upperBits;

  /** Prepares for a run of so many rows, to be looked at {@link #MOST_ROWS} at a time. */
  ScorePlaces(int rows) {
    this.below = new long[Math.min(MOST_ROWS, rows)];
    this.above = new long[below.length];
  }

  /** Finds the places of some rows; false if one of their scores is outside [0, 1]. */
  boolean find(double[] label, double[] score, int from, int to, int shift) {
    long ofLower = 0;
    long ofUpper = 0;
    long outside = 0;
    int upper = 0;
    for (int i = from; i < to; i++) {
      double value = score[i];
      // All ones below ½.
      long isLower = Double.doubleToRawLongBits(value - 0.5) >> 63;
      // Adding +0.0 turns −0.0 into +0.0.
      long bits = Double.doubleToRawLongBits(value + 0.0);
      long rest = Double.doubleToRawLongBits(1.0 - value);
      outside |= bits | rest;
      bits = bits & isLower | rest & ~isLower;
      ofLower |= bits & isLower;
      ofUpper |= bits & ~isLower;
      long counter = (bits >> shift << 1) + (label[i] == 1.0 ? 0 : 1);
      // Written to both, and overwritten in one.
      below[i - from - upper] = counter;
      above[upper] = counter;
      upper += 1 + (int) isLower;
    }
    inUpper = upper;
    lowerBits = ofLower;
    upperBits = ofUpper;
    return outside >= 0;
  }

  /** The counters of rows in the lower table; as many as are not in the upper. */
  long[] below() {
    return below;
  }

  /** The counters of rows in the upper table. */
  long[] above() {
    return above;
  }

  /** How many rows are in the upper table. */
  int inUpper() {
    return inUpper;
  }

  /** The bits by which rows in the lower table are placed, or-ed together. */
  long lowerBits() {
    return lowerBits;
  }

  /** Likewise of the upper one. */
  long upperBits() {
    return upperBits;
  }
}
