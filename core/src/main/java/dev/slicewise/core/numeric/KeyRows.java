package dev.slicewise.core.numeric;

import java.util.Arrays;

/**
 * Keys of rows that a {@link BinTable} has not counted yet, in the order of the cells that are to
 * count them.
 *
 * <p>Keys that lie close together are not sorted: every key of their range gets a counter, and one
 * pass over the range finds the bins in ascending order.
 */
public final class KeyRows {
  /** The widest range of keys that are counted side by side: its counters stay in the cache. */
  static final int WIDEST = 1 << 15;

  /** Among fewer keys a shift is not worth a trial. */
  private static final int FEW = 192;

  private final long[] keys;
  private final int[] ends;
  private int size;
  private int cell;
  private long smallest = Long.MAX_VALUE;
  private long largest = Long.MIN_VALUE;

  /** Holds at most so many keys, of rows for so many cells. */
  public KeyRows(int capacity, int cells) {
    this.keys = new long[capacity];
    this.ends = new int[cells];
  }

  /** Appends the key of a row of the current cell, at first the 0th. */
  public void add(long key) {
    keys[size++] = key;
  }

  /** What follows is counted by the next cell. */
  public void nextCell() {
    ends[cell++] = size;
  }

  /** Says that all keys are there. */
  public void complete() {
    while (cell < ends.length) {
      nextCell();
    }
    for (int i = 0; i < size; i++) {
      smallest = Math.min(smallest, keys[i]);
      largest = Math.max(largest, keys[i]);
    }
  }

  /** The fewest levels to give up so that the keys lie close together; 0 for a few keys. */
  public int levelsUntilClose() {
    int shift = 0;
    while (size >= FEW && !close(shift)) {
      shift++;
    }
    return shift;
  }

  private boolean close(int shift) {
    long range = (largest >> shift) - (smallest >> shift);
    return Long.compareUnsigned(range, WIDEST) < 0;
  }

  /** The rows in bins, their keys first shifted right. */
  SortedBins count(int shift) {
    if (size == 0) {
      return new SortedBins(ends.length, new long[0], new long[0], 0);
    }
    return size >= FEW && close(shift) ? countClose(shift) : countSorted(shift);
  }

  private SortedBins countClose(int shift) {
    int width = ends.length;
    long first = smallest >> shift;
    int range = (int) ((largest >> shift) - first) + 1;
    int[] counts = new int[range * width];
    for (int c = 0, i = 0; c < width; c++) {
      for (; i < ends[c]; i++) {
        counts[(int) ((keys[i] >> shift) - first) * width + c]++;
      }
    }
    int bins = Math.min(range, size);
    SortedBins counted = new SortedBins(width, new long[bins], new long[bins * width], 0);
    for (int place = 0; place < range; place++) {
      int any = 0;
      for (int c = 0; c < width; c++) {
        any |= counts[place * width + c];
      }
      if (any != 0) {
        int at = counted.append(first + place);
        for (int c = 0; c < width; c++) {
          counted.cells[at + c] = counts[place * width + c];
        }
      }
    }
    return counted;
  }

  private SortedBins countSorted(int shift) {
    SortedBins counted = null;
    for (int c = 0; c < ends.length; c++) {
      long[] part = Arrays.copyOfRange(keys, c == 0 ? 0 : ends[c - 1], ends[c]);
      RadixSort.sort(part, part.length);
      SortedBins ofCell = ofSorted(part, c, shift);
      counted = counted == null ? ofCell : counted.merged(ofCell, 0, false);
    }
    return counted;
  }

  private SortedBins ofSorted(long[] part, int c, int shift) {
    SortedBins bins = new SortedBins(ends.length, new long[0], new long[0], 0);
    int at = -1;
    for (int i = 0; i < part.length; i++) {
      long key = part[i] >> shift;
      if (i == 0 || key != part[i - 1] >> shift) {
        at = bins.append(key) + c;
      }
      bins.cells[at]++;
    }
    return bins;
  }
}
