package dev.slicewise.spark.scan;

import dev.slicewise.core.plan.EvaluationPlan;
import dev.slicewise.core.plan.RowCodec;
import dev.slicewise.core.plan.SliceState;
import dev.slicewise.core.plan.StateCodec;
import dev.slicewise.core.term.Batch;
import dev.slicewise.core.term.RowLog;
import dev.slicewise.core.term.Shape;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Iterator;
import java.util.List;
import scala.Tuple2;

/**
 * The slices a task has met, by key bytes, with an estimate of the heap they occupy. When that
 * passes a budget the task hands all of them on as partial states, or as rows where they are few,
 * and goes on empty: bounded memory, nothing lost, since states merge.
 */
final class StateMap {
  private static final int OVERHEAD = 96;

  private final EvaluationPlan plan;
  private final boolean keepsRows;
  private Entry[] table = new Entry[256];
  private final List<Entry> entries = new ArrayList<>();
  private RowLog log;
  private long heapBytes;

  /** One slice: a state, or a few rows in the log. */
  static final class Entry {
    final byte[] key;
    final int hash;
    private SliceState state;
    private int lastRow = RowLog.NONE;
    private int waiting;
    private Entry next;
    private long heapBytes;
    private int touches;

    /** Where this slice stands among those of the current batch; −1 outside. */
    int position = -1;

    private Entry(byte[] key, int hash) {
      this.key = key;
      this.hash = hash;
    }

    /** The state, or null while there are only waiting rows. */
    SliceState state() {
      return state;
    }

    /** The state, made when there is none yet. */
    SliceState made(StateMap slices) {
      if (state == null) {
        state = slices.plan.emptyState();
      }
      return state;
    }

    /** How many rows wait. */
    int waiting() {
      return waiting;
    }

    /** Keeps a row of a batch waiting. */
    void keep(Batch batch, int row, RowLog log) {
      lastRow = log.append(batch, row, lastRow);
      waiting++;
    }

    /** The latest row that waited; from now on none does. */
    int released() {
      int last = lastRow;
      lastRow = RowLog.NONE;
      waiting = 0;
      return last;
    }
  }

  StateMap(EvaluationPlan plan) {
    this.plan = plan;
    this.keepsRows = plan.roles().stream().allMatch(role -> role.shape() == Shape.NUMBER);
    this.log = newLog();
  }

  private RowLog newLog() {
    return keepsRows ? new RowLog(plan.roles()) : null;
  }

  /** Whether few rows can wait as rows: numbers can. */
  boolean keepsRows() {
    return keepsRows;
  }

  /** The rows that wait. */
  RowLog log() {
    return log;
  }

  /** The slice of a key, made when it is new. */
  Entry entry(byte[] key, int length) {
    // Keys differ in a byte or two: a small factor would give many the same hash.
    int hash = 0x811c9dc5;
    for (int i = 0; i < length; i++) {
      hash = (hash ^ key[i]) * 0x01000193;
    }
    hash ^= hash >>> 15;
    for (Entry e = table[hash & (table.length - 1)]; e != null; e = e.next) {
      if (e.hash == hash && Arrays.equals(e.key, 0, e.key.length, key, 0, length)) {
        return e;
      }
    }
    Entry entry = new Entry(Arrays.copyOf(key, length), hash);
    if (entries.size() >= table.length) {
      grow();
    }
    link(entry);
    entries.add(entry);
    return entry;
  }

  private void grow() {
    table = new Entry[table.length * 2];
    entries.forEach(this::link);
  }

  private void link(Entry entry) {
    int slot = entry.hash & (table.length - 1);
    entry.next = table[slot];
    table[slot] = entry;
  }

  /** Weighs a slice again after rows were added, the more rarely the more often it was. */
  void touched(Entry entry) {
    entry.touches++;
    if ((entry.touches & (entry.touches - 1)) == 0) {
      long state = entry.state == null ? 0 : entry.state.heapBytes();
      long now = OVERHEAD + entry.key.length + state;
      heapBytes += now - entry.heapBytes;
      entry.heapBytes = now;
    }
  }

  long heapBytes() {
    return heapBytes + (log == null ? 0 : log.heapBytes());
  }

  int size() {
    return entries.size();
  }

  /** The keys of all slices. */
  List<byte[]> keys() {
    return entries.stream().map(entry -> entry.key).toList();
  }

  boolean isEmpty() {
    return entries.isEmpty();
  }

  /** All slices as key and the bytes of a state or of rows; the map is empty afterwards. */
  Iterator<Tuple2<byte[], byte[]>> drain() {
    List<Entry> drained = new ArrayList<>(entries);
    RowLog drainedLog = log;
    entries.clear();
    table = new Entry[256];
    log = newLog();
    heapBytes = 0;
    return new Iterator<>() {
      private int next;

      @Override
      public boolean hasNext() {
        return next < drained.size();
      }

      @Override
      public Tuple2<byte[], byte[]> next() {
        Entry entry = drained.set(next++, null);
        byte[] bytes =
            entry.state == null
                ? RowCodec.toTransport(drainedLog, entry.lastRow, entry.waiting, plan)
                : StateCodec.toTransport(entry.state);
        return new Tuple2<>(entry.key, bytes);
      }
    };
  }
}
