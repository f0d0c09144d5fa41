package dev.slicewise.spark.scan;

import dev.slicewise.core.plan.BatchEvaluator;
import dev.slicewise.core.plan.SliceState;
import dev.slicewise.core.term.Batch;
import dev.slicewise.core.term.RowLog;
import java.util.Arrays;

/**
 * Slices that have few rows so far. Making, writing and reading a state costs more than to carry
 * such rows along, so they wait in a log; what is still there when a task hands its slices on
 * travels as rows, and becomes a state where all rows of the slice have met.
 */
final class SmallSlices {
  /** From so many rows on a task makes a state. */
  static final int ROWS_WORTH_A_STATE = 64;

  private final StateMap slices;
  private final BatchEvaluator evaluator;
  private final Batch released;
  private final int[] sliceOf;
  private final SliceState[] states;
  private int[] counts = new int[0];
  private int rows;
  private int distinct;

  /** Prepares for the slices of a map. */
  SmallSlices(StateMap slices, BatchEvaluator evaluator) {
    this.slices = slices;
    this.evaluator = evaluator;
    this.released = evaluator.newBatch();
    this.sliceOf = new int[released.capacity()];
    this.states = new SliceState[released.capacity()];
  }

  /**
   * Takes those rows of a batch whose slices stay small, and gives the other slices their states.
   *
   * @param sliceOf per row its slice; −1 afterwards where the row was taken
   * @param states per slice its state; null afterwards only where it stays small
   */
  void take(
      Batch batch, int[] sliceOf, StateMap.Entry[] entries, SliceState[] states, int distinct) {
    if (!slices.keepsRows()) {
      for (int i = 0; i < distinct; i++) {
        states[i] = entries[i].made(slices);
      }
      return;
    }
    count(batch, sliceOf, distinct);
    boolean some = false;
    for (int i = 0; i < distinct; i++) {
      if (states[i] == null && entries[i].waiting() + counts[i] >= ROWS_WORTH_A_STATE) {
        states[i] = entries[i].made(slices);
        release(entries[i]);
      }
      some |= states[i] == null;
    }
    flush();
    if (some) {
      for (int row = 0; row < batch.rows(); row++) {
        if (states[sliceOf[row]] == null) {
          entries[sliceOf[row]].keep(batch, row, slices.log());
          sliceOf[row] = -1;
        }
      }
    }
  }

  private void count(Batch batch, int[] sliceOf, int distinct) {
    if (counts.length < distinct) {
      counts = new int[batch.capacity()];
    }
    Arrays.fill(counts, 0, distinct, 0);
    for (int row = 0; row < batch.rows(); row++) {
      counts[sliceOf[row]]++;
    }
  }

  private void release(StateMap.Entry entry) {
    if (entry.waiting() == 0) {
      return;
    }
    if (rows + entry.waiting() > released.capacity()) {
      flush();
    }
    RowLog log = slices.log();
    for (int row = entry.released(); row != RowLog.NONE; row = log.before(row)) {
      log.copy(row, released, rows);
      sliceOf[rows++] = distinct;
    }
    states[distinct++] = entry.state();
  }

  private void flush() {
    if (rows > 0) {
      released.rows(rows);
      evaluator.add(released, sliceOf, states, distinct);
      released.clear();
    }
    rows = 0;
    distinct = 0;
  }
}
