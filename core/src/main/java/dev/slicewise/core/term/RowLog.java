package dev.slicewise.core.term;

import java.util.ArrayList;
import java.util.List;

/**
 * Rows of many slices kept aside until it is known whether a slice has enough of them for a state:
 * a few words a row, in the order of arrival. Numbers only.
 */
public final class RowLog {
  private static final int PAGE_ROWS = 1 << 12;
  private static final int MARKS_EACH = 32;
  private static final long MARKS = 0xffffffffL;

  private final int columns;
  private final int markWords;
  private final boolean keyed;
  private final int stride;
  private final List<long[]> pages = new ArrayList<>();
  private long[] page;
  private int rows;
  private boolean nulls;

  /**
   * Makes an empty log.
   *
   * @param roles of the batches that rows come from, all of them numbers
   * @param keyed whether their rows have keys
   */
  public RowLog(List<Role> roles, boolean keyed) {
    for (Role role : roles) {
      if (role.shape() != Shape.NUMBER) {
        throw new IllegalArgumentException(
            "expected only roles that are numbers, found " + role.name() + ", " + role.shape());
      }
    }
    this.columns = roles.size();
    this.keyed = keyed;
    // The marks of NULL stand in lower halves; the upper half of the first is the slice.
    this.markWords = Math.max(1, (columns + MARKS_EACH - 1) / MARKS_EACH);
    this.stride = columns + markWords + (keyed ? 1 : 0);
  }

  /** How many values a row has. */
  public int columns() {
    return columns;
  }

  /** Rows kept. */
  public int rows() {
    return rows;
  }

  /** Whether rows have keys. */
  public boolean keyed() {
    return keyed;
  }

  /** Whether any value is NULL. */
  public boolean hasNulls() {
    return nulls;
  }

  /** Keeps a row of a batch, which belongs to a slice of some number. */
  public void append(Batch batch, int row, int slice) {
    int inPage = rows % PAGE_ROWS;
    if (inPage == 0) {
      page = new long[PAGE_ROWS * stride];
      pages.add(page);
    }
    int at = inPage * stride;
    int marks = at + columns;
    page[marks] = (long) slice << 32;
    for (int c = 0; c < columns; c++) {
      page[at + c] = Double.doubleToRawLongBits(batch.column(c)[row]);
      if (batch.isNull(c, row)) {
        page[marks + c / MARKS_EACH] |= 1L << c % MARKS_EACH;
        nulls = true;
      }
    }
    if (keyed) {
      page[at + stride - 1] = batch.key(row);
    }
    rows++;
  }

  /**
   * The numbers of all rows, ordered by slice.
   *
   * @param ends per slice, how many rows it has; on return, where its rows end
   */
  public int[] bySlice(int[] ends) {
    int[] order = new int[rows];
    int before = 0;
    for (int slice = 0; slice < ends.length; slice++) {
      int count = ends[slice];
      ends[slice] = before;
      before += count;
    }
    int row = 0;
    for (long[] words : pages) {
      int inPage = Math.min(PAGE_ROWS, rows - row);
      for (int i = 0, at = columns; i < inPage; i++, at += stride) {
        order[ends[(int) (words[at] >>> 32)]++] = row++;
      }
    }
    return order;
  }

  /** The bits of a value; 0 where it is NULL. */
  public long bits(int row, int column) {
    return pages.get(row / PAGE_ROWS)[at(row) + column];
  }

  /** Whether a value is NULL. */
  public boolean isNull(int row, int column) {
    long marks = pages.get(row / PAGE_ROWS)[at(row) + columns + column / MARKS_EACH] & MARKS;
    return (marks >>> column % MARKS_EACH & 1) != 0;
  }

  /** The key of a row whose log has them. */
  public long key(int row) {
    return pages.get(row / PAGE_ROWS)[at(row) + stride - 1];
  }

  /** Fills an empty batch of the same roles with the rows {@code order[from..to)}. */
  public void fill(Batch target, int[] order, int from, int to) {
    for (int i = from; i < to; i++) {
      int row = order[i];
      for (int c = 0; c < columns; c++) {
        if (nulls && isNull(row, c)) {
          target.setNull(c, i - from);
        } else {
          target.set(c, i - from, Double.longBitsToDouble(bits(row, c)));
        }
      }
      if (keyed) {
        target.setKey(i - from, key(row));
      }
    }
    target.rows(to - from);
  }

  /** The heap that the rows occupy, in bytes. */
  public long heapBytes() {
    return 8L * PAGE_ROWS * stride * pages.size();
  }

  private int at(int row) {
    return row % PAGE_ROWS * stride;
  }
}
