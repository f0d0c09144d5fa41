package dev.slicewise.spark.scan;

import dev.slicewise.core.slice.SliceKey;
import dev.slicewise.core.term.Batch;
import dev.slicewise.spark.role.RoleReader;
import java.util.Iterator;
import java.util.List;
import org.apache.spark.sql.catalyst.InternalRow;

/**
 * Evaluates one partition of Spark's internal rows: fills batches, finds each row's slices, and
 * lets the kernel add them.
 */
final class RowScan extends Partials {
  private final Iterator<InternalRow> rows;
  private final SliceScan scan;
  private final StateMap slices;
  private final SliceRows filled;
  private final List<RoleReader> readers;
  private final int columns;
  private final int firstDimension;
  private final SliceKey.Writer key = new SliceKey.Writer();

  private RowScan(Iterator<InternalRow> rows, SliceScan scan, StateMap slices) {
    super(slices, scan.memoryBudget());
    this.rows = rows;
    this.scan = scan;
    this.slices = slices;
    this.filled = new SliceRows(scan, slices);
    this.readers = scan.readers();
    this.columns = scan.plan().roles().size();
    this.firstDimension = columns + (scan.keyed() ? 1 : 0);
  }

  static RowScan of(Iterator<InternalRow> rows, SliceScan scan) {
    return new RowScan(rows, scan, new StateMap(scan.plan(), scan.keyed()));
  }

  @Override
  boolean fill() {
    Batch batch = filled.batch();
    int count = 0;
    while (filled.hasRoom(count) && rows.hasNext()) {
      InternalRow row = rows.next();
      for (int c = 0; c < columns; c++) {
        if (readers.get(c) != null) {
          readObject(row, c, batch, count);
        } else if (row.isNullAt(c)) {
          batch.setNull(c, count);
        } else {
          batch.set(c, count, row.getDouble(c));
        }
      }
      if (scan.keyed()) {
        batch.setKey(count, row.getLong(columns));
      }
      for (int grain = filled.choice().first(); grain < filled.choice().end(); grain++) {
        filled.of(grain).slice(count, sliceOf(row, grain));
      }
      count++;
    }
    filled.add(count);
    return count > 0;
  }

  private void readObject(InternalRow row, int column, Batch batch, int at) {
    Object value = readers.get(column).read(row, column);
    if (value == null) {
      batch.setNull(column, at);
    } else {
      batch.set(column, at, value);
    }
  }

  private int sliceOf(InternalRow row, int grain) {
    key.definition(grain);
    for (int position : scan.grains().positions(grain)) {
      scan.kinds().get(position).append(key, row, firstDimension + position);
    }
    return slices.slice(key.buffer(), key.size());
  }

  @Override
  boolean crowded() {
    return filled.choice().crowded(slices);
  }

  @Override
  void full() {
    filled.choice().full(slices);
  }
}
