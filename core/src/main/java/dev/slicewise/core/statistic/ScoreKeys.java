package dev.slicewise.core.statistic;

import dev.slicewise.core.numeric.BinTable;
import dev.slicewise.core.numeric.KeyRows;

/** The keys of waiting scores in the two tables of {@link ScoreTables}. */
final class ScoreKeys {
  private final int shift;

  /** Those of the lower table are put from the left, those of the upper one from the right. */
  private final long[] keys;

  private int left;
  private int right;
  private long lowerBits;
  private long upperBits;
  private final KeyRows[] rows;

  /** Finds the keys, shifted right; of the values those of the other kind have label 0. */
  ScoreKeys(Waiting waiting, int shift) {
    this.shift = shift;
    this.keys = new long[waiting.size()];
    this.right = keys.length;
    double[] values = waiting.values();
    place(values, 0, waiting.end());
    int leftPositives = left;
    int rightPositives = right;
    place(values, waiting.firstOther(), values.length);
    this.rows =
        new KeyRows[] {
          new KeyRows(keys, new int[] {0, leftPositives}, new int[] {leftPositives, left}),
          new KeyRows(
              keys, new int[] {rightPositives, right}, new int[] {keys.length, rightPositives})
        };
  }

  private void place(double[] values, int from, int to) {
    int nextLeft = left;
    int nextRight = right;
    long ofLower = 0;
    long ofUpper = 0;
    for (int i = from; i < to; i++) {
      int upper = ScoreTables.isUpper(values[i]);
      long bits = ScoreTables.bits(values[i]);
      ofLower |= bits & upper - 1;
      ofUpper |= bits & -upper;
      // On which side a score is is hard to predict: its key is put on both, and counts on one.
      long key = BinTable.codeOfBits(bits) >> shift;
      keys[nextLeft] = key;
      keys[nextRight - 1] = key;
      nextLeft += 1 - upper;
      nextRight -= upper;
    }
    left = nextLeft;
    right = nextRight;
    lowerBits |= ofLower & Long.MAX_VALUE;
    upperBits |= ofUpper & Long.MAX_VALUE;
  }

  /** Of the lower and the upper table, positives in the first cell, the others in the second. */
  KeyRows[] rows() {
    return rows;
  }

  /** The magnitudes' bits in the lower table, or-ed together. */
  long lowerBits() {
    return lowerBits;
  }

  /** Likewise in the upper table. */
  long upperBits() {
    return upperBits;
  }
}
