package dev.slicewise.spark.scan;

import dev.slicewise.core.plan.BatchEvaluator;
import dev.slicewise.core.plan.SliceState;
import dev.slicewise.core.term.Batch;

/** A batch being filled, and the slices of its rows. */
final class SliceRows {
  private final StateMap slices;
  private final BatchEvaluator evaluator;
  private final Batch batch;
  private final int[] sliceOf = new int[Batch.CAPACITY];
  private final SliceState[] states = new SliceState[Batch.CAPACITY];
  private final StateMap.Entry[] entries = new StateMap.Entry[Batch.CAPACITY];
  private int distinct;

  /** Prepares for rows whose slices are in a map. */
  SliceRows(SliceScan scan, StateMap slices) {
    this.slices = slices;
    this.evaluator = new BatchEvaluator(scan.plan());
    this.batch = evaluator.newBatch();
  }

  /** The columns to fill. */
  Batch batch() {
    return batch;
  }

  /** Says which slice a row belongs to; may be left out for rows while all are of one slice. */
  void slice(int row, StateMap.Entry entry) {
    int position = entry.position;
    if (position < 0) {
      position = distinct++;
      entry.position = position;
      entries[position] = entry;
      states[position] = entry.state;
    }
    sliceOf[row] = position;
  }

  /** Adds the rows to their slices and starts anew. */
  void add(int count) {
    batch.rows(count);
    if (distinct == 1) {
      evaluator.add(batch, states[0]);
    } else if (count > 0) {
      evaluator.add(batch, sliceOf, states, distinct);
    }
    for (int i = 0; i < distinct; i++) {
      entries[i].position = -1;
      slices.touched(entries[i]);
    }
    distinct = 0;
    batch.clear();
  }
}
