package dev.slicewise.spark.scan;

import dev.slicewise.core.plan.BatchEvaluator;
import dev.slicewise.core.plan.SliceState;
import dev.slicewise.core.term.Batch;
import java.util.Arrays;

/**
 * The slices of one grain that the rows of a batch belong to. Long runs are added to their states
 * at once. Other rows wait in the map until all of the task's rows of their slice are together:
 * states then see long runs, one slice after the other, and only slices worth it get a state.
 */
final class SlicesOfRows {
  /** From so many rows of a slice in a batch on, nothing is gained by gathering more. */
  private static final int LONG_RUN = 256;

  private final StateMap slices;
  private final int[] sliceOf;
  private final int[] kept;
  private final SliceState[] states;
  private final int[] numbers;
  private final int[] counts;

  /** Per slice of the map, where it stands among those of the batch, plus one; 0 outside. */
  private int[] positions = new int[256];

  private int distinct;

  /** Prepares for batches of at most so many rows. */
  SlicesOfRows(StateMap slices, int capacity) {
    this.slices = slices;
    this.sliceOf = new int[capacity];
    this.kept = new int[capacity];
    this.states = new SliceState[capacity];
    this.numbers = new int[capacity];
    this.counts = new int[capacity];
  }

  /** Says which slice a row belongs to; when all belong to one, of the first row is enough. */
  void slice(int row, int slice) {
    if (slice >= positions.length) {
      positions = Arrays.copyOf(positions, Math.max(slice + 1, 2 * positions.length));
    }
    int position = positions[slice] - 1;
    if (position < 0) {
      position = distinct++;
      positions[slice] = distinct;
      numbers[position] = slice;
    }
    sliceOf[row] = position;
  }

  /** How many slices there are. */
  int distinct() {
    return distinct;
  }

  /** Adds the rows to their slices and starts anew. */
  void add(Batch batch, BatchEvaluator evaluator) {
    count(batch.rows());
    int inRuns = batch.rows();
    for (int i = 0; i < distinct; i++) {
      boolean isLong = counts[i] >= LONG_RUN || !slices.keepsRows();
      states[i] = isLong ? slices.made(numbers[i]) : null;
      if (!isLong) {
        slices.waits(numbers[i], counts[i]);
        inRuns -= counts[i];
      }
    }
    if (inRuns < batch.rows()) {
      keepOthers(batch);
    }
    if (inRuns > 0 && distinct == 1) {
      evaluator.add(batch, states[0]);
    } else if (inRuns > 0) {
      evaluator.add(batch, sliceOf, states, distinct);
    }
    for (int i = 0; i < distinct; i++) {
      positions[numbers[i]] = 0;
      slices.touched(numbers[i]);
    }
    distinct = 0;
  }

  private void count(int rows) {
    if (distinct == 1) {
      counts[0] = rows;
      return;
    }
    Arrays.fill(counts, 0, distinct, 0);
    for (int row = 0; row < rows; row++) {
      counts[sliceOf[row]]++;
    }
  }

  private void keepOthers(Batch batch) {
    if (distinct == 1) {
      Arrays.fill(sliceOf, 0, batch.rows(), 0);
    }
    for (int row = 0; row < batch.rows(); row++) {
      int position = sliceOf[row];
      boolean waits = states[position] == null;
      kept[row] = waits ? numbers[position] : -1;
      sliceOf[row] = waits ? -1 : position;
    }
    slices.keep(batch, kept);
  }
}
