package dev.slicewise.core.numeric;

import java.util.Arrays;

/**
 * Bins of doubles keyed by the leading bits of their representation, each bin with a few 64-bit
 * cells: the store under the bit histogram and the score histogram.
 *
 * <p>A key is an order-preserving code of a double (see {@link #code}) shifted right by {@code 52 −
 * level}; one level fewer joins neighbours in pairs. Which level is reached depends only on the set
 * of values, never on their order: bins are joined exactly when more than the caller's bound are
 * occupied, down to the largest level that fits. Open addressing; memory grows with occupied bins.
 */
public final class BinTable {
  /** The level at which every double has a bin of its own. */
  public static final int FULL_LEVEL = 52;

  private static final long EMPTY = Long.MIN_VALUE;

  private final int width;
  private long[] keys;
  private long[] cells;
  private int size;

  /** Creates an empty table with {@code width} cells a bin. */
  public BinTable(int width) {
    this.width = width;
    this.keys = new long[4];
    this.cells = new long[4 * width];
    Arrays.fill(keys, EMPTY);
  }

  /**
   * A signed integer in the order of the doubles: the bits of x ≥ 0, the complement for negative x.
   */
  public static long code(double value) {
    long bits = Double.doubleToRawLongBits(value);
    return bits >= 0 ? bits : ~(bits & Long.MAX_VALUE);
  }

  /** Number of occupied bins. */
  public int size() {
    return size;
  }

  /** Cells a bin. */
  public int width() {
    return width;
  }

  /** Where the cells of a bin start, the bin being made when it is missing. */
  public int cellsOf(long key) {
    int slot = slotOf(key);
    if (keys[slot] == EMPTY) {
      if (2 * (size + 1) > keys.length) {
        rehash(keys.length * 2, 0);
        slot = slotOf(key);
      }
      keys[slot] = key;
      size++;
    }
    return slot * width;
  }

  /** The array that {@link #cellsOf} points into; it changes when a bin is made. */
  public long[] cells() {
    return cells;
  }

  private int slotOf(long key) {
    int mask = keys.length - 1;
    int slot = (int) RowHash.mix64(key) & mask;
    while (keys[slot] != EMPTY && keys[slot] != key) {
      slot = (slot + 1) & mask;
    }
    return slot;
  }

  /** Joins bins {@code levels} times; cells are added as 64-bit or, when wide, 128-bit integers. */
  public void collapse(int levels, boolean wide) {
    if (levels > 0 && size > 0) {
      rehash(keys.length, levels, wide);
    }
  }

  private void rehash(int capacity, int shift) {
    rehash(capacity, shift, false);
  }

  private void rehash(int capacity, int shift, boolean wide) {
    long[] oldKeys = keys;
    long[] oldCells = cells;
    keys = new long[capacity];
    cells = new long[capacity * width];
    Arrays.fill(keys, EMPTY);
    size = 0;
    for (int slot = 0; slot < oldKeys.length; slot++) {
      if (oldKeys[slot] != EMPTY) {
        addCells(oldKeys[slot] >> Math.min(shift, 63), oldCells, slot * width, wide);
      }
    }
  }

  private void addCells(long key, long[] source, int from, boolean wide) {
    int at = cellsOf(key);
    if (wide) {
      for (int i = 0; i < width; i += 2) {
        FixedPoint.addWide(cells, at + i, source[from + i], source[from + i + 1]);
      }
    } else {
      for (int i = 0; i < width; i++) {
        cells[at + i] += source[from + i];
      }
    }
  }

  /** Adds another table's bins, whose keys are first shifted right by {@code shift}. */
  public void merge(BinTable other, int shift, boolean wide) {
    for (int slot = 0; slot < other.keys.length; slot++) {
      if (other.keys[slot] != EMPTY) {
        addCells(other.keys[slot] >> Math.min(shift, 63), other.cells, slot * width, wide);
      }
    }
  }

  /** The keys in ascending order. */
  public long[] sortedKeys() {
    long[] sorted = new long[size];
    int count = 0;
    for (long key : keys) {
      if (key != EMPTY) {
        sorted[count++] = key;
      }
    }
    Arrays.sort(sorted);
    return sorted;
  }

  /**
   * Counts, per number of levels given up, how many neighbours among the sorted keys become one bin
   * exactly then; adds to {@code joinedAt[1..64]}.
   */
  public static void countJoins(long[] sortedKeys, int[] joinedAt) {
    for (int i = 1; i < sortedKeys.length; i++) {
      joinedAt[64 - Long.numberOfLeadingZeros(sortedKeys[i - 1] ^ sortedKeys[i])]++;
    }
  }

  /**
   * The fewest levels to give up so that at most {@code limit} of {@code occupied} bins remain.
   *
   * @param joinedAt as {@link #countJoins} fills it
   */
  public static int levelsToGiveUp(int occupied, int[] joinedAt, int limit, int level) {
    int remaining = occupied;
    int levels = 0;
    while (remaining > limit && levels < level) {
      levels++;
      remaining -= joinedAt[levels];
    }
    return levels;
  }

  /** An estimate of the heap this table occupies, in bytes. */
  public long heapBytes() {
    return 64 + 8L * keys.length + 8L * cells.length;
  }
}
