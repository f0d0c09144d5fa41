package dev.slicewise.spark.scan;

import dev.slicewise.core.plan.BatchEvaluator;
import dev.slicewise.core.plan.SliceState;
import dev.slicewise.core.term.Batch;
import java.util.Arrays;

/**
 * The slices of one grain that the rows of a batch belong to. A slice with few rows so far has no
 * state: making, writing and reading one costs more than to carry such rows along. They wait in the
 * map, and what still waits when a task hands its slices on travels as rows, and becomes a state
 * where all rows of the slice have met.
 */
final class SlicesOfRows {
  /** From so many rows on a task makes a state. */
  static final int ROWS_WORTH_A_STATE = 64;

  private final StateMap slices;
  private final int[] sliceOf;
  private final SliceState[] states;
  private final int[] numbers;
  private final int[] counts;

  /** Per slice of the map, where it stands among those of the batch, plus one; 0 outside. */
  private int[] positions = new int[256];

  private int distinct;

  /** How many of them have no state yet. */
  private int small;

  /** Prepares for batches of at most so many rows. */
  SlicesOfRows(StateMap slices, int capacity) {
    this.slices = slices;
    this.sliceOf = new int[capacity];
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
      states[position] = slices.state(slice);
      small += states[position] == null ? 1 : 0;
    }
    sliceOf[row] = position;
  }

  /** How many slices there are. */
  int distinct() {
    return distinct;
  }

  /** Adds the rows to their slices and starts anew. */
  void add(Batch batch, BatchEvaluator evaluator) {
    if (small > 0) {
      if (distinct == 1) {
        Arrays.fill(sliceOf, 0, batch.rows(), 0);
      }
      if (makeStates(batch)) {
        keepRows(batch);
      }
    }
    if (distinct == 1 && states[0] != null) {
      evaluator.add(batch, states[0]);
    } else if (distinct > 1) {
      evaluator.add(batch, sliceOf, states, distinct);
    }
    for (int i = 0; i < distinct; i++) {
      positions[numbers[i]] = 0;
      slices.touched(numbers[i]);
    }
    distinct = 0;
    small = 0;
  }

  /** Gives a state to slices that have enough rows by now; says whether any has none. */
  private boolean makeStates(Batch batch) {
    Arrays.fill(counts, 0, distinct, 0);
    for (int row = 0; row < batch.rows(); row++) {
      counts[sliceOf[row]]++;
    }
    boolean some = false;
    for (int i = 0; i < distinct; i++) {
      if (!slices.keepsRows() || slices.waiting(numbers[i]) + counts[i] >= ROWS_WORTH_A_STATE) {
        states[i] = slices.made(numbers[i]);
      }
      some |= states[i] == null;
    }
    return some;
  }

  private void keepRows(Batch batch) {
    for (int row = 0; row < batch.rows(); row++) {
      int position = sliceOf[row];
      if (states[position] == null) {
        slices.keep(batch, row, numbers[position]);
        sliceOf[row] = -1;
      }
    }
  }
}
