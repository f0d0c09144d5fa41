package dev.slicewise.spark.scan;

import dev.slicewise.core.plan.BatchEvaluator;
import dev.slicewise.core.plan.SliceState;
import dev.slicewise.core.term.Batch;
import java.util.Arrays;

/** The slices of one grain that the rows of a batch belong to. */
final class SlicesOfRows {
  private final int[] sliceOf;
  private final SliceState[] states;
  private final StateMap.Entry[] entries;
  private int distinct;

  /** How many of them have no state yet. */
  private int small;

  /** Prepares for batches of at most so many rows. */
  SlicesOfRows(int capacity) {
    this.sliceOf = new int[capacity];
    this.states = new SliceState[capacity];
    this.entries = new StateMap.Entry[capacity];
  }

  /** Says which slice a row belongs to; when all belong to one, of the first row is enough. */
  void slice(int row, StateMap.Entry entry) {
    int position = entry.position;
    if (position < 0) {
      position = distinct++;
      entry.position = position;
      entries[position] = entry;
      states[position] = entry.state();
      small += states[position] == null ? 1 : 0;
    }
    sliceOf[row] = position;
  }

  /** How many slices there are. */
  int distinct() {
    return distinct;
  }

  /** Adds the rows to their slices and starts anew. */
  void add(Batch batch, BatchEvaluator evaluator, SmallSlices waiting, StateMap slices) {
    if (distinct == 1) {
      Arrays.fill(sliceOf, 0, batch.rows(), 0);
    }
    if (small > 0) {
      waiting.take(batch, sliceOf, entries, states, distinct);
    }
    if (distinct == 1 && states[0] != null) {
      evaluator.add(batch, states[0]);
    } else if (distinct > 1) {
      evaluator.add(batch, sliceOf, states, distinct);
    }
    for (int i = 0; i < distinct; i++) {
      entries[i].position = -1;
      slices.touched(entries[i]);
    }
    distinct = 0;
    small = 0;
  }
}
