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

  /** Holds at most so many keys, of rows for so many cells, 1 or 2. */
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

  /** A key's two counters share a long, which no number of rows that fits an array fills. */
  private SortedBins countClose(int shift) {
    long first = smallest >> shift;
    long[] counts = new long[(int) ((largest >> shift) - first) + 1];
    int i = 0;
    for (int c = 0; c < ends.length; c++) {
      long one = 1L << Integer.SIZE * c;
      for (; i < ends[c]; i++) {
        counts[(int) ((keys[i] >> shift) - first)] += one;
      }
    }
    return gather(counts, first);
  }

  private SortedBins gather(long[] counts, long first) {
    // Which places are empty is hard to predict: every one is written, and overwritten if it is.
    int most = Math.min(counts.length, size) + 1;
    int width = ends.length;
    long[] kept = new long[most];
    long[] cells = new long[most * width];
    int bins = 0;
    for (int place = 0; place < counts.length; place++) {
      long count = counts[place];
      kept[bins] = first + place;
      cells[bins * width] = count & 0xffffffffL;
      cells[bins * width + width - 1] = width == 1 ? count : count >>> Integer.SIZE;
      bins += count == 0 ? 0 : 1;
    }
    Arrays.fill(cells, bins * width, cells.length, 0);
    return new SortedBins(width, kept, cells, bins);
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
