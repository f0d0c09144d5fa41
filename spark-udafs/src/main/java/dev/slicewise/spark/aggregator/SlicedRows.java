package dev.slicewise.spark.aggregator;

import dev.slicewise.core.numeric.RowHash;
import dev.slicewise.core.plan.BatchEvaluator;
import dev.slicewise.core.plan.EvaluationPlan;
import dev.slicewise.core.plan.SliceState;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Comparator;
import java.util.List;
import java.util.PriorityQueue;
import java.util.function.BiConsumer;

/**
 * The states of at most so many slices, and one state of all rows of the others. Which slices are
 * kept depends on nothing but which occur: those whose keys have the smallest hashes. Whoever has
 * met a key and lets it go has met that many keys of smaller hashes, so that it is none of the kept
 * ones of the whole either; hence any tree of merges over any split of the rows ends with the same
 * slices and, since states merge exactly, with the same bytes. Choosing by hash instead of by order
 * of the keys keeps a fair sample of slices, and the same one tomorrow.
 */
public final class SlicedRows {
  /** The largest number of slices that may be kept. */
  public static final int LARGEST = 100_000;

  private static final Comparator<Slot> LAST_FIRST =
      Comparator.<Slot>comparingLong(slot -> slot.rank ^ Long.MIN_VALUE)
          .thenComparing(slot -> slot.key, Arrays::compareUnsigned)
          .reversed();

  private final EvaluationPlan plan;
  private final int most;
  private Slot[] table = new Slot[16];
  private final PriorityQueue<Slot> kept = new PriorityQueue<>(LAST_FIRST);
  private RowBuffer rest;

  /** One kept slice. */
  private static final class Slot {
    private final byte[] key;
    private final long rank;
    private final RowBuffer rows;
    private Slot next;

    private Slot(byte[] key, long rank, RowBuffer rows) {
      this.key = key;
      this.rank = rank;
      this.rows = rows;
    }
  }

  /** Starts without rows; keeps at most so many slices. */
  public SlicedRows(EvaluationPlan plan, int most) {
    this.plan = plan;
    this.most = most;
  }

  /** How many slices may be kept. */
  public int most() {
    return most;
  }

  /** Where rows of the slice with these key bytes go, which may be the rest. */
  public RowBuffer rows(byte[] key, int length, BatchEvaluator evaluator) {
    long rank = RowHash.ofBytes(key, length);
    for (Slot slot = table[place(rank)]; slot != null; slot = slot.next) {
      if (slot.rank == rank && Arrays.equals(slot.key, 0, slot.key.length, key, 0, length)) {
        return slot.rows;
      }
    }
    Slot slot = new Slot(Arrays.copyOf(key, length), rank, new RowBuffer(plan.emptyState()));
    if (kept.size() == most) {
      Slot last = kept.element();
      // The queue is ordered from its last: a smaller one compares as larger.
      if (LAST_FIRST.compare(slot, last) < 0) {
        return rest();
      }
      remove(kept.remove());
      rest().state(evaluator).merge(last.rows.state(evaluator));
    }
    kept.add(slot);
    if (kept.size() > table.length) {
      table = new Slot[table.length * 2];
      kept.forEach(this::link);
    } else {
      link(slot);
    }
    return slot.rows;
  }

  private RowBuffer rest() {
    if (rest == null) {
      rest = new RowBuffer(plan.emptyState());
    }
    return rest;
  }

  private int place(long rank) {
    // The kept ranks are the smallest: their first bits are all alike.
    return (int) rank & (table.length - 1);
  }

  private void link(Slot slot) {
    int place = place(slot.rank);
    slot.next = table[place];
    table[place] = slot;
  }

  private void remove(Slot slot) {
    int place = place(slot.rank);
    if (table[place] == slot) {
      table[place] = slot.next;
      return;
    }
    Slot before = table[place];
    while (before.next != slot) {
      before = before.next;
    }
    before.next = slot.next;
  }

  /** Adds the state of some rows of a slice. */
  void merge(byte[] key, SliceState state, BatchEvaluator evaluator) {
    rows(key, key.length, evaluator).state(evaluator).merge(state);
  }

  /** Adds the state of some rows of slices that were not kept. */
  void mergeRest(SliceState state, BatchEvaluator evaluator) {
    rest().state(evaluator).merge(state);
  }

  /** Adds all rows of another, which keeps its own. */
  public void merge(SlicedRows other, BatchEvaluator evaluator) {
    other.forEach((key, state) -> merge(key, state, evaluator), evaluator);
    if (other.rest != null) {
      mergeRest(other.rest.state(evaluator), evaluator);
    }
  }

  /** The kept slices in the order of their keys. */
  public void forEach(BiConsumer<byte[], SliceState> action, BatchEvaluator evaluator) {
    List<Slot> slots = new ArrayList<>(kept);
    slots.sort((a, b) -> Arrays.compareUnsigned(a.key, b.key));
    slots.forEach(slot -> action.accept(slot.key, slot.rows.state(evaluator)));
  }

  /** The number of kept slices. */
  public int size() {
    return kept.size();
  }

  /** The state of all rows of slices that were not kept, or null when all were. */
  public SliceState rest(BatchEvaluator evaluator) {
    return rest == null ? null : rest.state(evaluator);
  }
}
