package dev.slicewise.spark.scan;

import dev.slicewise.core.plan.EvaluationPlan;
import dev.slicewise.core.plan.SliceState;
import dev.slicewise.core.plan.StateCodec;
import java.util.Arrays;
import java.util.Iterator;
import java.util.NoSuchElementException;
import scala.Tuple2;

/** Merges neighbours with equal keys in a sorted stream of states: one live state at a time. */
final class MergeSorted implements Iterator<Tuple2<byte[], SliceState>> {
  private final Iterator<Tuple2<byte[], byte[]>> sorted;
  private final EvaluationPlan plan;
  private Tuple2<byte[], byte[]> ahead;

  MergeSorted(Iterator<Tuple2<byte[], byte[]>> sorted, EvaluationPlan plan) {
    this.sorted = sorted;
    this.plan = plan;
    this.ahead = sorted.hasNext() ? sorted.next() : null;
  }

  @Override
  public boolean hasNext() {
    return ahead != null;
  }

  @Override
  public Tuple2<byte[], SliceState> next() {
    if (ahead == null) {
      throw new NoSuchElementException();
    }
    byte[] key = ahead._1;
    SliceState state = StateCodec.read(ahead._2, plan);
    ahead = sorted.hasNext() ? sorted.next() : null;
    while (ahead != null && Arrays.equals(key, ahead._1)) {
      state.merge(StateCodec.read(ahead._2, plan));
      ahead = sorted.hasNext() ? sorted.next() : null;
    }
    return new Tuple2<>(key, state);
  }
}
