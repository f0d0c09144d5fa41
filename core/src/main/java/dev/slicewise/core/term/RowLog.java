package dev.slicewise.core.term;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;

/**
 * Rows of many slices, gathered until those of a slice can be had together: a few words a row.
 * Numbers only.
 *
 * <p>Rows are appended to a segment that fits a cache; a full one is ordered by slice and put away.
 * Reading goes slice by slice through all segments side by side, so that memory is only ever read
 * and written in long streams.
 */
public final class RowLog {
  /** The values of two columns then take less than a megabyte. */
  private static final int SEGMENT_ROWS = 65_000;

  private final List<Role> roles;
  private final boolean keyed;
  private final List<Segment> segments = new ArrayList<>();

  /** The rows appended last, in the order they came, and per row its slice. */
  private final LogColumns latest;

  private int[] slices = new int[0];
  private final int[] order = new int[Batch.CAPACITY];
  private int rows;
  private int largestSlice;
  private boolean nulls;

  /** Rows in the order of their slices. */
  private static final class Segment {
    private final LogRows rows;
    private final int[] slices;
    private final int[] ends;
    private int next;

    Segment(LogRows rows, int[] slices, int[] ends) {
      this.rows = rows;
      this.slices = slices;
      this.ends = ends;
    }
  }

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
    this.roles = List.copyOf(roles);
    this.keyed = keyed;
    this.latest = new LogColumns(roles.size(), keyed);
  }

  /**
   * Keeps rows of a batch.
   *
   * @param sliceOf per row, the number of its slice; negative leaves it out
   */
  public void append(Batch batch, int[] sliceOf) {
    int from = 0;
    while (from < batch.rows()) {
      int to = Math.min(from + Math.min(order.length, SEGMENT_ROWS - rows), batch.rows());
      append(batch, sliceOf, from, to);
      from = to;
      if (rows == SEGMENT_ROWS) {
        seal();
      }
    }
  }

  private void append(Batch batch, int[] sliceOf, int from, int to) {
    if (rows + to - from > slices.length) {
      int wanted = Math.max(rows + to - from, 2 * slices.length);
      slices = Arrays.copyOf(slices, Math.min(SEGMENT_ROWS, wanted));
      latest.reserve(slices.length);
    }
    int count = 0;
    for (int row = from; row < to; row++) {
      int slice = sliceOf[row];
      order[count] = row;
      // Overwritten by the next one where it is left out.
      slices[rows + count] = slice;
      count += slice < 0 ? 0 : 1;
      largestSlice = Math.max(largestSlice, slice);
    }
    nulls |= latest.take(batch, roles, order, count, rows);
    rows += count;
  }

  /** Orders the rows appended last by slice and puts them away. */
  private void seal() {
    int[] starts = new int[largestSlice + 2];
    for (int row = 0; row < rows; row++) {
      starts[slices[row] + 1]++;
    }
    int distinct = 0;
    for (int slice = 0; slice <= largestSlice; slice++) {
      distinct += starts[slice + 1] > 0 ? 1 : 0;
      starts[slice + 1] += starts[slice];
    }
    int[] bySlice = new int[rows];
    for (int row = 0; row < rows; row++) {
      bySlice[starts[slices[row]]++] = row;
    }
    // From here on, starts[slice] is where the rows of the slice end.
    int[] numbers = new int[distinct];
    int[] ends = new int[distinct];
    int found = 0;
    for (int slice = 0, before = 0; slice <= largestSlice; slice++) {
      if (starts[slice] > before) {
        numbers[found] = slice;
        ends[found++] = starts[slice];
        before = starts[slice];
      }
    }
    segments.add(new Segment(latest.moved(bySlice, rows), numbers, ends));
    rows = 0;
    largestSlice = 0;
  }

  /**
   * All rows of a slice, to be read before the next slice is asked for.
   *
   * @param slice more than any asked for before
   */
  public RowSource rows(int slice) {
    if (rows > 0) {
      seal();
    }
    int left = 0;
    for (Segment segment : segments) {
      int at = segment.next;
      while (at < segment.slices.length && segment.slices[at] < slice) {
        at++;
      }
      segment.next = at;
      if (at < segment.slices.length && segment.slices[at] == slice) {
        left += segment.ends[at] - (at == 0 ? 0 : segment.ends[at - 1]);
      }
    }
    return new Rows(slice, left);
  }

  private final class Rows implements RowSource {
    private final int slice;
    private int left;
    private int inSegment;
    private int offset;

    Rows(int slice, int left) {
      this.slice = slice;
      this.left = left;
    }

    @Override
    public int left() {
      return left;
    }

    @Override
    public int fill(Batch batch, int from) {
      int to = Math.min(from + left, batch.capacity());
      int row = from;
      while (row < to) {
        Segment segment = segments.get(inSegment);
        int at = segment.next;
        boolean has = at < segment.slices.length && segment.slices[at] == slice;
        int first = has ? (at == 0 ? 0 : segment.ends[at - 1]) + offset : 0;
        int count = has ? Math.min(to - row, segment.ends[at] - first) : 0;
        segment.rows.copy(first, batch, row, count);
        row += count;
        offset += count;
        if (!has || first + count == segment.ends[at]) {
          inSegment++;
          offset = 0;
        }
      }
      left -= to - from;
      return to - from;
    }
  }

  /** Whether no row was kept. */
  public boolean isEmpty() {
    return rows == 0 && segments.isEmpty();
  }

  /** Whether rows have keys. */
  public boolean keyed() {
    return keyed;
  }

  /** Whether any value may be NULL. */
  public boolean hasNulls() {
    return nulls;
  }

  /** The heap that the rows occupy, in bytes. */
  public long heapBytes() {
    long heap = latest.heapBytes() + 4L * slices.length;
    for (Segment segment : segments) {
      heap += segment.rows.heapBytes() + 8L * segment.slices.length;
    }
    return heap;
  }
}
