package dev.slicewise.spark.scan;

import dev.slicewise.core.plan.EvaluationPlan;
import dev.slicewise.core.plan.RowCodec;
import dev.slicewise.core.plan.RowGathering;
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
  private final Iterator<Tuple2<byte[], byte[]>> sorted;
  private final EvaluationPlan plan;
  private final ArrayDeque<Tuple2<byte[], SliceState>> ready = new ArrayDeque<>();
  private Tuple2<byte[], byte[]> ahead;

  /** Made when the first rows come. */
  private RowGathering gathering;

  private int rows;

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
      rows = 0;
      boolean onlyRows;
      do {
        onlyRows = readSlice();
      } while (onlyRows && rows < Batch.CAPACITY && ahead != null && RowCodec.isRows(ahead._2));
      finish();
    }
    return ready.poll();
  }

  /** Reads all that has the next key; says whether that was rows only. */
  private boolean readSlice() {
    byte[] key = ahead._1;
    SliceState merged = null;
    SliceState small = null;
    do {
      if (RowCodec.isRows(ahead._2)) {
        small = small == null ? plan.emptyState() : small;
        gather(new RowCodec.Reader(ahead._2, plan), small);
      } else {
        SliceState read = StateCodec.read(ahead._2, plan);
        if (merged == null) {
          merged = read;
        } else {
          merged.merge(read);
        }
      }
      turn();
    } while (ahead != null && Arrays.equals(key, ahead._1));
    if (merged != null && small != null) {
      finish();
      merged.merge(small);
    }
    ready.add(new Tuple2<>(key, merged == null ? small : merged));
    return merged == null;
  }

  private void gather(RowCodec.Reader reader, SliceState state) {
    if (gathering == null) {
      gathering = new RowGathering(plan);
    }
    rows += reader.left();
    gathering.add(reader, state);
  }

  private void finish() {
    if (gathering != null) {
      gathering.finish();
    }
  }
}
