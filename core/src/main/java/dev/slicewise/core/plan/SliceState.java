package dev.slicewise.core.plan;

import dev.slicewise.core.codec.StateFormatException;
import dev.slicewise.core.codec.StateReader;
import dev.slicewise.core.codec.StateWriter;
import dev.slicewise.core.statistic.RowAudit;
import dev.slicewise.core.statistic.State;
import dev.slicewise.core.statistic.StateView;
import dev.slicewise.core.statistic.Statistic;
import dev.slicewise.core.term.Domain;
import java.util.Map;
import java.util.TreeMap;

/**
 * All that is remembered about one slice: the states of a plan's statistics, in plan order; with
 * the jackknife one such row of states for every hash group that has rows. Merging is exact, so any
 * tree of merges over any split of the rows gives the same bytes. Not thread-safe.
 */
public final class SliceState {
  private final EvaluationPlan plan;
  private final State<?>[][] groups;

  SliceState(EvaluationPlan plan) {
    this.plan = plan;
    this.groups = new State<?>[plan.groups()][];
  }

  /** The plan whose statistics these are. */
  public EvaluationPlan plan() {
    return plan;
  }

  State<?>[] group(int group) {
    State<?>[] states = groups[group];
    if (states == null) {
      states = new State<?>[plan.statistics().size()];
      for (int i = 0; i < states.length; i++) {
        states[i] = plan.statistics().get(i).empty(plan.suite().weighted());
      }
      groups[group] = states;
    }
    return states;
  }

  boolean hasGroup(int group) {
    return groups[group] != null;
  }

  /**
   * Adds all rows of another state, which keeps its value.
   *
   * @throws IllegalArgumentException when the other state belongs to another plan
   */
  public void merge(SliceState other) {
    plan.expectSame(other.plan);
    for (int g = 0; g < groups.length; g++) {
      if (other.groups[g] != null) {
        mergeGroup(group(g), other.groups[g]);
      }
    }
  }

  /**
   * What a part of the plan remembers of this slice. It shares this slice's states, so it may be
   * read and merged into others, but not added to.
   *
   * @param part a plan all of whose statistics this one has, such as {@link EvaluationPlan#only}
   */
  public SliceState only(EvaluationPlan part) {
    SliceState kept = new SliceState(part);
    for (int g = 0; g < groups.length; g++) {
      if (groups[g] != null) {
        kept.groups[g] = new State<?>[part.statistics().size()];
        for (int i = 0; i < kept.groups[g].length; i++) {
          kept.groups[g][i] = groups[g][plan.position(part.statistics().get(i))];
        }
      }
    }
    return kept;
  }

  static void mergeGroup(State<?>[] target, State<?>[] source) {
    for (int i = 0; i < target.length; i++) {
      mergeState(target[i], source[i]);
    }
  }

  /** The one place where two states of one statistic meet without the compiler knowing it. */
  @SuppressWarnings("unchecked")
  private static <S extends State<S>> void mergeState(State<?> target, State<?> source) {
    ((S) target).merge((S) source);
  }

  /** All groups merged into one row of states; a copy, unless there is only one group. */
  State<?>[] total() {
    if (groups.length == 1) {
      return group(0);
    }
    SliceState total = new SliceState(plan);
    for (State<?>[] group : groups) {
      if (group != null) {
        mergeGroup(total.group(0), group);
      }
    }
    return total.group(0);
  }

  /** The states as metrics see them. */
  public StateView view() {
    return view(total());
  }

  StateView view(State<?>[] states) {
    return new StateView() {
      @Override
      @SuppressWarnings("unchecked")
      public <S extends State<S>> S state(Statistic<S> statistic) {
        int position = plan.position(statistic);
        if (position < 0) {
          throw new IllegalArgumentException(
              "the state does not remember "
                  + statistic
                  + "; it was written for "
                  + plan.suite().text().substring(4)
                  + ". Evaluate again with the metric in the suite.");
        }
        return (S) states[position];
      }

      @Override
      public boolean weighted() {
        return plan.suite().weighted();
      }
    };
  }

  /** All rows of the slice, usable or not. */
  public long rows() {
    for (int i = 0; i < plan.statistics().size(); i++) {
      if (plan.statistics().get(i) instanceof RowAudit) {
        long rows = 0;
        for (State<?>[] group : groups) {
          rows += group == null ? 0 : ((RowAudit.State) group[i]).rows();
        }
        return rows;
      }
    }
    throw new AssertionError("a plan without a row audit");
  }

  /**
   * What became of the rows, over all domains: {@code n_rows}; {@code n_used}, the rows that every
   * metric could use at most, which is the least of any domain; and for each reason the most rows
   * that any domain skipped for it.
   */
  public Map<String, Long> counters() {
    Map<String, Long> counters = new TreeMap<>();
    StateView view = view();
    for (Domain domain : plan.domains()) {
      view.rows(domain)
          .counters()
          .forEach(
              (name, count) ->
                  counters.merge(name, count, name.equals("n_used") ? Math::min : Math::max));
    }
    return counters;
  }

  /** An estimate of the heap this state occupies, in bytes. */
  public long heapBytes() {
    long heap = 32 + 8L * groups.length;
    for (State<?>[] group : groups) {
      if (group != null) {
        heap += 16 + 8L * group.length;
        for (State<?> state : group) {
          heap += state.heapBytes();
        }
      }
    }
    return heap;
  }

  void write(StateWriter out) {
    for (int g = 0; g < groups.length; g++) {
      if (groups.length > 1) {
        out.octet(groups[g] == null ? 0 : 1);
      }
      if (groups.length > 1 && groups[g] == null) {
        continue;
      }
      State<?>[] states = group(g);
      for (int i = 0; i < states.length; i++) {
        out.octet(plan.statistics().get(i).tag());
        states[i].write(out);
      }
    }
  }

  /** Every domain saw every row, and a hash group is kept only when it has rows. */
  private static void expectSameRows(State<?>[] states, boolean some) {
    long rows = -1;
    for (State<?> state : states) {
      if (state instanceof RowAudit.State audit) {
        boolean agree = rows < 0 ? !some || audit.rows() > 0 : audit.rows() == rows;
        if (!agree) {
          throw new StateFormatException(
              "expected as many rows in every audit, found " + audit.rows() + " after " + rows);
        }
        rows = audit.rows();
      }
    }
  }

  static SliceState read(StateReader in, EvaluationPlan plan) {
    SliceState state = new SliceState(plan);
    for (int g = 0; g < state.groups.length; g++) {
      int present = state.groups.length > 1 ? in.octet() : 1;
      if (present > 1) {
        throw new StateFormatException("expected the mark of a hash group, found " + present);
      }
      if (present == 1) {
        State<?>[] states = new State<?>[plan.statistics().size()];
        for (int i = 0; i < states.length; i++) {
          Statistic<?> statistic = plan.statistics().get(i);
          int tag = in.octet();
          if (tag != statistic.tag()) {
            throw new StateFormatException(
                "expected a state with tag " + statistic.tag() + ", found " + tag);
          }
          states[i] = statistic.read(in, plan.suite().weighted());
        }
        expectSameRows(states, state.groups.length > 1);
        state.groups[g] = states;
      }
    }
    return state;
  }
}
