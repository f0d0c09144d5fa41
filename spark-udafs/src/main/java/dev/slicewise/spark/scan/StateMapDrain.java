package dev.slicewise.spark.scan;

import dev.slicewise.core.plan.EvaluationPlan;
import dev.slicewise.core.plan.RowCodec;
import dev.slicewise.core.plan.RowGathering;
import dev.slicewise.core.plan.SliceState;
import dev.slicewise.core.plan.StateCodec;
import dev.slicewise.core.term.Batch;
import dev.slicewise.core.term.RowLog;
import dev.slicewise.core.term.RowSource;
import java.util.Iterator;
import java.util.NoSuchElementException;
import scala.Tuple2;

/**
 * Hands on what a map held: states where a slice has rows enough to be worth one, else its rows.
 */
final class StateMapDrain implements Iterator<Tuple2<byte[], byte[]>> {
  private final EvaluationPlan plan;
  private final SliceKeys keys;
  private final SliceState[] states;
  private final int[] waiting;
  private final RowLog log;
  private final RowsOrState choice;
  private final Batch through;
  private final RowGathering gathering;
  private final byte[][] ready = new byte[Batch.CAPACITY][];
  private int slice;

  /** The slices before this one have been looked at. */
  private int seen;

  /** The slice whose state shows how large such states are; −1 when none does. */
  private int learning = -1;

  /**
   * Takes over what a map held.
   *
   * @param waiting per slice, how many rows of it are in the log
   * @param log the rows that wait, or null where none does
   */
  StateMapDrain(
      EvaluationPlan plan, SliceKeys keys, SliceState[] states, int[] waiting, RowLog log) {
    this.plan = plan;
    this.keys = keys;
    this.states = states;
    this.waiting = waiting;
    this.log = log;
    this.choice = log == null ? null : new RowsOrState(plan, log);
    this.through = log == null ? null : new Batch(plan.roles(), Batch.CAPACITY);
    this.gathering = log == null ? null : new RowGathering(plan);
  }

  @Override
  public boolean hasNext() {
    return slice < keys.size();
  }

  @Override
  public Tuple2<byte[], byte[]> next() {
    if (!hasNext()) {
      throw new NoSuchElementException();
    }
    if (slice == seen) {
      look();
    }
    int place = slice % ready.length;
    byte[] bytes = ready[place];
    if (bytes == null) {
      bytes = StateCodec.toTransport(states[slice]);
      states[slice] = null;
      if (slice == learning) {
        choice.learn(waiting[slice], bytes.length);
      }
    }
    ready[place] = null;
    return new Tuple2<>(keys.key(slice++), bytes);
  }

  /** Takes the rows of the next slices from the log, as many as a batch has room for. */
  private void look() {
    int end = Math.min(keys.size(), seen + ready.length);
    for (int rows = 0; seen < end && rows < Batch.CAPACITY; seen++) {
      if (waiting[seen] == 0) {
        continue;
      }
      RowSource source = log.rows(seen);
      boolean isNew = states[seen] == null;
      if (isNew && choice.rows(waiting[seen])) {
        ready[seen % ready.length] =
            RowCodec.toTransport(source, log.keyed(), log.hasNulls(), through, plan);
      } else {
        states[seen] = isNew ? plan.emptyState() : states[seen];
        gathering.add(source, states[seen]);
        rows += waiting[seen];
        if (isNew && choice.isLearning(waiting[seen])) {
          // The next ones wait for what is learnt from this.
          learning = seen++;
          break;
        }
      }
    }
    if (gathering != null) {
      gathering.finish();
    }
  }
}
