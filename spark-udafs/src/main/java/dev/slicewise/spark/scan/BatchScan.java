package dev.slicewise.spark.scan;

import dev.slicewise.core.term.Batch;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Iterator;
import java.util.List;
import org.apache.spark.sql.vectorized.ColumnarBatch;

/**
 * Evaluates one partition of columnar batches: copies vectors to the kernel's columns, finds slices
 * by codes of values, and lets the kernel add the rows. The same states as {@link RowScan} makes of
 * the same rows.
 */
final class BatchScan extends Partials {
  private final Iterator<ColumnarBatch> batches;
  private final List<VectorColumn> columns;
  private final StateMap slices;
  private final SliceRows filled;
  private final SliceScan scan;
  private final SliceLookup[] lookups;
  private final boolean keyed;
  private final int roles;
  private ColumnarBatch current;
  private int at;

  private BatchScan(
      Iterator<ColumnarBatch> batches,
      List<VectorColumn> columns,
      SliceScan scan,
      StateMap slices) {
    super(slices, scan.memoryBudget());
    this.batches = batches;
    this.columns = columns;
    this.slices = slices;
    this.filled = new SliceRows(scan, slices);
    this.keyed = scan.keyed();
    this.roles = scan.plan().roles().size();
    this.scan = scan;
    this.lookups = new SliceLookup[scan.grains().count()];
  }

  /** Reads the columns of the prepared rows, roles first, then key and dimensions. */
  static BatchScan of(Iterator<ColumnarBatch> batches, List<VectorColumn> columns, SliceScan scan) {
    return new BatchScan(batches, columns, scan, new StateMap(scan.plan(), scan.keyed()));
  }

  @Override
  boolean fill() {
    if (!hasRows()) {
      return false;
    }
    if (slices.isEmpty()) {
      startAnew();
    }
    Batch batch = filled.batch();
    int filledRows = 0;
    do {
      int room = Math.min(batch.capacity() - filledRows, Batch.CAPACITY);
      int count = Math.min(room, current.numRows() - at);
      for (int c = 0; c < roles; c++) {
        columns.get(c).copy(current, at, count, batch, c, filledRows);
      }
      if (keyed) {
        columns.get(roles).copyKeys(current, at, count, batch, filledRows);
      }
      for (int grain = filled.choice().first(); grain < filled.choice().end(); grain++) {
        lookups[grain].find(at, count, filled.of(grain), filledRows);
      }
      filledRows += count;
      at += count;
    } while (filled.hasRoom(filledRows) && hasRows());
    filled.add(filledRows);
    return true;
  }

  private boolean hasRows() {
    while (current == null || at == current.numRows()) {
      if (current != null) {
        // What Spark's own ColumnarToRow does with a batch it has read.
        current.closeIfFreeable();
        current = null;
      }
      if (!batches.hasNext()) {
        return false;
      }
      current = batches.next();
      at = 0;
      turn();
    }
    return true;
  }

  /** The map has no slices: the grains in use may be others, and lookups know too much. */
  private void startAnew() {
    Arrays.fill(lookups, null);
    for (int grain = filled.choice().first(); grain < filled.choice().end(); grain++) {
      List<VectorColumn> dimensions = new ArrayList<>();
      List<ValueKind> kinds = new ArrayList<>();
      for (int position : scan.grains().positions(grain)) {
        dimensions.add(columns.get(roles + (keyed ? 1 : 0) + position));
        kinds.add(scan.kinds().get(position));
      }
      lookups[grain] = new SliceLookup(slices, grain, dimensions, kinds);
    }
    turn();
  }

  /** Turns the lookups to the current batch. */
  private void turn() {
    for (SliceLookup lookup : lookups) {
      if (lookup != null) {
        lookup.batch(current);
      }
    }
  }

  @Override
  boolean crowded() {
    return filled.choice().crowded(slices);
  }

  @Override
  void full() {
    filled.choice().full(slices);
  }

  @Override
  long heapBytes() {
    long heap = super.heapBytes();
    for (SliceLookup lookup : lookups) {
      heap += lookup == null ? 0 : lookup.heapBytes();
    }
    return heap;
  }
}
