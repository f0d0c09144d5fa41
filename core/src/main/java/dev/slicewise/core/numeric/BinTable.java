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
 * <p>Open addressing; memory grows with occupied bins. Counters may also have a window: the range
 * of keys where most rows fall, found by subtraction instead of by hash. It comes first in {@link
 * #cells}, and there a bin without counts is a free one.
 */
public final class BinTable {
  /** The level at which every double has a bin of its own. */
  public static final int FULL_LEVEL = 52;

  private static final long EMPTY = Long.MIN_VALUE;
  private static final long GOLDEN_RATIO = 0x9e3779b97f4a7c15L;
  private static final long[] NO_KEYS = {EMPTY};

  /** With fewer bins the hash table is in the cache anyway. */
  private static final int WORTH_A_WINDOW = 256;

  private final int width;
  private long[] keys = NO_KEYS;
  private long[] cells = {};
  private int size;
  private int hashed;
  private long windowFrom;
  private int window;
  private boolean windowSought;

  /** Creates an empty table with {@code width} cells a bin. */
  public BinTable(int width) {
    this.width = width;
  }

  /**
   * A signed integer in the order of the doubles: the bits of x ≥ 0, the complement for negative x.
   */
  public static long code(double value) {
    long bits = Double.doubleToRawLongBits(value);
    // All ones for negative x: then every bit but the sign is inverted, which was set.
    return bits ^ (bits >> 63) & Long.MAX_VALUE;
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
    long at = key - windowFrom;
    if (Long.compareUnsigned(at, window) < 0) {
      int first = (int) at * width;
      size += isFree(first) ? 1 : 0;
      return first;
    }
    int slot = slotOf(key);
    if (keys[slot] == EMPTY) {
      if (2 * (hashed + 1) > keys.length) {
        resize(Math.max(4, 2 * keys.length));
        slot = slotOf(key);
      }
      keys[slot] = key;
      size++;
      hashed++;
    }
    return (window + slot) * width;
  }

  /** The array that {@link #cellsOf} points into; it changes when a bin is made. */
  public long[] cells() {
    return cells;
  }

  /** Adds 1 to one of a bin's cells, all of them counters. */
  public void increment(long key, int cell) {
    int at = cellsOf(key) + cell;
    cells[at]++;
  }

  private boolean isFree(int first) {
    long any = cells[first];
    for (int i = 1; i < width; i++) {
      any |= cells[first + i];
    }
    return any == 0;
  }

  private int slotOf(long key) {
    int mask = keys.length - 1;
    int slot = (int) (key * GOLDEN_RATIO >>> 32) & mask;
    while (keys[slot] != EMPTY && keys[slot] != key) {
      slot = (slot + 1) & mask;
    }
    return slot;
  }

  /** The key of the n-th place for a bin, or {@code EMPTY}. */
  private long keyAt(int place) {
    if (place >= window) {
      return keys[place - window];
    }
    return isFree(place * width) ? EMPTY : windowFrom + place;
  }

  /** Joins bins {@code levels} times; cells are added as 64-bit or, when wide, 128-bit integers. */
  public void collapse(int levels, boolean wide) {
    if (levels > 0 && size > 0) {
      rebuild(0, 0, size / 2, levels, wide);
      windowSought = false;
    }
  }

  /** Makes room for so many bins. */
  public void reserve(int bins) {
    int capacity = Integer.highestOneBit(Math.max(1, bins)) * 4;
    if (capacity > keys.length) {
      resize(capacity);
    }
  }

  private void resize(int capacity) {
    long[] oldKeys = keys;
    long[] oldCells = cells;
    keys = new long[capacity];
    cells = new long[(window + capacity) * width];
    Arrays.fill(keys, EMPTY);
    System.arraycopy(oldCells, 0, cells, 0, window * width);
    for (int old = 0; old < oldKeys.length; old++) {
      if (oldKeys[old] != EMPTY) {
        int slot = slotOf(oldKeys[old]);
        keys[slot] = oldKeys[old];
        int from = (window + old) * width;
        System.arraycopy(oldCells, from, cells, (window + slot) * width, width);
      }
    }
  }

  /** Where there are many bins of counters, opens a window over those with the most counts. */
  public void seekWindow() {
    if (windowSought || size < WORTH_A_WINDOW) {
      return;
    }
    windowSought = true;
    long[] sorted = sortedKeys();
    int length = Integer.highestOneBit(size - 1) * 2;
    long[] counts = new long[size + 1];
    for (int i = 0; i < size; i++) {
      int first = cellsOf(sorted[i]);
      counts[i + 1] = counts[i];
      for (int cell = first; cell < first + width; cell++) {
        counts[i + 1] += cells[cell];
      }
    }
    int best = 0;
    long most = 0;
    for (int from = 0, to = 0; from < size; from++) {
      while (to < size && Long.compareUnsigned(sorted[to] - sorted[from], length) < 0) {
        to++;
      }
      if (counts[to] - counts[from] > most) {
        most = counts[to] - counts[from];
        best = from;
      }
    }
    // Elsewhere rows are hashed as before, so half of them is worth it.
    if (2 * most >= counts[size]) {
      rebuild(sorted[best], length, WORTH_A_WINDOW / 2, 0, false);
    }
  }

  private void rebuild(long from, int length, int expected, int shift, boolean wide) {
    BinTable old = new BinTable(width);
    old.take(this);
    windowFrom = from;
    window = length;
    size = 0;
    hashed = 0;
    keys = NO_KEYS;
    cells = new long[length * width];
    reserve(expected);
    merge(old, shift, wide);
  }

  private void take(BinTable other) {
    keys = other.keys;
    cells = other.cells;
    windowFrom = other.windowFrom;
    window = other.window;
    size = other.size;
  }

  /** Adds another table's bins, whose keys are first shifted right by {@code shift}. */
  public void merge(BinTable other, int shift, boolean wide) {
    for (int place = 0; place < other.window + other.keys.length; place++) {
      long key = other.keyAt(place);
      if (key != EMPTY) {
        addCells(key >> Math.min(shift, 63), other.cells, place * width, wide);
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

  /** The keys in ascending order. */
  public long[] sortedKeys() {
    long[] sorted = new long[size];
    int count = 0;
    for (int place = 0; place < window + keys.length; place++) {
      long key = keyAt(place);
      if (key != EMPTY) {
        sorted[count++] = key;
      }
    }
    Arrays.sort(sorted);
    return sorted;
  }

  /** An estimate of the heap this table occupies, in bytes. */
  public long heapBytes() {
    return 80 + 8L * keys.length + 8L * cells.length;
  }
}
