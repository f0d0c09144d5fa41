package dev.slicewise.spark.scan;

import dev.slicewise.core.plan.BatchEvaluator;
import dev.slicewise.core.plan.SliceState;
import dev.slicewise.core.term.Batch;

/** A batch being filled, and the slices of its rows. */
final class SliceRows {
  /** Rows gathered before they are ordered by slice: 500 slices then have runs of 30 rows. */
  private static final int GATHERED = 16 * Batch.CAPACITY;

  private final StateMap slices;
  private final BatchEvaluator evaluator;
  private final Batch batch;
  private final int[] sliceOf;
  private final SliceState[] states;
  private final StateMap.Entry[] entries;
  private int distinct;

  /** Prepares for rows whose slices are in a map. */
  SliceRows(SliceScan scan, StateMap slices) {
    this.slices = slices;
    int capacity = scan.kinds().isEmpty() ? Batch.CAPACITY : GATHERED;
    this.evaluator = new BatchEvaluator(scan.plan(), capacity);
    this.batch = evaluator.newBatch();
    this.sliceOf = new int[capacity];
    this.states = new SliceState[capacity];
    this.entries = new StateMap.Entry[capacity];
  }

  /**
   * Whether more rows should be gathered behind so many. Where every other row has a slice of its
   * own, waiting would make no run longer, and new slices take memory.
   */
  boolean hasRoom(int rows) {
    return rows < batch.capacity() && (distinct < Batch.CAPACITY || rows < Batch.CAPACITY);
  }

  /** The columns to fill. */
  Batch batch() {
    return batch;
  }

  /** Says that all rows belong to one slice, instead of saying so of each. */
  void sliceOfAll(StateMap.Entry entry) {
    slice(0, entry);
  }

  /** Says which slice a row belongs to. */
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
