package dev.slicewise.core.statistic;

import dev.slicewise.core.codec.StateFormatException;
import dev.slicewise.core.codec.StateReader;
import dev.slicewise.core.codec.StateWriter;
import dev.slicewise.core.numeric.BinLevel;
import dev.slicewise.core.numeric.BinTable;
import dev.slicewise.core.numeric.FixedPoint;
import dev.slicewise.core.numeric.KeyRows;

/**
 * The bins of a {@link ScoreHistogram}: scores below ½ by s, ascending; the others by 1 − s up to 1
 * and by −s above, descending. Cells are positives, negatives and, when asked for, the sum of
 * scores.
 */
final class ScoreTables {
  private static final long FIRST_OF_LOWER = BinTable.code(-Double.MAX_VALUE);
  private static final long LAST_OF_LOWER = BinTable.code(Math.nextDown(0.5));
  private static final long FIRST_OF_UPPER = BinTable.code(-Double.MAX_VALUE);
  private static final long LAST_OF_UPPER = BinTable.code(0.5);
  private static final long FIRST_ABOVE_ONE = BinTable.code(Math.nextDown(-1.0));
  private static final long ONE = 1L << FixedPoint.FRACTION_BITS;

  private final int maxBins;
  private final boolean weighted;
  private final boolean sums;
  private final boolean wide;
  private final BinTable lower;
  private final BinTable upper;

  /** Both, so that a row finds its own by index: on which side it is is hard to predict. */
  private final BinTable[] sides;

  private int level = BinTable.FULL_LEVEL;
  private long lowerBits;
  private long upperBits;

  ScoreTables(int maxBins, boolean weighted, boolean sums) {
    this.maxBins = maxBins;
    this.weighted = weighted;
    this.sums = sums;
    this.wide = weighted || sums;
    int width = (sums ? 3 : 2) * (wide ? 2 : 1);
    this.lower = new BinTable(width);
    this.upper = new BinTable(width);
    this.sides = new BinTable[] {lower, upper};
  }

  BinTable lower() {
    return lower;
  }

  BinTable upper() {
    return upper;
  }

  int level() {
    return level;
  }

  boolean wide() {
    return wide;
  }

  boolean sums() {
    return sums;
  }

  boolean lossless() {
    return BinLevel.lossless(lowerBits, level) && BinLevel.lossless(upperBits, level);
  }

  boolean isEmpty() {
    return lower.size() + upper.size() == 0;
  }

  /** Counts many rows at once: those of label 1, and as the other kind those of label 0. */
  void settle(Waiting waiting) {
    long[] keys = new long[waiting.size()];
    // Those of the lower table are put from the left, those of the upper one from the right.
    int[] ends = {0, keys.length};
    double[] values = waiting.values();
    addKeys(values, 0, waiting.end(), keys, ends);
    int left = ends[0];
    int right = ends[1];
    addKeys(values, waiting.firstOther(), values.length, keys, ends);
    KeyRows[] rows = {
      new KeyRows(keys, new int[] {0, left}, new int[] {left, ends[0]}),
      new KeyRows(keys, new int[] {right, ends[1]}, new int[] {keys.length, right})
    };
    level -= BinIo.settle(maxBins, level, sides, rows);
  }

  private void addKeys(double[] values, int from, int to, long[] keys, int[] ends) {
    int left = ends[0];
    int right = ends[1];
    int shift = BinTable.FULL_LEVEL - level;
    long ofLower = 0;
    long ofUpper = 0;
    for (int i = from; i < to; i++) {
      // As in bits, but without a branch: all ones below ½, and all ones above 1.
      double value = values[i];
      long isLower = Double.doubleToRawLongBits(value - 0.5) >> 63;
      long rest = Double.doubleToRawLongBits(1.0 - value);
      long isBeyond = rest >> 63;
      long bits =
          Double.doubleToRawLongBits(value + 0.0) & isLower
              | (rest & ~isBeyond | Double.doubleToRawLongBits(-value) & isBeyond) & ~isLower;
      ofLower |= bits & isLower;
      ofUpper |= bits & ~isLower;
      long key = BinTable.codeOfBits(bits) >> shift;
      // Written to both, and overwritten in one.
      keys[left] = key;
      keys[right - 1] = key;
      left -= (int) isLower;
      right -= 1 + (int) isLower;
    }
    lowerBits |= ofLower & Long.MAX_VALUE;
    upperBits |= ofUpper & Long.MAX_VALUE;
    ends[0] = left;
    ends[1] = right;
  }

