package dev.slicewise.core.term;

/** Rows of a log in the order of their slices, the values of a row side by side. */
final class LogRows {
  final double[] values;

  /** Per column, the marks of NULL; null where none is. */
  final boolean[][] nulls;

  boolean anyNull;

  /** Or null where rows have none. */
  long[] keys;

  private final int width;

  /** Makes room for some rows of some columns. */
  LogRows(int width, int count) {
    this.width = width;
    this.values = new double[count * width];
    this.nulls = new boolean[width][];
  }

  /** Copies rows to those of a batch. */
  void copy(int first, Batch batch, int row, int count) {
    for (int c = 0; c < width; c++) {
      double[] target = batch.column(c);
      for (int i = 0, at = first * width + c; i < count; i++, at += width) {
        target[row + i] = values[at];
      }
    }
    for (int c = 0; anyNull && c < width; c++) {
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
    long heap = 8L * values.length + (keys == null ? 0 : 8L * keys.length);
    for (boolean[] marks : nulls) {
      heap += marks == null ? 0 : marks.length;
    }
    return heap;
  }
}
