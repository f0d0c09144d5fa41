package dev.slicewise.core.term;

/** Some rows of one slice, read once, a batch at a time. */
public interface RowSource {
  /** Rows not yet read. */
  int left();

  /**
   * Reads as many rows as are left and fit into a batch.
   *
   * @param from the first row of the batch to fill
   * @return how many rows were read
   */
  int fill(Batch batch, int from);
}
