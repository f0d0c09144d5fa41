package dev.slicewise.core.statistic;

import dev.slicewise.core.codec.StateWriter;

/**
 * The memory of one statistic over some rows: a commutative monoid bit for bit. Equal multisets of
 * rows give equal bytes, however they were split, ordered and merged.
 *
 * @param <S> the state itself
 */
public interface State<S extends State<S>> {
  /**
   * Adds a run of rows that all belong to this state's slice: of admitted ones, or of the batch's
   * where the statistic {@linkplain Statistic#countsSkippedRows counts skipped rows}.
   *
   * @param columns the statistic's terms on the admitted rows of a batch
   * @param from first row of the run
   * @param to row after the last
   */
  void add(Columns columns, int from, int to);

  /**
   * Adds one row of the batch, admitted or not; only for statistics that {@linkplain
   * Statistic#countsSkippedRows count skipped rows}.
   */
  default void addBatchRow(Columns columns, int row) {
    throw new UnsupportedOperationException("this state sees admitted rows only");
  }

  /** Adds all rows of another state of the same statistic, which keeps its value. */
  void merge(S other);

  /** Writes the canonical bytes. */
  void write(StateWriter out);

  /** How many terms overflowed on their way in, so that a sum is infinite. */
  default long overflows() {
    return 0;
  }

  /** An estimate of the heap this state occupies, in bytes. */
  long heapBytes();
}
