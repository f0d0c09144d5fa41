package dev.slicewise.spark.scan;

import dev.slicewise.core.plan.BatchEvaluator;
import dev.slicewise.core.plan.EvaluationPlan;
import dev.slicewise.core.plan.RowCodec;
import dev.slicewise.core.plan.SliceState;
import dev.slicewise.core.plan.StateCodec;
import dev.slicewise.core.term.Batch;
import java.util.ArrayDeque;
import java.util.Arrays;
import java.util.Iterator;
import java.util.NoSuchElementException;
import scala.Tuple2;

/**
 * Merges neighbours with equal keys in a sorted stream of states and rows. One live state at a
 * time; only slices that come as rows alone, and so are small, are made some at once, since rows
 * are cheaper by the batch.
 */
final class MergeSorted implements Iterator<Tuple2<byte[], SliceState>> {
  /** Small slices made together: their rows then come to a batch or a few. */
  private static final int AT_ONCE = 256;

  private final Iterator<Tuple2<byte[], byte[]>> sorted;
  private final EvaluationPlan plan;
  private final ArrayDeque<Tuple2<byte[], SliceState>> ready = new ArrayDeque<>();
  private Tuple2<byte[], byte[]> ahead;

  // Made when the first rows come.
  private BatchEvaluator evaluator;
  private Batch batch;
  private int[] sliceOf;
  private SliceState[] slices;
  private int rows;
  private int count;

  MergeSorted(Iterator<Tuple2<byte[], byte[]>> sorted, EvaluationPlan plan) {
    this.sorted = sorted;
    this.plan = plan;
    turn();
  }

  private void turn() {
    ahead = sorted.hasNext() ? sorted.next() : null;
  }

  @Override
  public boolean hasNext() {
    return ahead != null || !ready.isEmpty();
  }

  @Override
  public Tuple2<byte[], SliceState> next() {
    if (ready.isEmpty()) {
      if (ahead == null) {
        throw new NoSuchElementException();
      }
      boolean onlyRows;
      do {
        onlyRows = readSlice();
      } while (onlyRows && ready.size() < AT_ONCE && ahead != null && RowCodec.isRows(ahead._2));
      evaluate();
    }
    return ready.poll();
  }

  /** Reads all that has the next key; says whether that was rows only. */
  private boolean readSlice() {
    byte[] key = ahead._1;
    SliceState state = null;
    boolean onlyRows = true;
    SliceState small = null;
    do {
      if (RowCodec.isRows(ahead._2)) {
        small = small == null ? plan.emptyState() : small;
        keepRows(new RowCodec.Reader(ahead._2, plan), small);
      } else {
        onlyRows = false;
        SliceState read = StateCodec.read(ahead._2, plan);
        if (state == null) {
          state = read;
        } else {
          state.merge(read);
        }
      }
      turn();
    } while (ahead != null && Arrays.equals(key, ahead._1));
    if (state != null && small != null) {
      evaluate();
      state.merge(small);
    }
    ready.add(new Tuple2<>(key, state == null ? small : state));
    return onlyRows;
  }

  private void keepRows(RowCodec.Reader reader, SliceState state) {
    if (evaluator == null) {
      evaluator = new BatchEvaluator(plan);
      batch = evaluator.newBatch();
      sliceOf = new int[batch.capacity()];
      slices = new SliceState[batch.capacity()];
    }
    do {
      if (rows == batch.capacity()) {
        evaluate();
      }
      if (count == 0 || slices[count - 1] != state) {
        slices[count++] = state;
      }
      int read = reader.fill(batch, rows);
      Arrays.fill(sliceOf, rows, rows + read, count - 1);
      rows += read;
    } while (reader.left() > 0);
  }

  /** Adds the rows read so far to their slices. */
  private void evaluate() {
    if (rows > 0) {
      batch.rows(rows);
      evaluator.add(batch, sliceOf, slices, count);
      batch.clear();
    }
    rows = 0;
    count = 0;
  }
}
