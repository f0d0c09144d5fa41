package dev.slicewise.core.laws;

import static org.assertj.core.api.Assertions.fail;

import dev.slicewise.core.codec.StateWriter;
import dev.slicewise.core.plan.BatchEvaluator;
import dev.slicewise.core.plan.EvaluationPlan;
import dev.slicewise.core.plan.SliceState;
import dev.slicewise.core.plan.StateCodec;
import dev.slicewise.core.statistic.State;
import dev.slicewise.core.statistic.Statistic;
import dev.slicewise.core.term.Batch;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.SplittableRandom;

/**
 * A plan with its evaluators, and what laws are made of: states of rows, merges and bytes.
 *
 * @param name for the test report
 */
public record Kernel(
    String name,
    EvaluationPlan plan,
    Map<Integer, BatchEvaluator> evaluators,
    Map<Integer, Batch> batches) {
  private static final int[] CAPACITIES = {1, 7, 1024};

  /** A kernel of a plan. */
  public Kernel(String name, EvaluationPlan plan) {
    this(name, plan, new HashMap<>(), new HashMap<>());
  }

  /** A capacity to evaluate with. */
  public static int anyCapacity(SplittableRandom random) {
    return CAPACITIES[random.nextInt(CAPACITIES.length)];
  }

  /** The state of rows that all belong to one slice, in one pass. */
  public SliceState state(Rows rows) {
    return state(rows, Batch.CAPACITY);
  }

  /** The state of rows, evaluated in batches of some capacity. */
  public SliceState state(Rows rows, int capacity) {
    SliceState state = plan.emptyState();
    add(rows, capacity, state);
    return state;
  }

  /** Adds rows to a state. */
  public void add(Rows rows, int capacity, SliceState state) {
    Batch batch = batch(capacity);
    for (int from = 0; from < rows.count(); from += capacity) {
      rows.fill(batch, from, Math.min(from + capacity, rows.count()));
      evaluator(capacity).add(batch, state);
    }
  }

  /** The states of rows that belong to several slices, mixed in every batch. */
  public SliceState[] states(Rows rows, int[] sliceOf, int slices) {
    int capacity = Math.max(slices, 64);
    SliceState[] states = new SliceState[slices];
    Arrays.setAll(states, i -> plan.emptyState());
    Batch batch = batch(capacity);
    for (int from = 0; from < rows.count(); from += capacity) {
      int to = Math.min(from + capacity, rows.count());
      rows.fill(batch, from, to);
      evaluator(capacity).add(batch, Arrays.copyOfRange(sliceOf, from, to), states, slices);
    }
    return states;
  }

  private BatchEvaluator evaluator(int capacity) {
    return evaluators.computeIfAbsent(capacity, c -> new BatchEvaluator(plan, c));
  }

  private Batch batch(int capacity) {
    return batches.computeIfAbsent(capacity, c -> evaluator(c).newBatch());
  }

  /** The merge of two states, neither of which changes. */
  public SliceState merged(SliceState left, SliceState right) {
    SliceState sum = plan.emptyState();
    sum.merge(left);
    sum.merge(right);
    return sum;
  }

  /** A state that shares nothing with another of the same bytes. */
  public SliceState copy(SliceState state) {
    return StateCodec.read(bytes(state), plan);
  }

  /** The canonical bytes. */
  public static byte[] bytes(SliceState state) {
    return StateCodec.toTransport(state);
  }

  /** Fails, naming the statistics that differ, unless two states have equal bytes. */
  public void expectSame(String law, SliceState expected, SliceState found) {
    if (!Arrays.equals(bytes(expected), bytes(found))) {
      List<String> different = new ArrayList<>();
      for (Statistic<?> statistic : plan.statistics()) {
        if (!Arrays.equals(bytes(expected, statistic), bytes(found, statistic))) {
          different.add(statistic.toString());
        }
      }
      fail(name + ": " + law + " does not hold for " + different);
    }
  }

  /** The bytes of one statistic's state. */
  public static byte[] bytes(SliceState state, Statistic<?> statistic) {
    return write(state, statistic);
  }

  private static <S extends State<S>> byte[] write(SliceState state, Statistic<S> statistic) {
    StateWriter out = new StateWriter();
    state.view().state(statistic).write(out);
    return out.toBytes();
  }

  @Override
  public String toString() {
    return name;
  }
}
