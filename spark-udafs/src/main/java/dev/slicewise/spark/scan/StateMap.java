package dev.slicewise.spark.scan;

import dev.slicewise.core.plan.EvaluationPlan;
import dev.slicewise.core.plan.SliceState;
import dev.slicewise.core.plan.StateCodec;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Iterator;
import java.util.List;
import scala.Tuple2;

/**
 * The slices a task has met, by key bytes, with an estimate of the heap they occupy. When that
 * passes a budget the task hands all of them on as partial states and goes on empty: bounded
 * memory, nothing lost, since states merge.
 */
final class StateMap {
  private static final int OVERHEAD = 96;

  private final EvaluationPlan plan;
  private Entry[] table = new Entry[256];
  private final List<Entry> entries = new ArrayList<>();
  private long heapBytes;

  /** One slice. */
  static final class Entry {
    final byte[] key;
    final int hash;
    final SliceState state;
    private Entry next;
    private long heapBytes;
    private int touches;

    /** Where this slice stands among those of the current batch; −1 outside. */
    int position = -1;

    private Entry(byte[] key, int hash, SliceState state) {
      this.key = key;
      this.hash = hash;
      this.state = state;
    }
  }

  StateMap(EvaluationPlan plan) {
    this.plan = plan;
  }

  /** The slice of a key, made when it is new. */
  Entry entry(byte[] key, int length) {
    int hash = 1;
    for (int i = 0; i < length; i++) {
      hash = 31 * hash + key[i];
    }
    hash ^= hash >>> 15;
    for (Entry e = table[hash & (table.length - 1)]; e != null; e = e.next) {
      if (e.hash == hash && Arrays.equals(e.key, 0, e.key.length, key, 0, length)) {
        return e;
      }
    }
    Entry entry = new Entry(Arrays.copyOf(key, length), hash, plan.emptyState());
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
      long now = OVERHEAD + entry.key.length + entry.state.heapBytes();
      heapBytes += now - entry.heapBytes;
      entry.heapBytes = now;
    }
  }

  long heapBytes() {
    return heapBytes;
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

  /** All slices as key and transport bytes; the map is empty afterwards. */
  Iterator<Tuple2<byte[], byte[]>> drain() {
    List<Entry> drained = new ArrayList<>(entries);
    entries.clear();
    table = new Entry[256];
    heapBytes = 0;
    Iterator<Entry> iterator = drained.iterator();
    return new Iterator<>() {
      private int next;

      @Override
      public boolean hasNext() {
        return iterator.hasNext();
      }

      @Override
      public Tuple2<byte[], byte[]> next() {
        Entry entry = iterator.next();
        drained.set(next++, null);
        return new Tuple2<>(entry.key, StateCodec.toTransport(entry.state));
      }
    };
  }
}
