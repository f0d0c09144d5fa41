package dev.slicewise.core.numeric;

import java.util.Arrays;

/**
 * Bins by hash, the form in which tables count rows: open addressing; memory grows with occupied
 * bins. Counters may also have a window: the range of keys where most rows fall, found by
 * subtraction instead of by hash. It comes first in {@link #cells}, and there a bin without counts
 * is a free one.
 */
final class HashedBins {
  private static final long EMPTY = Long.MIN_VALUE;
  private static final long GOLDEN_RATIO = 0x9e3779b97f4a7c15L;
  private static final long[] NO_KEYS = {EMPTY};

  /** With fewer bins the hash table is in the cache anyway. */
  static final int WORTH_A_WINDOW = 256;

  /** Looking for a window takes the time of a few rows a bin: as many must have come since. */
  private static final int ROWS_A_BIN = 8;

  private final int width;
  private long[] keys = NO_KEYS;
  private long[] cells = {};
  private int size;
  private int hashed;
  private long windowFrom;
  private int window;
  private boolean windowSought;
  private long expected;

  HashedBins(int width) {
    this.width = width;
  }

  /** Number of occupied bins. */
  int size() {
    return size;
  }

  /** Where the cells of a bin start, the bin being made when it is missing. */
  int cellsOf(long key) {
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
  long[] cells() {
    return cells;
  }

  /** Adds 1 to each of some counters, see {@link BinTable#count}; the array is overwritten. */
  void count(long[] counters, int rows) {
    int others = countInWindow(counters, rows);
    for (int i = 0; i < others; i++) {
      int first = cellsOf(counters[i] >> width - 1);
      cells[first + (int) (counters[i] & width - 1)]++;
    }
  }

  /** Counts the rows whose bins are in the window, and brings the others to the front. */
  private int countInWindow(long[] counters, int rows) {
    long[] counts = cells;
    long from = windowFrom * width;
    long length = (long) window * width;
    int other = width - 1;
    int opened = 0;
    int others = 0;
    for (int i = 0; i < rows; i++) {
      long counter = counters[i];
      long at = counter - from;
      if (at >= 0 && at < length) {
        int place = (int) at;
        long before = counts[place];
        opened += (before | counts[place ^ other]) == 0 ? 1 : 0;
        counts[place] = before + 1;
      } else {
        counters[others++] = counter;
      }
    }
    size += opened;
    return others;
  }

  private boolean isFree(int first) {
    return (cells[first] | (width == 1 ? 0 : cells[first + 1])) == 0;
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
  void collapse(int levels, boolean wide) {
    if (levels > 0 && size > 0) {
      rebuild(0, 0, size / 2, levels, wide);
      windowSought = false;
      expected = 0;
    }
  }

  /** Makes room for so many bins. */
  void reserve(int bins) {
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

  /** Opens a window over the bins with the most counts, once it will pay. */
  void expect(int rows) {
    if (!windowSought && size >= WORTH_A_WINDOW) {
      expected += rows;
      if (expected > (long) ROWS_A_BIN * size) {
        windowSought = true;
        seekWindow();
      }
    }
  }

  private void seekWindow() {
    long[] sorted = sortedKeys();
    long[] counts = new long[size];
    for (int i = 0; i < size; i++) {
      int first = cellsOf(sorted[i]);
      for (int cell = first; cell < first + width; cell++) {
        counts[i] += cells[cell];
      }
    }
    BinWindow best = BinWindow.over(sorted, counts);
    if (best != null) {
      rebuild(best.from(), best.length(), WORTH_A_WINDOW / 2, 0, false);
    }
  }

  private void rebuild(long from, int length, int expected, int shift, boolean wide) {
    HashedBins old = new HashedBins(width);
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

  private void take(HashedBins other) {
    keys = other.keys;
    cells = other.cells;
    windowFrom = other.windowFrom;
    window = other.window;
    size = other.size;
  }

  /** Adds other bins, whose keys are first shifted right by {@code shift}. */
  void merge(HashedBins other, int shift, boolean wide) {
    for (int place = 0; place < other.window + other.keys.length; place++) {
      long key = other.keyAt(place);
      if (key != EMPTY) {
        addCells(key >> Math.min(shift, 63), other.cells, place * width, wide);
      }
    }
  }

  /** Adds cells to those of a key. */
  void addCells(long key, long[] source, int from, boolean wide) {
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
  long[] sortedKeys() {
    long[] sorted = new long[size];
    int count = 0;
    for (int place = 0; place < window + keys.length; place++) {
      long key = keyAt(place);
      if (key != EMPTY) {
        sorted[count++] = key;
      }
    }
    RadixSort.sort(sorted, count);
    return sorted;
  }

  /** An estimate of the heap this table occupies, in bytes. */
  long heapBytes() {
    return 80 + 8L * keys.length + 8L * cells.length;
  }
}
