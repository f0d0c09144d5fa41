package dev.slicewise.core.statistic;

import dev.slicewise.core.codec.StateFormatException;
import dev.slicewise.core.codec.StateReader;
import dev.slicewise.core.codec.StateWriter;
import java.util.Collections;
import java.util.Iterator;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;

/** The memory of a {@link PerCategory}. */
public final class PerCategoryState implements State<PerCategoryState> {
  private static final int DEEPEST = 64;

  private final PerCategory statistic;
  private final boolean weighted;
  private final TreeMap<String, State<?>> states = new TreeMap<>();
  private int level;

  /** The rows of all categories that did not fit; null as long as all fit. */
  private State<?> others;

  PerCategoryState(PerCategory statistic, boolean weighted) {
    this.statistic = statistic;
    this.weighted = weighted;
  }

  /** The categories that are kept, in the order of their texts' UTF-16 code units. */
  public Set<String> categories() {
    return Collections.unmodifiableSet(states.keySet());
  }

  /** The level j of the sample of categories: 0 when all are kept, else about 1 in 2^j is. */
  public int level() {
    return level;
  }

  /** Whether there were more categories than fit. */
  public boolean truncated() {
    return level > 0;
  }

  /** Whether a category would be kept at a level. */
  public static boolean keeps(String category, int level) {
    return CategoryName.level(category) >= level;
  }

  /**
   * The state of one category; an empty one when it has no rows.
   *
   * @param inner the statistic inside, or the weighted one that it stands for
   */
  @SuppressWarnings("unchecked")
  public <S extends State<S>> S of(String category, Statistic<S> inner) {
    State<?> state = states.get(CategoryName.of(category));
    return state == null ? inner.empty(weighted) : (S) state;
  }

  /** The state of the rows whose categories are not kept; an empty one when all are. */
  @SuppressWarnings("unchecked")
  public <S extends State<S>> S others(Statistic<S> inner) {
    return others == null ? inner.empty(weighted) : (S) others;
  }

  private State<?> stateOf(String name) {
    State<?> known = states.get(name);
    if (known != null) {
      return known;
    }
    if (CategoryName.level(name) < level) {
      return others;
    }
    states.put(name, statistic.inner().empty(weighted));
    while (states.size() > statistic.limit() && level < DEEPEST) {
      sampleAt(level + 1);
    }
    return states.getOrDefault(name, others);
  }

  private void sampleAt(int deeper) {
    if (deeper <= level) {
      return;
    }
    level = deeper;
    if (others == null) {
      others = statistic.inner().empty(weighted);
    }
    Iterator<Map.Entry<String, State<?>>> each = states.entrySet().iterator();
    while (each.hasNext()) {
      Map.Entry<String, State<?>> entry = each.next();
      if (CategoryName.level(entry.getKey()) < level) {
        mergeState(others, entry.getValue());
        each.remove();
      }
    }
  }

  /** Both are states of the statistic inside. */
  @SuppressWarnings("unchecked")
  private static <S extends State<S>> void mergeState(State<?> target, State<?> source) {
    ((S) target).merge((S) source);
  }

  @Override
  public void add(Columns columns, int from, int to) {
    if (statistic.countsSkippedRows()) {
      for (int i = from; i < to; i++) {
        addBatchRow(columns, i);
      }
      return;
    }
    CategoryRuns runs = columns.runs();
    runs.order(statistic.category(), from, to);
    for (int run = 0; run < runs.count(); run++) {
      stateOf(runs.name(run)).add(runs.view(), runs.from(run), runs.to(run));
    }
  }

  @Override
  public void addBatchRow(Columns columns, int row) {
    CategoryRuns.Codes codes = columns.rows().derived(new CategoryRuns.Coded(statistic.category()));
    int code = codes.ofBatch()[row];
    if (code >= 0 && statistic.asksFor(codes.names()[code])) {
      stateOf(codes.names()[code]).addBatchRow(columns, row);
    }
  }

  @Override
  public void merge(PerCategoryState other) {
    sampleAt(other.level);
    if (other.others != null) {
      mergeState(others, other.others);
    }
    other.states.forEach((name, state) -> mergeState(stateOf(name), state));
  }

  @Override
  public void write(StateWriter out) {
    out.octet(level);
    out.unsigned(states.size());
    states.forEach(
        (name, state) -> {
          out.text(name);
          state.write(out);
        });
    if (others != null) {
      others.write(out);
    }
  }

  static PerCategoryState read(PerCategory statistic, StateReader in, boolean weighted) {
    PerCategoryState state = new PerCategoryState(statistic, weighted);
    state.level = in.octet();
    if (state.level > DEEPEST) {
      throw new StateFormatException(
          "expected a level of categories of at most 64, found " + state.level);
    }
    int count = in.count(statistic.limit(), 2, "categories");
    for (int i = 0; i < count; i++) {
      String name = in.text(3 * CategoryName.LONGEST, "a category");
      boolean ordered = i == 0 || state.states.lastKey().compareTo(name) < 0;
      boolean known = name.length() <= CategoryName.LONGEST && statistic.asksFor(name);
      if (!ordered || !known || CategoryName.level(name) < state.level) {
        throw new StateFormatException("categories are not in canonical form at " + in.position());
      }
      state.states.put(name, statistic.inner().read(in, weighted));
    }
    if (state.level > 0) {
      state.others = statistic.inner().read(in, weighted);
    }
    return state;
  }

  @Override
  public long overflows() {
    long overflows = others == null ? 0 : others.overflows();
    for (State<?> state : states.values()) {
      overflows += state.overflows();
    }
    return overflows;
  }

  @Override
  public long heapBytes() {
    long heap = 64 + (others == null ? 0 : others.heapBytes());
    for (Map.Entry<String, State<?>> entry : states.entrySet()) {
      heap += 96 + 2L * entry.getKey().length() + entry.getValue().heapBytes();
    }
    return heap;
  }
}
