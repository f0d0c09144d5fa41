package dev.slicewise.core.statistic;

import java.util.Arrays;

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

  /** Holds at most so many values. */
  Waiting(int limit) {
    this.limit = limit;
  }

  /** Makes room for some more values; false when they would be more than the limit. */
  boolean hasRoom(int more) {
    if (size + more > limit) {
      return false;
    }
    if (size + more > values.length) {
      int wanted = Math.max(size + more, Math.max(FIRST, values.length + (values.length >> 1)));
      values = Arrays.copyOf(values, Math.min(limit, wanted));
    }
    return true;
  }

  /** Appends values for which there is room. */
  void add(double[] source, int from, int to) {
    System.arraycopy(source, from, values, size, to - from);
    size += to - from;
  }

  /** Appends a value where asked to, without a branch; there must be room for it either way. */
  void addIf(int yes, double value) {
    values[size] = value;
    size += yes;
  }

  /** Forgets the values, not their places. */
  void clear() {
    size = 0;
  }

  /** The values, in the first {@link #size} places. */
  double[] values() {
    return values;
  }

  int size() {
    return size;
  }

  long heapBytes() {
    return 40 + 8L * values.length;
  }
}
