package dev.slicewise.core.statistic;

/**
 * Values that a histogram has not binned yet. Most slices never see more rows than fit here: for
 * them a value costs 8 bytes and a store. For the others the first level is found for thousands of
 * values at once, instead of after each of them; and where there are many slices, so that rows come
 * few at a time and a slice's bins are in no cache, thousands are brought into bins at once.
 */
final class Waiting {
  /** A run of so many rows is binned row by row: bins that are met so often are in the cache. */
  static final int LONG_RUN = 256;

  private static final int FIRST = 8;
  private static final double[] NONE = {};

  private final int limit;
  private double[] values = NONE;
  private int size;

  /** Values of the other kind, in the last places. */
  private int others;

  /** Holds at most so many values. */
  Waiting(int limit) {
    this.limit = limit;
  }

  /** Makes room for some more values; false when they would be more than the limit. */
  boolean hasRoom(int more) {
    int needed = size() + more;
    if (needed > limit) {
      return false;
    }
    if (needed > values.length) {
      int wanted = Math.max(needed, Math.max(FIRST, values.length + (values.length >> 1)));
      double[] larger = new double[Math.min(limit, wanted)];
      System.arraycopy(values, 0, larger, 0, size);
      System.arraycopy(values, firstOther(), larger, larger.length - others, others);
      values = larger;
    }
    return true;
  }

  /** Appends values for which there is room. */
  void add(double[] source, int from, int to) {
    System.arraycopy(source, from, values, size, to - from);
    size += to - from;
  }

  /** Adds values for which there is room, as the other kind where their label is not 1. */
  void add(double[] label, double[] source, int from, int to) {
    int end = size;
    int first = firstOther();
    for (int i = from; i < to; i++) {
      // What the label is cannot be predicted: a value is put on both sides, and counts on one.
      int positive = label[i] == 1.0 ? 1 : 0;
      values[end] = source[i];
      values[first - 1] = source[i];
      end += positive;
      first -= 1 - positive;
    }
    size = end;
    others = values.length - first;
  }

  /** Forgets the values, not their places. */
  void clear() {
    size = 0;
    others = 0;
  }

  /** The values: from 0 to {@link #end}, and the other kind from {@link #firstOther} on. */
  double[] values() {
    return values;
  }

  int end() {
    return size;
  }

  int firstOther() {
    return values.length - others;
  }

  /** How many values wait, of either kind. */
  int size() {
    return size + others;
  }

  long heapBytes() {
    return 48 + 8L * values.length;
  }
}
