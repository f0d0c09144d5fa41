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
  private static final int SEGMENT_ROWS = 1 << 16;
  private static final int MARKS_EACH = 32;

  private final int columns;
  private final boolean keyed;
  private final int stride;
  private final List<Segment> segments = new ArrayList<>();
  private long[] words = new long[0];
  private int rows;
  private int largestSlice;
  private boolean nulls;

  /** Rows in the order of their slices. */
  private static final class Segment {
    private final long[] words;
    private final int[] slices;
    private final int[] ends;
    private int next;

    Segment(long[] words, int[] slices, int[] ends) {
      this.words = words;
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
    this.columns = roles.size();
    this.keyed = keyed;
    // The marks of NULL stand in lower halves of words; the upper half of the first is the slice.
    int markWords = Math.max(1, (columns + MARKS_EACH - 1) / MARKS_EACH);
    this.stride = columns + markWords + (keyed ? 1 : 0);
  }

  /** Keeps a row of a batch, which belongs to a slice of some number. */
  public void append(Batch batch, int row, int slice) {
    int at = rows * stride;
    if (at == words.length) {
      words = Arrays.copyOf(words, Math.max(64, 2 * rows) * stride);
    }
    int marks = at + columns;
    Arrays.fill(words, marks, at + stride, 0);
    words[marks] = (long) slice << 32;
    for (int c = 0; c < columns; c++) {
      words[at + c] = Double.doubleToRawLongBits(batch.column(c)[row]);
      if (batch.isNull(c, row)) {
        words[marks + c / MARKS_EACH] |= 1L << c % MARKS_EACH;
        nulls = true;
      }
    }
    if (keyed) {
      words[at + stride - 1] = batch.key(row);
    }
    largestSlice = Math.max(largestSlice, slice);
    if (++rows == SEGMENT_ROWS) {
      seal();
    }
  }

  /** Orders the rows appended last by slice and puts them away. */
  private void seal() {
    int[] ends = new int[largestSlice + 2];
    for (int at = columns; at < rows * stride; at += stride) {
      ends[(int) (words[at] >>> 32) + 1]++;
    }
    int distinct = 0;
    for (int slice = 0; slice <= largestSlice; slice++) {
      distinct += ends[slice + 1] > 0 ? 1 : 0;
      ends[slice + 1] += ends[slice];
    }
    long[] ordered = new long[rows * stride];
    for (int at = 0; at < rows * stride; at += stride) {
      int target = ends[(int) (words[at + columns] >>> 32)]++ * stride;
      for (int w = 0; w < stride; w++) {
        ordered[target + w] = words[at + w];
      }
    }
    int[] numbers = new int[distinct];
    int[] last = new int[distinct];
    int found = 0;
    for (int slice = 0, before = 0; slice <= largestSlice; slice++) {
      if (ends[slice] > before) {
        numbers[found] = slice;
        last[found++] = ends[slice];
        before = ends[slice];
      }
    }
    segments.add(new Segment(ordered, numbers, last));
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
        copy(segment.words, first, batch, row, count);
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

  private void copy(long[] source, int first, Batch batch, int row, int count) {
    for (int c = 0; c < columns; c++) {
      double[] target = batch.column(c);
      for (int i = 0, at = first * stride + c; i < count; i++, at += stride) {
        target[row + i] = Double.longBitsToDouble(source[at]);
      }
    }
    for (int i = 0; (nulls || keyed) && i < count; i++) {
      int marks = (first + i) * stride + columns;
      for (int c = 0; nulls && c < columns; c++) {
        if ((source[marks + c / MARKS_EACH] >>> c % MARKS_EACH & 1) != 0) {
          batch.setNull(c, row + i);
        }
      }
      if (keyed) {
        batch.setKey(row + i, source[(first + i + 1) * stride - 1]);
      }
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

  /** Whether any value is NULL. */
  public boolean hasNulls() {
    return nulls;
  }

  /** The heap that the rows occupy, in bytes. */
  public long heapBytes() {
    long heap = 8L * words.length;
    for (Segment segment : segments) {
      heap += 8L * segment.words.length + 8L * segment.slices.length;
    }
    return heap;
  }
}
