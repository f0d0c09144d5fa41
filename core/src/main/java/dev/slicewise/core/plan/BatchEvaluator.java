package dev.slicewise.core.plan;

import dev.slicewise.core.numeric.ExactSumScratch;
import dev.slicewise.core.numeric.RowHash;
import dev.slicewise.core.statistic.Columns;
import dev.slicewise.core.statistic.State;
import dev.slicewise.core.statistic.Statistic;
import dev.slicewise.core.term.Admitted;
import dev.slicewise.core.term.Batch;
import dev.slicewise.core.term.Domain;
import java.util.Arrays;
import java.util.HashMap;
import java.util.Map;

/**
 * Feeds batches of rows to slices: orders a batch by slice, and then, in windows that stay in the
 * cache, computes each term once and hands every state its run, one statistic at a time. So a large
 * batch of many slices still gives long runs.
 *
 * <p>One per task; not thread-safe.
 */
public final class BatchEvaluator {
  private final EvaluationPlan plan;
  private final int capacity;
  private final Admitted[] admitted;
  private final Columns[] columns;
  private final Batch window;
  private final int[] runOf;
  private final int[] order;
  private final int[] starts;
  private final State<?>[][] runStates;
  private final int[] runEnds;

  /** Prepares for batches of at most {@link Batch#CAPACITY} rows. */
  public BatchEvaluator(EvaluationPlan plan) {
    this(plan, Batch.CAPACITY);
  }

  /** Prepares for batches of at most {@code capacity} rows. */
  public BatchEvaluator(EvaluationPlan plan, int capacity) {
    this.plan = plan;
    this.capacity = capacity;
    int atOnce = Math.min(capacity, Batch.CAPACITY);
    this.window = new Batch(plan.roles(), atOnce);
    this.runOf = new int[capacity];
    this.order = new int[capacity];
    this.starts = new int[capacity * plan.groups() + 1];
    this.runStates = new State<?>[atOnce][];
    this.runEnds = new int[atOnce];
    Map<Domain, Admitted> byDomain = new HashMap<>();
    for (Domain domain : plan.domains()) {
      byDomain.put(domain, new Admitted(domain, plan.suite().weighted(), atOnce));
    }
    ExactSumScratch scratch = new ExactSumScratch();
    this.admitted = byDomain.values().toArray(new Admitted[0]);
    this.columns = new Columns[plan.statistics().size()];
    for (int s = 0; s < columns.length; s++) {
      Statistic<?> statistic = plan.statistics().get(s);
      columns[s] = new Columns(statistic, byDomain.get(statistic.domain()), scratch);
    }
  }

  /** An empty batch with the plan's columns. */
  public Batch newBatch() {
    return new Batch(plan.roles(), capacity);
  }

  /** Adds a batch whose rows all belong to one slice. */
  public void add(Batch batch, SliceState slice) {
    if (plan.groups() == 1 && batch.rows() <= Batch.CAPACITY) {
      runStates[0] = slice.group(0);
      runEnds[0] = batch.rows();
      addRuns(batch, batch.rows() == 0 ? 0 : 1);
      return;
    }
    Arrays.fill(runOf, 0, batch.rows(), 0);
    addSorted(batch, new SliceState[] {slice}, 1);
  }

  /**
   * Adds a batch of several slices.
   *
   * @param batch the rows
   * @param sliceOf per row, the index of its slice in {@code slices}; negative leaves it out
   * @param slices the slices that occur
   * @param count how many of {@code slices} are in use, at most the capacity
   */
  public void add(Batch batch, int[] sliceOf, SliceState[] slices, int count) {
    System.arraycopy(sliceOf, 0, runOf, 0, batch.rows());
    addSorted(batch, slices, count);
  }

  /** Orders the rows by slice and hash group with a counting sort, then adds them run by run. */
  private void addSorted(Batch batch, SliceState[] slices, int count) {
    int groups = plan.groups();
    int keys = count * groups;
    int rows = batch.rows();
    Arrays.fill(starts, 0, keys + 1, 0);
    for (int i = 0; i < rows; i++) {
      if (runOf[i] < 0) {
        continue;
      }
      if (groups > 1) {
        runOf[i] = runOf[i] * groups + RowHash.group(RowHash.hash(batch.key(i), RowHash.SEED, 0));
      }
      starts[runOf[i] + 1]++;
    }
    for (int key = 0; key < keys; key++) {
      starts[key + 1] += starts[key];
    }
    for (int i = 0; i < rows; i++) {
      if (runOf[i] >= 0) {
        order[starts[runOf[i]]++] = i;
      }
    }
    rows = starts[keys];
    // From here on, starts[key] is where the rows of the key end.
    int key = 0;
    for (int from = 0; from < rows; from += window.capacity()) {
      int to = Math.min(from + window.capacity(), rows);
      int runs = 0;
      for (int end = from; end < to; ) {
        while (starts[key] <= end) {
          key++;
        }
        end = Math.min(starts[key], to);
        runStates[runs] = slices[key / groups].group(key % groups);
        runEnds[runs++] = end - from;
      }
      window.gather(batch, order, from, to);
      addRuns(window, runs);
    }
  }

  private void addRuns(Batch batch, int runs) {
    for (Admitted rows : admitted) {
      rows.admit(batch);
    }
    for (int s = 0; s < columns.length; s++) {
      Columns ready = columns[s];
      Admitted rows = ready.rows();
      ready.turn();
      boolean audit = plan.statistics().get(s).countsSkippedRows();
      int from = 0;
      for (int run = 0; run < runs; run++) {
        int to = runEnds[run];
        if (audit) {
          runStates[run][s].add(ready, from, to);
        } else if (rows.start(to) > rows.start(from)) {
          runStates[run][s].add(ready, rows.start(from), rows.start(to));
        }
        from = to;
      }
    }
  }
}
