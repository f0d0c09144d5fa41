package dev.slicewise.core.plan;

import dev.slicewise.core.term.Batch;
import dev.slicewise.core.term.RowSource;
import java.util.Arrays;

/** Adds the rows of one slice after the other, in batches that small slices share. */
public final class RowGathering {
  private final BatchEvaluator evaluator;
  private final Batch batch;
  private final int[] sliceOf;
  private final SliceState[] slices;
  private int rows;
  private int count;

  /** Prepares for states of a plan. */
  public RowGathering(EvaluationPlan plan) {
    this.evaluator = new BatchEvaluator(plan);
    this.batch = evaluator.newBatch();
    this.sliceOf = new int[batch.capacity()];
    this.slices = new SliceState[batch.capacity()];
  }

  /** Adds rows to a slice; the state has them after {@link #finish}, others perhaps earlier. */
  public void add(RowSource source, SliceState slice) {
    while (source.left() > 0) {
      if (rows == batch.capacity()) {
        finish();
      }
      if (count == 0 || slices[count - 1] != slice) {
        slices[count++] = slice;
      }
      int read = source.fill(batch, rows);
      Arrays.fill(sliceOf, rows, rows + read, count - 1);
      rows += read;
    }
  }

  /** Adds what is still gathered. */
  public void finish() {
    if (rows > 0) {
      batch.rows(rows);
      if (count == 1) {
        evaluator.add(batch, slices[0]);
      } else {
        evaluator.add(batch, sliceOf, slices, count);
      }
      batch.clear();
    }
    Arrays.fill(slices, 0, count, null);
    rows = 0;
    count = 0;
  }
}
