package dev.slicewise.core.term;

import java.util.Arrays;
import java.util.List;

/** Rows of a log as columns: numbers, marks where any is NULL, and keys where rows have them. */
final class LogRows {
  private final double[][] columns;

  /** Per column, the marks of NULL; null where none is. */
  private final boolean[][] nulls;

  private long[] keys;

  /** Makes room for no rows. */
  LogRows(int columns, boolean keyed) {
    this.columns = new double[columns][0];
    this.nulls = new boolean[columns][];
    this.keys = keyed ? new long[0] : null;
  }

  /** Rows that fit. */
  int capacity() {
    return columns.length == 0 ? Integer.MAX_VALUE : columns[0].length;
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
        nulls[c] = nulls[c] == null ? new boolean[capacity()] : nulls[c];
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

  /** Some rows in an order, in arrays of their own; these then have no marks any more. */
  LogRows ordered(int[] order, int count) {
    LogRows ordered = new LogRows(columns.length, keys != null);
    ordered.reserve(count);
    for (int c = 0; c < columns.length; c++) {
      double[] source = columns[c];
      double[] target = ordered.columns[c];
      for (int i = 0; i < count; i++) {
        target[i] = source[order[i]];
      }
      if (nulls[c] != null) {
        ordered.nulls[c] = new boolean[count];
        for (int i = 0; i < count; i++) {
          ordered.nulls[c][i] = nulls[c][order[i]];
        }
        nulls[c] = null;
      }
    }
    for (int i = 0; keys != null && i < count; i++) {
      ordered.keys[i] = keys[order[i]];
    }
    return ordered;
  }

  /** Copies rows to those of a batch. */
  void copy(int first, Batch batch, int row, int count) {
    for (int c = 0; c < columns.length; c++) {
      System.arraycopy(columns[c], first, batch.column(c), row, count);
      for (int i = 0; nulls[c] != null && i < count; i++) {
        if (nulls[c][first + i]) {
          batch.setNull(c, row + i);
        }
      }
    }
    for (int i = 0; keys != null && i < count; i++) {
      batch.setKey(row + i, keys[first + i]);
    }
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
