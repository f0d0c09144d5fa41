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
    int last = 0;
    for (int i = 0; i < size; i++) {
      long key = keys[i] >> shift;
      // Which neighbours join is hard to predict: one is written over the other, or over itself.
      int joins = i > 0 && keys[last] == key ? 1 : 0;
      last = i == 0 ? 0 : last + 1 - joins;
      keys[last] = key;
      if (last < i) {
        for (int c = 0; c < width; c++) {
          cells[last * width + c] &= -joins;
        }
        add(cells, last * width, cells, i * width, -1, wide);
      }
    }
    int kept = Math.min(size, last + 1);
    Arrays.fill(cells, kept * width, size * width, 0);
    size = kept;
  }

  /** Both together, the other one's keys first shifted right. */
  SortedBins merged(SortedBins other, int shift, boolean wide) {
    if (shift > 0) {
      SortedBins coarser = other.copy();
      coarser.collapse(shift, wide);
      return merged(coarser, 0, wide);
    }
    long[] kept = new long[size + other.size];
    long[] sums = new long[kept.length * width];
    int bins = 0;
    int i = 0;
    int j = 0;
    while (i < size && j < other.size) {
      // Which side comes next is hard to predict: cells of both are added, one of them masked away.
      long mine = keys[i];
      long its = other.keys[j];
      int fromMe = mine <= its ? 1 : 0;
      int fromIt = its <= mine ? 1 : 0;
      kept[bins] = Math.min(mine, its);
      for (int c = 0; c < width; c++) {
        sums[bins * width + c] = cells[i * width + c] & -fromMe;
      }
      add(sums, bins * width, other.cells, j * width, -fromIt, wide);
      bins++;
      i += fromMe;
      j += fromIt;
    }
    SortedBins rest = i < size ? this : other;
    int from = i < size ? i : j;
    int left = rest.size - from;
    System.arraycopy(rest.keys, from, kept, bins, left);
    System.arraycopy(rest.cells, from * width, sums, bins * width, left * width);
    return new SortedBins(width, kept, sums, bins + left);
  }

  /** Adds the cells of one bin to those of another. */
  void add(long[] target, int at, long[] source, int from, boolean wide) {
    add(target, at, source, from, -1, wide);
  }

  private void add(long[] target, int at, long[] source, int from, long mask, boolean wide) {
    if (wide) {
      for (int i = 0; i < width; i += 2) {
        FixedPoint.addWide(target, at + i, source[from + i] & mask, source[from + i + 1] & mask);
      }
    } else {
      for (int i = 0; i < width; i++) {
        target[at + i] += source[from + i] & mask;
      }
    }
  }

  long heapBytes() {
    return 48 + 8L * keys.length + 8L * cells.length;
  }
}
