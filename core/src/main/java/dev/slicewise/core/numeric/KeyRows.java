package dev.slicewise.core.numeric;

import java.util.Arrays;

/**
 * Keys of rows that a {@link BinTable} has not counted yet, those of each of its cells side by
 * side.
 *
 * <p>Keys that lie close together are not sorted: a bit marks every key that occurs, so the bins
 * are known in ascending order before a row is counted, and a row finds its bin by the number of
 * marks before its own. How many bins a coarser level would have is seen from the marks alone.
 */
public final class KeyRows {
  /** The widest range of keys that are marked: the marks stay in the first-level cache. */
  private static final int WIDEST = 1 << 17;

  /** Marks a row at most; else looking through them costs more than sorting. */
  private static final int MARKS_A_ROW = 64;

  /** Fewer keys are sorted. */
  private static final int FEW = 192;

  /** A word of marks shows as many coarser levels. */
  private static final int LEVELS_A_WORD = 6;

  private static final int IN_WORD = Long.SIZE - 1;

  /** Where marks stand in a word whose neighbours were joined once, twice and so on. */
  private static final long[] JOINED = {
    0x5555555555555555L,
    0x1111111111111111L,
    0x0101010101010101L,
    0x0001000100010001L,
    0x0000000100000001L,
    0x0000000000000001L
  };

  private final long[] keys;
  private final int[] from;
  private final int[] to;
  private final int size;
  private final long smallest;
  private final long largest;
  private long[] marks;
  private int marked = -1;

  /**
   * Takes over keys.
   *
   * @param keys of the rows and perhaps others
   * @param from where the keys of each cell begin, 1 or 2 cells
   * @param to where they end
   */
  public KeyRows(long[] keys, int[] from, int[] to) {
    this.keys = keys;
    this.from = from;
    this.to = to;
    int count = 0;
    long least = Long.MAX_VALUE;
    long most = Long.MIN_VALUE;
    for (int c = 0; c < from.length; c++) {
      count += to[c] - from[c];
      for (int i = from[c]; i < to[c]; i++) {
        least = Math.min(least, keys[i]);
        most = Math.max(most, keys[i]);
      }
    }
    this.size = count;
    this.smallest = least;
    this.largest = most;
  }

  /**
   * How many levels to give up so that rows have at most {@code limit} bins together. Not always as
   * few as can be: where they fit at every level that was looked at, none is given up.
   */
  public static int levelsToGiveUp(KeyRows[] rows, int limit) {
    int count = 0;
    for (KeyRows part : rows) {
      count += part.size;
    }
    if (count <= limit) {
      return 0;
    }
    int first = 0;
    while (!close(rows, first)) {
      first++;
    }
    int shift = first;
    int bins = mark(rows, shift);
    if (bins <= limit) {
      return 0;
    }
    while (bins > limit) {
      int levels = 0;
      while (bins > limit && levels < LEVELS_A_WORD) {
        bins = join(rows, levels++);
      }
      shift += levels;
      bins = mark(rows, shift);
    }
    return shift;
  }

  private static boolean close(KeyRows[] rows, int shift) {
    boolean close = true;
    for (KeyRows part : rows) {
      close &= part.size == 0 || part.close(shift);
    }
    return close;
  }

  private static int mark(KeyRows[] rows, int shift) {
    int bins = 0;
    for (KeyRows part : rows) {
      bins += part.mark(shift);
    }
    return bins;
  }

  private static int join(KeyRows[] rows, int level) {
    int bins = 0;
    for (KeyRows part : rows) {
      bins += part.join(level);
    }
    return bins;
  }

  private boolean close(int shift) {
    long range = (largest >> shift) - (smallest >> shift);
    long most = Math.min(WIDEST, (long) MARKS_A_ROW * size);
    return Long.compareUnsigned(range, most) < 0;
  }

  /** The key of the first mark, such that keys that one coarser bin joins share a word. */
  private long first(int shift) {
    return smallest >> shift & ~IN_WORD;
  }

  /** Marks the keys that occur when shifted right; how many they are. */
  private int mark(int shift) {
    marked = shift;
    if (size == 0) {
      marks = new long[0];
      return 0;
    }
    long first = first(shift);
    long[] bits = new long[(int) ((largest >> shift) - first >> LEVELS_A_WORD) + 1];
    for (int c = 0; c < from.length; c++) {
      for (int i = from[c]; i < to[c]; i++) {
        long place = (keys[i] >> shift) - first;
        bits[(int) (place >> LEVELS_A_WORD)] |= 1L << place;
      }
    }
    marks = bits;
    return bins();
  }

  private int bins() {
    int count = 0;
    for (long word : marks) {
      count += Long.bitCount(word);
    }
    return count;
  }

  /** Joins marks, which were joined so many times already, in pairs; how many are left. */
  private int join(int times) {
    marked = -1;
    for (int i = 0; i < marks.length; i++) {
      marks[i] = (marks[i] | marks[i] >>> (1 << times)) & JOINED[times];
    }
    return bins();
  }

  /** The rows in bins, their keys first shifted right. */
  SortedBins count(int shift) {
    if (marked != shift && size >= FEW && close(shift)) {
      mark(shift);
    }
    return marked == shift ? countMarked(shift) : countSorted(shift);
  }

  private SortedBins countMarked(int shift) {
    int width = from.length;
    int bins = bins();
    long[] kept = new long[bins];
    long[] cells = new long[bins * width];
    int[] before = new int[marks.length];
    long first = first(shift);
    int bin = 0;
    for (int w = 0; w < marks.length; w++) {
      before[w] = bin;
      for (long word = marks[w]; word != 0; word &= word - 1) {
        kept[bin++] = first + ((long) w << LEVELS_A_WORD) + Long.numberOfTrailingZeros(word);
      }
    }
    for (int c = 0; c < width; c++) {
      for (int i = from[c]; i < to[c]; i++) {
        long place = (keys[i] >> shift) - first;
        int w = (int) (place >> LEVELS_A_WORD);
        int inWord = Long.bitCount(marks[w] & (1L << place) - 1);
        cells[(before[w] + inWord) * width + c]++;
      }
    }
    return new SortedBins(width, kept, cells, bins);
  }

  private SortedBins countSorted(int shift) {
    SortedBins counted = null;
    for (int c = 0; c < from.length; c++) {
      long[] part = Arrays.copyOfRange(keys, from[c], to[c]);
      RadixSort.sort(part, part.length);
      SortedBins ofCell = ofSorted(part, c, shift);
      counted = counted == null ? ofCell : counted.merged(ofCell, 0, false);
    }
    return counted;
  }

  private SortedBins ofSorted(long[] part, int c, int shift) {
    SortedBins bins = new SortedBins(from.length, new long[0], new long[0], 0);
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
