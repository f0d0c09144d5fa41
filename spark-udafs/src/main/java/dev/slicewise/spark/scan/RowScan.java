package dev.slicewise.spark.scan;

import dev.slicewise.core.plan.BatchEvaluator;
import dev.slicewise.core.plan.EvaluationPlan;
import dev.slicewise.core.plan.SliceState;
import dev.slicewise.core.slice.SliceKey;
import dev.slicewise.core.term.Batch;
import java.util.Iterator;
import org.apache.spark.sql.catalyst.InternalRow;

/**
 * Evaluates one partition of Spark's internal rows: fills batches, finds each row's slice at the
 * finest grain, and lets the kernel add them.
 */
final class RowScan extends Partials {
  private final Iterator<InternalRow> rows;
  private final SliceScan scan;
  private final StateMap slices;
  private final BatchEvaluator evaluator;
  private final Batch batch;
  private final int columns;
  private final int firstDimension;
  private final SliceKey.Writer key = new SliceKey.Writer();
  private final int[] sliceOf = new int[Batch.CAPACITY];
  private final SliceState[] states = new SliceState[Batch.CAPACITY];
  private final StateMap.Entry[] entries = new StateMap.Entry[Batch.CAPACITY];

  private RowScan(Iterator<InternalRow> rows, SliceScan scan, StateMap slices) {
    super(slices, scan.memoryBudget());
    EvaluationPlan plan = scan.plan();
    this.rows = rows;
    this.scan = scan;
    this.slices = slices;
    this.evaluator = new BatchEvaluator(plan);
    this.batch = evaluator.newBatch();
    this.columns = plan.roles().size();
    this.firstDimension = columns + (scan.keyed() ? 1 : 0);
  }

  static RowScan of(Iterator<InternalRow> rows, SliceScan scan) {
    return new RowScan(rows, scan, new StateMap(scan.plan()));
  }

  @Override
  boolean fill() {
    batch.clear();
    int count = 0;
    int distinct = 0;
    while (count < batch.capacity() && rows.hasNext()) {
      InternalRow row = rows.next();
      for (int c = 0; c < columns; c++) {
        if (row.isNullAt(c)) {
          batch.setNull(c, count);
        } else {
          batch.set(c, count, row.getDouble(c));
        }
      }
      if (scan.keyed()) {
        batch.setKey(count, row.getLong(columns));
      }
      StateMap.Entry entry = sliceOf(row);
      if (entry.position < 0) {
        entry.position = distinct;
        entries[distinct] = entry;
        states[distinct++] = entry.state;
      }
      sliceOf[count++] = entry.position;
    }
    batch.rows(count);
    if (count > 0) {
      if (distinct == 1) {
        evaluator.add(batch, states[0]);
      } else {
        evaluator.add(batch, sliceOf, states, distinct);
      }
    }
    for (int i = 0; i < distinct; i++) {
      entries[i].position = -1;
      slices.touched(entries[i]);
    }
    return count > 0;
  }

  private StateMap.Entry sliceOf(InternalRow row) {
    key.definition(0);
    for (int d = 0; d < scan.kinds().size(); d++) {
      scan.kinds().get(d).append(key, row, firstDimension + d);
    }
    return slices.entry(key.buffer(), key.size());
  }
}
