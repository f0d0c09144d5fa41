package dev.slicewise.spark.scan;

import dev.slicewise.core.term.Batch;
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
  private final SliceLookup lookup;
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
    int firstDimension = roles + (keyed ? 1 : 0);
    this.lookup =
        new SliceLookup(slices, columns.subList(firstDimension, columns.size()), scan.kinds());
  }

  /** Reads the columns of the prepared rows, roles first, then key and dimensions. */
  static BatchScan of(Iterator<ColumnarBatch> batches, List<VectorColumn> columns, SliceScan scan) {
    return new BatchScan(batches, columns, scan, new StateMap(scan.plan()));
  }

  @Override
  boolean fill() {
    if (!hasRows()) {
      return false;
    }
    if (slices.isEmpty()) {
      lookup.clear();
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
      lookup.find(at, count, filled, filledRows);
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
      lookup.batch(current);
    }
    return true;
  }

  @Override
  long heapBytes() {
    return super.heapBytes() + lookup.heapBytes();
  }
}
