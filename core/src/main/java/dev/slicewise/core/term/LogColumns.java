package dev.slicewise.core.term;

import java.util.Arrays;
import java.util.List;

/** The rows that a log was given last, as columns: numbers, marks of NULL, and keys if any. */
final class LogColumns {
  private final double[][] columns;

  /** Per column, the marks of NULL; null where none is. */
  private final boolean[][] nulls;

  private long[] keys;

  /** Makes room for no rows. */
  LogColumns(int columns, boolean keyed) {
    this.columns = new double[columns][0];
    this.nulls = new boolean[columns][];
    this.keys = keyed ? new long[0] : null;
  }

  /** Makes room for so many rows. */
  void reserve(int capacity) {
    for (int c = 0; c < columns.length; c++) {
      columns[c] = Arrays.copyOf(columns[c], capacity);
      nulls[c] = nulls[c] == null ? null : Arrays.copyOf(nulls[c], capacity);
    }
    keys = keys == null ? null : Arrays.copyOf(keys, capacity);
  }

  /**
   * Takes rows of a batch, in ascending order; whether any of their columns has a NULL.
   *
   * @param roles of the batch
   * @param order which rows of the batch, in the first {@code count} places
   * @param at where the first one is put
   */
  boolean take(Batch batch, List<Role> roles, int[] order, int count, int at) {
    if (count == 0) {
      return false;
    }
    boolean all = order[count - 1] - order[0] == count - 1;
    boolean any = false;
    for (int c = 0; c < columns.length; c++) {
      double[] source = batch.column(c);
      double[] target = columns[c];
      if (all) {
        System.arraycopy(source, order[0], target, at, count);
      } else {
        for (int i = 0; i < count; i++) {
          target[at + i] = source[order[i]];
        }
      }
      boolean[] marks = batch.nulls(roles.get(c));
      if (marks != null) {
        nulls[c] = nulls[c] == null ? new boolean[target.length] : nulls[c];
        for (int i = 0; i < count; i++) {
          nulls[c][at + i] = marks[order[i]];
        }
        any = true;
      }
    }
    for (int i = 0; keys != null && i < count; i++) {
      keys[at + i] = batch.key(order[i]);
    }
    return any;
  }

  /** The first rows in an order; their marks are forgotten here. */
  LogRows moved(int[] order, int count) {
    int width = columns.length;
    LogRows moved = new LogRows(width, count);
    for (int c = 0; c < width; c++) {
      double[] source = columns[c];
      for (int i = 0, at = c; i < count; i++, at += width) {
        moved.values[at] = source[order[i]];
      }
      if (nulls[c] != null) {
        moved.nulls[c] = new boolean[count];
        for (int i = 0; i < count; i++) {
          moved.nulls[c][i] = nulls[c][order[i]];
        }
        nulls[c] = null;
        moved.anyNull = true;
      }
    }
    if (keys != null) {
      moved.keys = new long[count];
      for (int i = 0; i < count; i++) {
        moved.keys[i] = keys[order[i]];
      }
    }
    return moved;
  }

  /** The heap that these rows occupy, in bytes. */
  long heapBytes() {
    long heap = keys == null ? 0 : 8L * keys.length;
    for (int c = 0; c < columns.length; c++) {
      heap += 8L * columns[c].length + (nulls[c] == null ? 0 : nulls[c].length);
    }
    return heap;
  }
}
