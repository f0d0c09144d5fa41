package dev.slicewise.core.numeric;

import java.util.Arrays;

/**
 * Bins of doubles keyed by the leading bits of their representation, each bin with a few 64-bit
 * cells: the store under the bit histogram and the score histogram.
 *
 * <p>A key is an order-preserving code of a double (see {@link #code}) shifted right by {@code 52 −
 * level}; one level fewer joins neighbours in pairs. Which level is reached depends only on the set
 * of values, never on their order: bins are joined exactly when more than the caller's bound are
 * occupied, down to the largest level that fits.
 *
 * <p>Rows are counted by hash. A table that is filled at once, read, merged or written holds its
 * bins in ascending order instead, until a row wants a new one.
 */
public final class BinTable {
  /** The level at which every double has a bin of its own. */
  public static final int FULL_LEVEL = 52;

  /** A table of less than this share of another's bins is added to it bin by bin. */
  private static final int FEW = 8;

  private final int width;
  private HashedBins hashed;
  private SortedBins sorted;

  /** Creates an empty table with {@code width} cells a bin. */
  public BinTable(int width) {
    this.width = width;
    this.hashed = new HashedBins(width);
  }

  /**
   * A signed integer in the order of the doubles: the bits of x ≥ 0, the complement for negative x.
   */
  public static long code(double value) {
    return codeOfBits(Double.doubleToRawLongBits(value));
  }

  /** The code of the double with these bits. */
  public static long codeOfBits(long bits) {
    // All ones for negative x: then every bit but the sign is inverted, which was set.
    return bits ^ (bits >> 63) & Long.MAX_VALUE;
  }

  /** Number of occupied bins. */
  public int size() {
    return sorted == null ? hashed.size() : sorted.size;
  }

  /** Cells a bin. */
  public int width() {
    return width;
  }

  /** Where the cells of a bin start, the bin being made when it is missing. */
  public int cellsOf(long key) {
    if (sorted != null) {
      int known = sorted.cellsOf(key);
      if (known >= 0) {
        return known;
      }
      scatter();
    }
    return hashed.cellsOf(key);
  }

  /** The array that {@link #cellsOf} points into; it changes when a bin is made. */
  public long[] cells() {
    return sorted == null ? hashed.cells() : sorted.cells;
  }

  /** Adds 1 to one of a bin's cells, all of them counters. */
  public void increment(long key, int cell) {
    int at = cellsOf(key) + cell;
    cells()[at]++;
  }

  /**
   * Adds 1 to a counter for each of some rows; bins have one or two.
   *
   * @param counters per row, the bin's key, of less than 62 bits, times the width, plus the cell;
   *     overwritten
   */
  public void count(long[] counters, int rows) {
    if (rows > 0) {
      if (sorted != null) {
        scatter();
      }
      hashed.count(counters, rows);
    }
  }

  /** Takes over bins in ascending order, their cells side by side, instead of what it held. */
  public void hold(long[] ascending, long[] cells) {
    sorted = new SortedBins(width, ascending, cells, ascending.length);
    hashed = null;
  }

  /**
   * Adds 1 to a cell for each of some rows, their keys first shifted right; the cells are counters.
   */
  public void count(KeyRows rows, int shift) {
    SortedBins counted = rows.count(Math.min(shift, 63));
    if (size() == 0) {
      sorted = counted;
      hashed = null;
    } else {
      merge(counted, 0, false);
    }
  }

  /** Holds the bins in ascending order: the n-th key's cells start at n · width. */
  public void sort() {
    if (sorted == null) {
      long[] keys = hashed.sortedKeys();
      long[] cells = new long[keys.length * width];
      for (int i = 0; i < keys.length; i++) {
        System.arraycopy(hashed.cells(), hashed.cellsOf(keys[i]), cells, i * width, width);
      }
      sorted = new SortedBins(width, keys, cells, keys.length);
      hashed = null;
    }
  }

  /** Holds the bins by hash. */
  private void scatter() {
    hashed = new HashedBins(width);
    hashed.reserve(sorted.size);
    for (int i = 0; i < sorted.size; i++) {
      hashed.addCells(sorted.keys[i], sorted.cells, i * width, false);
    }
    sorted = null;
  }

  /** Joins bins {@code levels} times; cells are added as 64-bit or, when wide, 128-bit integers. */
  public void collapse(int levels, boolean wide) {
    if (sorted == null) {
      hashed.collapse(levels, wide);
    } else if (levels > 0) {
      sorted.collapse(Math.min(levels, 63), wide);
    }
  }

  /** Makes room for so many bins. */
  public void reserve(int bins) {
    if (hashed != null) {
      hashed.reserve(bins);
    }
  }

  /**
   * Told that rows are about to be counted: where so many of them have met so many bins that it
   * pays, opens a window over the bins with the most counts.
   */
  public void expect(int rows) {
    if (sorted != null && sorted.size >= HashedBins.WORTH_A_WINDOW) {
      scatter();
    }
    if (hashed != null) {
      hashed.expect(rows);
    }
  }

  /**
   * Adds another table's bins, whose keys are first shifted right by {@code shift}. The other one
   * keeps its bins, if in another form.
   */
  public void merge(BinTable other, int shift, boolean wide) {
    other.sort();
    merge(other.sorted, Math.min(shift, 63), wide);
  }

  private void merge(SortedBins other, int shift, boolean wide) {
    // Bins by hash are worth a sort only for as many others; what is sorted stays so more easily.
    int share = sorted == null && size() > 0 ? 1 : FEW;
    if (size() == 0 && shift == 0 && other.size > 0) {
      sorted = other.copy();
      hashed = null;
    } else if (share * other.size >= size()) {
      sort();
      sorted = sorted.merged(other, shift, wide);
    } else {
      for (int i = 0; i < other.size; i++) {
        addCells(other.keys[i] >> shift, other.cells, i * width, wide);
      }
    }
  }

  private void addCells(long key, long[] source, int from, boolean wide) {
    int at = sorted == null ? -1 : sorted.cellsOf(key);
    if (at >= 0) {
      sorted.add(sorted.cells, at, source, from, wide);
      return;
    }
    if (sorted != null) {
      scatter();
    }
    hashed.addCells(key, source, from, wide);
  }

  /**
   * The keys in ascending order in the first {@link #size} places, not to be changed; only after
   * {@link #sort}.
   */
  public long[] keys() {
    return sorted.keys;
  }

  /** The keys in ascending order. */
  public long[] sortedKeys() {
    return sorted == null ? hashed.sortedKeys() : Arrays.copyOf(sorted.keys, sorted.size);
  }

  /** An estimate of the heap this table occupies, in bytes. */
  public long heapBytes() {
    return 32 + (sorted == null ? hashed.heapBytes() : sorted.heapBytes());
  }
}
