package dev.slicewise.spark.scan;

import dev.slicewise.core.plan.BatchEvaluator;
import dev.slicewise.core.plan.EvaluationPlan;
import dev.slicewise.core.plan.RowCodec;
import dev.slicewise.core.plan.SliceState;
import dev.slicewise.core.plan.StateCodec;
import dev.slicewise.core.term.Batch;
import dev.slicewise.core.term.RowLog;
import dev.slicewise.core.term.Shape;
import java.util.Arrays;
import java.util.Iterator;
import scala.Tuple2;

/**
 * The slices a task has met, numbered as they came, with an estimate of the heap they occupy. When
 * that passes a budget the task hands all of them on as partial states, or as rows where they are
 * few, and goes on empty: bounded memory, nothing lost, since states merge.
 */
final class StateMap {
  private static final int SMALLEST = 256;

  /** What a slice takes beside its key and state. */
  private static final int OVERHEAD = 40;

  private final EvaluationPlan plan;
  private final boolean keyed;
  private final boolean keepsRows;

  // Arrays and no objects: with a million slices the collector would do little else.
  private SliceKeys keys = new SliceKeys();
  private SliceState[] states = new SliceState[SMALLEST];
  private long[] stateBytes = new long[SMALLEST];
  private int[] touches = new int[SMALLEST];
  private int[] waiting = new int[SMALLEST];
  private RowLog log;
  private long allStateBytes;

  /**
   * Makes an empty map.
   *
   * @param keyed whether rows have keys of their own, from which hash groups are made
   */
  StateMap(EvaluationPlan plan, boolean keyed) {
    this.plan = plan;
    this.keyed = keyed;
    this.keepsRows = plan.roles().stream().allMatch(role -> role.shape() == Shape.NUMBER);
    this.log = newLog();
  }

  private RowLog newLog() {
    return keepsRows ? new RowLog(plan.roles(), keyed) : null;
  }

  /** The number of the slice with a key. */
  int slice(byte[] key, int length) {
    int slice = keys.number(key, length);
    if (slice == states.length) {
      states = Arrays.copyOf(states, 2 * slice);
      stateBytes = Arrays.copyOf(stateBytes, 2 * slice);
      touches = Arrays.copyOf(touches, 2 * slice);
      waiting = Arrays.copyOf(waiting, 2 * slice);
    }
    return slice;
  }

  /** Whether few rows can wait as rows: numbers can. */
  boolean keepsRows() {
    return keepsRows;
  }

  /** How many rows of a slice wait. */
  int waiting(int slice) {
    return waiting[slice];
  }

  /** Keeps a row waiting. */
  void keep(Batch batch, int row, int slice) {
    log.append(batch, row, slice);
    waiting[slice]++;
  }

  /** The state of a slice, or null when it has none yet. */
  SliceState state(int slice) {
    return states[slice];
  }

  /** The state of a slice, made when it has none yet; rows that wait are added in the end. */
  SliceState made(int slice) {
    if (states[slice] == null) {
      states[slice] = plan.emptyState();
    }
    return states[slice];
  }

  /** Weighs a slice again after rows were added, the more rarely the more often it was. */
  void touched(int slice) {
    int times = ++touches[slice];
    if ((times & (times - 1)) == 0 && states[slice] != null) {
      long now = states[slice].heapBytes();
      allStateBytes += now - stateBytes[slice];
      stateBytes[slice] = now;
    }
  }

  long heapBytes() {
    long rows = log == null ? 0 : log.heapBytes();
    return allStateBytes + rows + keys.heapBytes() + (long) OVERHEAD * keys.size();
  }

  int size() {
    return keys.size();
  }

  /** The key of a slice. */
  byte[] key(int slice) {
    return keys.key(slice);
  }

  boolean isEmpty() {
    return keys.size() == 0;
  }

  /** All slices as key and the bytes of a state or of rows; the map is empty afterwards. */
  Iterator<Tuple2<byte[], byte[]>> drain() {
    Iterator<Tuple2<byte[], byte[]>> drained = new Drain(plan, keys, states, waiting, log);
    keys = new SliceKeys();
    states = new SliceState[SMALLEST];
    stateBytes = new long[SMALLEST];
    touches = new int[SMALLEST];
    waiting = new int[SMALLEST];
    log = newLog();
    allStateBytes = 0;
    return drained;
  }

  /** Hands on what a map held. */
  private static final class Drain implements Iterator<Tuple2<byte[], byte[]>> {
    private final EvaluationPlan plan;
    private final SliceKeys keys;
    private final SliceState[] states;
    private final RowLog log;
    private final int[] ends;
    private final int[] order;
    private BatchEvaluator evaluator;
    private Batch batch;
    private int slice;

    Drain(EvaluationPlan plan, SliceKeys keys, SliceState[] states, int[] waiting, RowLog log) {
      this.plan = plan;
      this.keys = keys;
      this.states = states;
      this.log = log;
      this.ends = waiting;
      this.order = log == null ? new int[0] : log.bySlice(waiting);
    }

    @Override
    public boolean hasNext() {
      return slice < keys.size();
    }

    @Override
    public Tuple2<byte[], byte[]> next() {
      int from = slice == 0 ? 0 : ends[slice - 1];
      int to = ends[slice];
      SliceState state = states[slice];
      byte[] bytes;
      if (state == null) {
        bytes = RowCodec.toTransport(log, order, from, to, plan);
      } else {
        addWaiting(state, from, to);
        bytes = StateCodec.toTransport(state);
        states[slice] = null;
      }
      return new Tuple2<>(keys.key(slice++), bytes);
    }

    /** Adds the rows that waited before their slice had enough of them. */
    private void addWaiting(SliceState state, int from, int to) {
      if (evaluator == null) {
        evaluator = new BatchEvaluator(plan);
        batch = evaluator.newBatch();
      }
      for (int row = from; row < to; row += batch.capacity()) {
        log.fill(batch, order, row, Math.min(to, row + batch.capacity()));
        evaluator.add(batch, state);
        batch.clear();
      }
    }
  }
}
