package dev.slicewise.spark.aggregator;

import dev.slicewise.core.plan.BatchEvaluator;
import dev.slicewise.core.plan.EvaluationPlan;
import dev.slicewise.core.plan.SliceState;
import dev.slicewise.core.term.Batch;

/**
 * The aggregation buffer of one group when rows come one by one: a small batch that is handed to
 * the kernel when it is full, and grows with the group, so that a group of few rows stays small.
 */
public final class RowBuffer {
  private static final int FIRST_CAPACITY = 4;

  /** Large enough for the kernel's tight loops, small enough for thousands of live groups. */
  public static final int LAST_CAPACITY = 1024;

  private final EvaluationPlan plan;
  private SliceState state;
  private Batch batch;
  private int rows;

  /** Starts with the state of some rows. */
  public RowBuffer(SliceState state) {
    this.plan = state.plan();
    this.state = state;
  }

  /** The row to be filled next, by {@link #batch}. */
  public int nextRow(BatchEvaluator evaluator) {
    if (batch == null) {
      batch = new Batch(plan.roles(), FIRST_CAPACITY);
    } else if (rows == batch.capacity()) {
      flush(evaluator);
      if (batch.capacity() < LAST_CAPACITY) {
        batch = new Batch(plan.roles(), batch.capacity() * 4);
      }
    }
    return rows++;
  }

  /** The batch that {@link #nextRow} points into. */
  public Batch batch() {
    return batch;
  }

  private void flush(BatchEvaluator evaluator) {
    if (rows > 0) {
      batch.rows(rows);
      evaluator.add(batch, state);
      batch.clear();
      rows = 0;
    }
  }

  /** The state of all rows so far. */
  public SliceState state(BatchEvaluator evaluator) {
    flush(evaluator);
    return state;
  }
}