  /** Adds rows; without weights each counts as one. */
  void add(double[] label, double[] score, double[] weights, int from, int to) {
    if (wide) {
      addWide(label, score, weights, from, to);
      return;
    }
    lower.expect(to - from);
    upper.expect(to - from);
    ScorePlaces places = new ScorePlaces(to - from);
    for (int start = from; start < to; start += ScorePlaces.MOST_ROWS) {
      int end = Math.min(start + ScorePlaces.MOST_ROWS, to);
      if (places.find(label, score, start, end, BinTable.FULL_LEVEL - level)) {
        lowerBits |= places.lowerBits();
        upperBits |= places.upperBits();
        lower.count(places.below(), end - start - places.inUpper());
        upper.count(places.above(), places.inUpper());
      } else {
        for (int i = start; i < end; i++) {
          sides[isUpper(score[i])].increment(key(score[i]), label[i] == 1.0 ? 0 : 1);
        }
      }
      collapse();
    }
  }

  private void addWide(double[] label, double[] score, double[] weights, int from, int to) {
    for (int i = from; i < to; i++) {
      BinTable table = sides[isUpper(score[i])];
      int at = table.cellsOf(key(score[i]));
      long[] cells = table.cells();
      double weight = weights == null ? 1.0 : weights[i];
      FixedPoint.addWeighted(cells, at + (label[i] == 1.0 ? 0 : 2), ONE, weight);
      if (sums) {
        FixedPoint.addWeighted(cells, at + 4, FixedPoint.units(score[i]), weight);
      }
      if (lower.size() + upper.size() > maxBins) {
        collapse();
      }
    }
  }

  private static int isUpper(double score) {
    return score >= 0.5 ? 1 : 0;
  }

  /** The bits of what a score is placed by: s, 1 − s or −s. */
  private static long bits(double score) {
    long mask = -isUpper(score);
    double above = score <= 1.0 ? 1.0 - score : -score;
    // Adding +0.0 turns −0.0 into +0.0.
    return Double.doubleToRawLongBits(above) & mask
        | Double.doubleToRawLongBits(score + 0.0) & ~mask;
  }

  /** The key of a score's bin in its table; the score's bits are noted. */
  private long key(double score) {
    long bits = bits(score);
    long mask = -isUpper(score);
    upperBits |= bits & mask & Long.MAX_VALUE;
    lowerBits |= bits & ~mask & Long.MAX_VALUE;
    return BinTable.codeOfBits(bits) >> (BinTable.FULL_LEVEL - level);
  }

  private void collapse() {
    level -= BinIo.collapse(maxBins, level, wide, lower, upper);
  }

  void merge(ScoreTables other) {
    lowerBits |= other.lowerBits;
    upperBits |= other.upperBits;
    int common = Math.min(level, other.level);
    lower.collapse(level - common, wide);
    upper.collapse(level - common, wide);
    lower.merge(other.lower, other.level - common, wide);
    upper.merge(other.upper, other.level - common, wide);
    level = common;
    collapse();
  }

  void write(StateWriter out) {
    BinIo.writeLevel(out, level);
    out.fixed64(lowerBits);
    out.fixed64(upperBits);
    BinIo.writeBins(out, lower, wide);
    BinIo.writeBins(out, upper, wide);
  }

  /** Reads what {@link #write} wrote into empty tables. */
  void read(StateReader in) {
    level = BinIo.readLevel(in);
    lowerBits = in.fixed64();
    upperBits = in.fixed64();
    long below = BinIo.readBins(in, lower, maxBins, level, wide);
    long above = BinIo.readBins(in, upper, maxBins - lower.size(), level, wide);
    int occupied = lower.size() + upper.size();
    BinIo.expectCanonical(level, maxBins, occupied, lowerBits | upperBits, below | above);
    expectPlaced(lower, lowerBits, below, FIRST_OF_LOWER, LAST_OF_LOWER);
    expectPlaced(upper, upperBits, above, FIRST_OF_UPPER, LAST_OF_UPPER);
  }

  /** Refuses bins without rows, and keys that no score of the table has. */
  private void expectPlaced(BinTable table, long bits, long union, long first, long last) {
    int dropped = BinTable.FULL_LEVEL - level;
    boolean agree = bits >= 0 && union == bits >> dropped && (table.size() > 0 || bits == 0);
    table.sort();
    long[] keys = table.keys();
    for (int i = 0; i < table.size(); i++) {
      long key = keys[i];
      BinIo.expectRows(table.cells(), i * table.width(), wide ? 4 : 2, weighted);
      agree &= key >= first >> dropped && key <= last >> dropped;
      agree &= table == lower || key >= 0 || key <= FIRST_ABOVE_ONE >> dropped;
    }
    if (!agree) {
      throw new StateFormatException("score histogram is not in canonical form");
    }
  }

  long heapBytes() {
    return 96 + lower.heapBytes() + upper.heapBytes();
  }
}
