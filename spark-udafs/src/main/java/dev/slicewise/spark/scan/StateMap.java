package dev.slicewise.spark.scan;

import dev.slicewise.core.plan.EvaluationPlan;
import dev.slicewise.core.plan.SliceState;
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

  /** Keeps rows of a batch waiting: per row, its slice, or a negative number to leave it out. */
  void keep(Batch batch, int[] sliceOf) {
    log.append(batch, sliceOf);
  }

  /** Told that so many rows of a slice are kept waiting. */
  void waits(int slice, int rows) {
    waiting[slice] += rows;
  }

  /** The state of a slice, made when it has none yet. Rows that wait are added in the end. */
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
    RowLog rows = log == null || log.isEmpty() ? null : log;
    Iterator<Tuple2<byte[], byte[]>> drained = new StateMapDrain(plan, keys, states, waiting, rows);
    keys = new SliceKeys();
    states = new SliceState[SMALLEST];
    stateBytes = new long[SMALLEST];
    touches = new int[SMALLEST];
    waiting = new int[SMALLEST];
    log = newLog();
    allStateBytes = 0;
    return drained;
  }
}
