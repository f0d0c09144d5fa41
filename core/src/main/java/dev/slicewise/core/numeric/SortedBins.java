package dev.slicewise.core.numeric;

import java.util.Arrays;

/**
 * Bins as ascending keys with their cells side by side, the form in which tables travel and merge:
 * both are then one pass from left to right.
 */
final class SortedBins {
  private static final int FIRST_CAPACITY = 16;

  final int width;
  long[] keys;
  long[] cells;
  int size;

  /** Holds ascending keys; keeps the arrays. */
  SortedBins(int width, long[] keys, long[] cells, int size) {
    this.width = width;
    this.keys = keys;
    this.cells = cells;
    this.size = size;
  }

  /** Where the cells of a key start, or −1. */
  int cellsOf(long key) {
    int place = Arrays.binarySearch(keys, 0, size, key);
    return place < 0 ? -1 : place * width;
  }

  /** Makes a bin for a key above all others; where its cells start. */
  int append(long key) {
    if (size == keys.length) {
      int capacity = Math.max(FIRST_CAPACITY, 2 * size);
      keys = Arrays.copyOf(keys, capacity);
      cells = Arrays.copyOf(cells, capacity * width);
    }
    keys[size] = key;
    return size++ * width;
  }

  /** The same bins in arrays of their own, of just their size. */
  SortedBins copy() {
    return new SortedBins(
        width, Arrays.copyOf(keys, size), Arrays.copyOf(cells, size * width), size);
  }

  /** Joins the bins whose keys agree when shifted right. */
  void collapse(int shift, boolean wide) {
    int kept = 0;
    for (int i = 0; i < size; i++) {
      long key = keys[i] >> shift;
      if (kept > 0 && keys[kept - 1] == key) {
        add(cells, (kept - 1) * width, cells, i * width, wide);
      } else {
        keys[kept] = key;
        System.arraycopy(cells, i * width, cells, kept * width, width);
        kept++;
      }
    }
    Arrays.fill(cells, kept * width, size * width, 0);
    size = kept;
  }

  /** Both together, the other one's keys first shifted right. */
  SortedBins merged(SortedBins other, int shift, boolean wide) {
    int most = size + other.size;
    SortedBins both = new SortedBins(width, new long[most], new long[most * width], 0);
    int i = 0;
    int j = 0;
    while (i < size || j < other.size) {
      boolean mine = j == other.size || (i < size && keys[i] <= other.keys[j] >> shift);
      if (mine) {
        both.addLast(keys[i], cells, i++ * width, wide);
      } else {
        both.addLast(other.keys[j] >> shift, other.cells, j++ * width, wide);
      }
    }
    return both;
  }

  private void addLast(long key, long[] source, int from, boolean wide) {
    boolean known = size > 0 && keys[size - 1] == key;
    add(cells, known ? (size - 1) * width : append(key), source, from, wide);
  }

  /** Adds the cells of one bin to those of another. */
  void add(long[] target, int at, long[] source, int from, boolean wide) {
    if (wide) {
      for (int i = 0; i < width; i += 2) {
        FixedPoint.addWide(target, at + i, source[from + i], source[from + i + 1]);
      }
    } else {
      for (int i = 0; i < width; i++) {
        target[at + i] += source[from + i];
      }
    }
  }

  long heapBytes() {
    return 48 + 8L * keys.length + 8L * cells.length;
  }
}
