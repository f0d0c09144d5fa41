package dev.slicewise.core.numeric;

import java.util.Arrays;
import java.util.Comparator;

/**
 * Cells of pairs of doubles, keyed on both axes as {@link BinTable} keys its bins and at one level:
 * the store under the joint histogram. One level fewer joins up to four neighbouring cells.
 */
public final class PairTable {
  private static final long EMPTY = Long.MIN_VALUE;

  private final int width;
  private long[] first;
  private long[] second;
  private long[] cells;
  private int size;

  /** Creates an empty table with {@code width} counters a cell. */
  public PairTable(int width) {
    this.width = width;
    allocate(4);
  }

  private void allocate(int capacity) {
    first = new long[capacity];
    second = new long[capacity];
    cells = new long[capacity * width];
    Arrays.fill(first, EMPTY);
    size = 0;
  }

  /** Number of occupied cells. */
  public int size() {
    return size;
  }

  /** Counters a cell. */
  public int width() {
    return width;
  }

  /** Where the counters of a cell start, the cell being made when it is missing. */
  public int cellsOf(long a, long b) {
    int slot = slotOf(a, b);
    if (first[slot] == EMPTY) {
      if (2 * (size + 1) > first.length) {
        rehash(2 * first.length, 0, false);
        slot = slotOf(a, b);
      }
      first[slot] = a;
      second[slot] = b;
      size++;
    }
    return slot * width;
  }

  /** The array that {@link #cellsOf} points into; it changes when a cell is made. */
  public long[] cells() {
    return cells;
  }

  private int slotOf(long a, long b) {
    int mask = first.length - 1;
    int slot = (int) RowHash.mix64(RowHash.mix64(a) + b) & mask;
    while (first[slot] != EMPTY && (first[slot] != a || second[slot] != b)) {
      slot = (slot + 1) & mask;
    }
    return slot;
  }

  private void rehash(int capacity, int shift, boolean wide) {
    PairTable old = new PairTable(width);
    old.first = first;
    old.second = second;
    old.cells = cells;
    allocate(capacity);
    merge(old, shift, wide);
  }

  /** Joins cells {@code levels} times; counters are added as 64-bit or as 128-bit integers. */
  public void collapse(int levels, boolean wide) {
    if (levels > 0 && size > 0) {
      rehash(first.length, levels, wide);
    }
  }

  /** Adds another table's cells, whose keys are first shifted right by {@code shift}. */
  public void merge(PairTable other, int shift, boolean wide) {
    for (int slot = 0; slot < other.first.length; slot++) {
      if (other.first[slot] != EMPTY) {
        int from = slot * width;
        int at = cellsOf(other.first[slot] >> shift, other.second[slot] >> shift);
        for (int i = 0; i < width; i += wide ? 2 : 1) {
          if (wide) {
            FixedPoint.addWide(cells, at + i, other.cells[from + i], other.cells[from + i + 1]);
          } else {
            cells[at + i] += other.cells[from + i];
          }
        }
      }
    }
  }

  /** The cells' keys in ascending order of the first, then the second. */
  public long[][] sortedKeys() {
    long[][] keys = keys();
    Arrays.sort(
        keys, Comparator.<long[]>comparingLong(key -> key[0]).thenComparingLong(key -> key[1]));
    return keys;
  }

  private long[][] keys() {
    long[][] keys = new long[size][];
    int count = 0;
    for (int slot = 0; slot < first.length; slot++) {
      if (first[slot] != EMPTY) {
        keys[count++] = new long[] {first[slot], second[slot]};
      }
    }
    return keys;
  }

  /**
   * The fewest levels to give up so that at most {@code limit} cells remain, {@code level} at most.
   */
  public int levelsToGiveUp(int limit, int level) {
    if (size <= limit) {
      return 0;
    }
    // In Z-order the cells that are one at a coarser level are neighbours, at every level.
    long[][] keys = keys();
    Arrays.sort(keys, PairTable::inZOrder);
    int[] joinedAt = new int[65];
    for (int i = 1; i < keys.length; i++) {
      long differing = (keys[i - 1][0] ^ keys[i][0]) | (keys[i - 1][1] ^ keys[i][1]);
      joinedAt[64 - Long.numberOfLeadingZeros(differing)]++;
    }
    return BinLevel.levelsToGiveUp(size, joinedAt, limit, level);
  }

  /** Compares by the axis whose keys differ in the higher bit. */
  private static int inZOrder(long[] left, long[] right) {
    long a = left[0] ^ right[0];
    long b = left[1] ^ right[1];
    boolean bySecond = Long.compareUnsigned(a, b) < 0 && Long.compareUnsigned(a, a ^ b) < 0;
    return bySecond ? Long.compare(left[1], right[1]) : Long.compare(left[0], right[0]);
  }

  /** An estimate of the heap this table occupies, in bytes. */
  public long heapBytes() {
    return 72 + 16L * first.length + 8L * cells.length;
  }
}
