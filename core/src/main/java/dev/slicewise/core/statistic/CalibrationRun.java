package dev.slicewise.core.statistic;

import dev.slicewise.core.numeric.FixedPoint;

/**
 * Sums over a run of rows for a {@link CalibrationTable}: of p and p² by bin and binary label, from
 * which all of the table's sums follow. Each is kept in two halves, so that adding a row is four
 * additions of 64 bits; the rows themselves are counted above the upper half of p.
 */
final class CalibrationRun {
  /** As many leave the upper halves, each at most 2^30, below {@link #ONE_ROW}. */
  static final int MOST_ROWS = 1 << 13;

  private static final int HALF_BITS = FixedPoint.FRACTION_BITS / 2;
  private static final long LOWER_HALF = (1L << HALF_BITS) - 1;
  private static final long ONE_ROW = 1L << HALF_BITS + 14;

  /** Longs by bin and label: p and p², two halves each. */
  private static final int HALVES = 4;

  private final int bins;
  private final long[] halves;

  CalibrationRun(int bins) {
    this.bins = bins;
    this.halves = new long[2 * HALVES * bins];
  }

  /** Adds at most {@link #MOST_ROWS} rows; labels are 0 or 1. */
  CalibrationRun add(double[] label, double[] prediction, int from, int to) {
    for (int i = from; i < to; i++) {
      double p = prediction[i];
      long first = FixedPoint.units(p);
      long second = FixedPoint.units(p * p);
      int at = HALVES * (2 * CalibrationTable.binOf(p, bins) + (int) label[i]);
      halves[at] += first & LOWER_HALF;
      halves[at + 1] += (first >>> HALF_BITS) + ONE_ROW;
      halves[at + 2] += second & LOWER_HALF;
      halves[at + 3] += second >>> HALF_BITS;
    }
    return this;
  }

  /** Adds the sums to a table's cells, of which a bin has {@code stride}. */
  void addTo(long[] cells, int stride) {
    for (int bin = 0; bin < bins; bin++) {
      for (int label = 0; label < 2; label++) {
        addTo(cells, stride * bin, HALVES * (2 * bin + label), label == 1);
      }
    }
  }

  private void addTo(long[] cells, int at, int from, boolean positive) {
    long rows = halves[from + 1] / ONE_ROW;
    if (rows == 0) {
      return;
    }
    long upper = halves[from + 1] % ONE_ROW;
    add(cells, at, CalibrationTable.Field.WEIGHT, 0, rows << HALF_BITS);
    add(cells, at, CalibrationTable.Field.PREDICTION, halves[from], upper);
    add(cells, at, CalibrationTable.Field.PREDICTION_SQUARED, halves[from + 2], halves[from + 3]);
    if (positive) {
      add(cells, at, CalibrationTable.Field.LABEL, 0, rows << HALF_BITS);
      add(cells, at, CalibrationTable.Field.PREDICTION_LABEL, halves[from], upper);
    }
  }

  private static void add(
      long[] cells, int at, CalibrationTable.Field field, long lower, long upper) {
    int cell = at + 2 * field.ordinal();
    FixedPoint.addWide(cells, cell, upper << HALF_BITS, upper >>> Long.SIZE - HALF_BITS);
    FixedPoint.addWide(cells, cell, lower, 0);
  }
}
