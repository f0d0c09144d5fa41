package dev.slicewise.core.term;

import java.util.ArrayList;
import java.util.List;

/**
 * Rows of many slices kept aside until it is known whether a slice has enough of them for a state:
 * a few dozen bytes a row, in the order of arrival, each row chained to the one of its slice that
 * came before it. Numbers only.
 */
public final class RowLog {
  /** What a slice without rows is chained to. */
  public static final int NONE = -1;

  private static final int PAGE_ROWS = 1 << 12;
  private static final int NULLS_EACH = 64;

  private final int columns;
  private final int nullWords;
  private final int stride;
  private final List<long[]> pages = new ArrayList<>();
  private long[] page;
  private int rows;
  private boolean keyed;
  private boolean nulls;

  /**
   * Makes an empty log.
   *
   * @param roles of the batches that rows come from, all of them numbers
   */
  public RowLog(List<Role> roles) {
    for (Role role : roles) {
      if (role.shape() != Shape.NUMBER) {
        throw new IllegalArgumentException(
            "expected only roles that are numbers, found " + role.name() + ", " + role.shape());
      }
    }
    this.columns = roles.size();
    this.nullWords = (columns + NULLS_EACH - 1) / NULLS_EACH;
    // The values, the marks of NULL, the key, and the row before.
    this.stride = columns + nullWords + 2;
  }

  /** How many values a row has. */
  public int columns() {
    return columns;
  }

  /** Rows kept. */
  public int rows() {
    return rows;
  }

  /** Whether the rows were given keys. */
  public boolean keyed() {
    return keyed;
  }

  /** Whether any value is NULL. */
  public boolean hasNulls() {
    return nulls;
  }

  /**
   * Keeps a row of a batch.
   *
   * @param before the slice's row before, or {@link #NONE}
   * @return the row's number
   */
  public int append(Batch batch, int row, int before) {
    int inPage = rows % PAGE_ROWS;
    if (inPage == 0) {
      page = new long[PAGE_ROWS * stride];
      pages.add(page);
    }
    int at = inPage * stride;
    for (int c = 0; c < columns; c++) {
      page[at + c] = Double.doubleToRawLongBits(batch.column(c)[row]);
      if (batch.isNull(c, row)) {
        page[at + columns + c / NULLS_EACH] |= 1L << c;
        nulls = true;
      }
    }
    keyed |= batch.keyed();
    page[at + stride - 2] = batch.keyed() ? batch.key(row) : 0;
    page[at + stride - 1] = before;
    return rows++;
  }

  /** The row of the same slice that came before, or {@link #NONE}. */
  public int before(int row) {
    return (int) page(row)[at(row) + stride - 1];
  }

  /** The bits of a value; 0 where it is NULL. */
  public long bits(int row, int column) {
    return page(row)[at(row) + column];
  }

  /** Whether a value is NULL. */
  public boolean isNull(int row, int column) {
    return (page(row)[at(row) + columns + column / NULLS_EACH] >>> column & 1) != 0;
  }

  /** The key of a row; 0 when rows have none. */
  public long key(int row) {
    return page(row)[at(row) + stride - 2];
  }

  /** Copies a row to a batch with the same roles. */
  public void copy(int row, Batch target, int targetRow) {
    for (int c = 0; c < columns; c++) {
      if (isNull(row, c)) {
        target.setNull(c, targetRow);
      } else {
        target.set(c, targetRow, Double.longBitsToDouble(bits(row, c)));
      }
    }
    if (keyed) {
      target.setKey(targetRow, key(row));
    }
  }

  /** The heap that the rows occupy, in bytes. */
  public long heapBytes() {
    return 8L * PAGE_ROWS * stride * pages.size();
  }

  private long[] page(int row) {
    return pages.get(row / PAGE_ROWS);
  }

  private int at(int row) {
    return row % PAGE_ROWS * stride;
  }
}
