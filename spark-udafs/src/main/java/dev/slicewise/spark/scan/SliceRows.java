package dev.slicewise.spark.scan;

import dev.slicewise.core.plan.BatchEvaluator;
import dev.slicewise.core.term.Batch;

/** A batch being filled, and the slices of its rows in each of the grains in use. */
final class SliceRows {
  /** Rows gathered before they are ordered by slice: sixty slices then have long runs. */
  private static final int GATHERED = 16 * Batch.CAPACITY;

  private final StateMap slices;
  private final GrainChoice choice;
  private final BatchEvaluator evaluator;
  private final Batch batch;
  private final SlicesOfRows[] byGrain;

  /** Prepares for rows whose slices are in a map. */
  SliceRows(SliceScan scan, StateMap slices) {
    this.slices = slices;
    this.choice = new GrainChoice(scan.grains());
    int capacity = scan.kinds().isEmpty() ? Batch.CAPACITY : GATHERED;
    this.evaluator = new BatchEvaluator(scan.plan(), capacity);
    this.batch = evaluator.newBatch();
    this.byGrain = new SlicesOfRows[scan.grains().count()];
  }

  /** The grains by which rows now find their slices. */
  GrainChoice choice() {
    return choice;
  }

  /**
   * Whether more rows should be gathered behind so many. Where every other row has a slice of its
   * own, waiting would make no run longer, and new slices take memory.
   */
  boolean hasRoom(int rows) {
    if (rows < Batch.CAPACITY) {
      return true;
    }
    int distinct = 0;
    for (int grain = choice.first(); grain < choice.end(); grain++) {
      distinct += of(grain).distinct();
    }
    return rows < batch.capacity() && distinct < Batch.CAPACITY;
  }

  /** The columns to fill. */
  Batch batch() {
    return batch;
  }

  /** The rows' slices in one grain. */
  SlicesOfRows of(int grain) {
    if (byGrain[grain] == null) {
      byGrain[grain] = new SlicesOfRows(slices, batch.capacity());
    }
    return byGrain[grain];
  }

  /** Adds the rows to their slices and starts anew. */
  void add(int count) {
    batch.rows(count);
    for (int grain = choice.first(); grain < choice.end(); grain++) {
      of(grain).add(batch, evaluator);
    }
    choice.evaluated(count);
    batch.clear();
  }
}
