package dev.slicewise.core.slice;

import dev.slicewise.core.plan.EvaluationPlan;
import dev.slicewise.core.plan.SliceState;
import java.util.List;
import java.util.function.BiConsumer;

/**
 * For each of many states, all the others merged: n·log₂ n merges, and no more than log₂ n merged
 * states at a time. Merging is exact, so the result is what evaluating the other rows would give.
 */
final class LeaveOneOut {
  private final EvaluationPlan plan;
  private final List<SliceState> states;
  private final BiConsumer<Integer, SliceState> sink;

  private LeaveOneOut(
      EvaluationPlan plan, List<SliceState> states, BiConsumer<Integer, SliceState> sink) {
    this.plan = plan;
    this.states = states;
    this.sink = sink;
  }

  /**
   * Hands out the complement of every state, in order.
   *
   * @param sink takes a position and the merged others, which it may keep
   */
  static void each(
      EvaluationPlan plan, List<SliceState> states, BiConsumer<Integer, SliceState> sink) {
    if (!states.isEmpty()) {
      new LeaveOneOut(plan, states, sink).split(0, states.size(), plan.emptyState());
    }
  }

  /** Of a half, the others are what lies outside both halves, and the other half. */
  private void split(int from, int to, SliceState outside) {
    if (to - from == 1) {
      sink.accept(from, outside);
      return;
    }
    int middle = (from + to) >>> 1;
    split(from, middle, with(outside, middle, to));
    split(middle, to, with(outside, from, middle));
  }

  private SliceState with(SliceState outside, int from, int to) {
    SliceState merged = plan.emptyState();
    merged.merge(outside);
    for (int i = from; i < to; i++) {
      merged.merge(states.get(i));
    }
    return merged;
  }
}
