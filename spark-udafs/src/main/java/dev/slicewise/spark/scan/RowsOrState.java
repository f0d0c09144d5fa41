package dev.slicewise.spark.scan;

import dev.slicewise.core.plan.EvaluationPlan;
import dev.slicewise.core.plan.RowCodec;
import dev.slicewise.core.term.RowLog;

/**
 * Whether a slice should travel as rows or as a state. Making, writing, reading and merging a state
 * costs several times what moving as many bytes of rows does, and where states keep histograms,
 * those of a thousand rows are no smaller than the rows. How large states are is learnt from the
 * first ones of about as many rows.
 */
final class RowsOrState {
  /** A state must have so many times fewer bytes than the rows. */
  private static final int TIMES_FEWER = 4;

  /** States made for every power of two of rows, to see how large they are. */
  private static final int TRIES = 2;

  private final EvaluationPlan plan;
  private final RowLog log;
  private final int[] learnt = new int[Integer.SIZE];
  private final long[] rows = new long[Integer.SIZE];
  private final long[] stateBytes = new long[Integer.SIZE];

  RowsOrState(EvaluationPlan plan, RowLog log) {
    this.plan = plan;
    this.log = log;
  }

  /** Whether a slice of some rows should travel as rows. */
  boolean rows(int count) {
    int size = size(count);
    if (learnt[size] < TRIES) {
      return false;
    }
    long asRows = RowCodec.length((int) rows[size], log.keyed(), log.hasNulls(), plan);
    return asRows < stateBytes[size] * TIMES_FEWER;
  }

  /** Whether nothing is known yet of states of about so many rows. */
  boolean isLearning(int count) {
    return learnt[size(count)] < TRIES;
  }

  /** Takes note of how large a state of some rows was. */
  void learn(int count, int bytes) {
    int size = size(count);
    if (learnt[size] < TRIES) {
      learnt[size]++;
      rows[size] += count;
      stateBytes[size] += bytes;
    }
  }

  private static int size(int count) {
    return Integer.SIZE - 1 - Integer.numberOfLeadingZeros(Math.max(1, count));
  }
}
