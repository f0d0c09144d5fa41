package dev.slicewise.core.statistic;

import dev.slicewise.core.codec.StateReader;
import dev.slicewise.core.codec.StateWriter;
import dev.slicewise.core.term.Domain;
import dev.slicewise.core.term.Model;
import dev.slicewise.core.term.Term;
import java.util.ArrayList;
import java.util.List;

/**
 * Another statistic as it is for one of several models: of its column instead of the prediction's,
 * on the rows that all of them can be judged on. What only reads terms is asked of the model's
 * terms instead ({@link #of}), so that it is shared with whatever compares the models row by row.
 * Size: that of the statistic inside.
 *
 * @param model the model
 * @param inner what is remembered of it
 */
public record OfModel(Model model, Statistic<?> inner) implements Statistic<OfModel.State> {
  /** What to remember of a model, for a statistic of the prediction. */
  public static Statistic<?> of(Model model, Statistic<?> statistic) {
    if (model.isPlain()) {
      return statistic;
    }
    if (statistic instanceof Sum sum) {
      return new Sum(model.of(sum.term()), sum.weighting());
    }
    if (statistic instanceof ProductSum product) {
      Term right = model.of(product.right());
      return new ProductSum(model.of(product.left()), right, product.weighting());
    }
    if (statistic instanceof CellCounts cells) {
      return new CellCounts(terms(model, cells.indicators()));
    }
    return statistic instanceof RowAudit audit
        ? new RowAudit(model.domain(audit.domain()))
        : new OfModel(model, statistic);
  }

  /** The states of a slice as if one model's predictions were the only ones. */
  public static StateView view(StateView states, Model model) {
    return model.isPlain() ? states : new View(states, model);
  }

  private record View(StateView states, Model model) implements StateView {
    @Override
    @SuppressWarnings("unchecked") // The same kind of statistic, or one that holds its state.
    public <S extends dev.slicewise.core.statistic.State<S>> S state(Statistic<S> statistic) {
      Statistic<?> kept = of(model, statistic);
      return kept instanceof OfModel ofModel
          ? (S) states.state(ofModel).inner
          : states.state((Statistic<S>) kept);
    }

    @Override
    public boolean weighted() {
      return states.weighted();
    }
  }

  private static List<Term> terms(Model model, List<Term> terms) {
    List<Term> own = new ArrayList<>();
    for (Term term : terms) {
      own.add(model.of(term));
    }
    return own;
  }

  @Override
  public Domain domain() {
    return model.domain(inner.domain());
  }

  @Override
  public List<Term> terms() {
    return terms(model, inner.terms());
  }

  @Override
  public int tag() {
    return 18;
  }

  @Override
  public boolean countsSkippedRows() {
    return inner.countsSkippedRows();
  }

  @Override
  public OfModel unweighted() {
    return new OfModel(model, inner.unweighted());
  }

  @Override
  public State empty(boolean weighted) {
    return new State(this, inner.empty(weighted));
  }

  @Override
  public State read(StateReader in, boolean weighted) {
    return new State(this, inner.read(in, weighted));
  }

  /** The memory of an {@link OfModel}. */
  public static final class State implements dev.slicewise.core.statistic.State<State> {
    private final OfModel statistic;
    private final dev.slicewise.core.statistic.State<?> inner;

    private State(OfModel statistic, dev.slicewise.core.statistic.State<?> inner) {
      this.statistic = statistic;
      this.inner = inner;
    }

    @Override
    public void add(Columns columns, int from, int to) {
      inner.add(columns.of(statistic.model, statistic.inner.domain()), from, to);
    }

    @Override
    public void addBatchRow(Columns columns, int row) {
      inner.addBatchRow(columns.of(statistic.model, statistic.inner.domain()), row);
    }

    @Override
    public void merge(State other) {
      merge(inner, other.inner);
    }

    /** Both are states of the statistic inside. */
    @SuppressWarnings("unchecked")
    private static <S extends dev.slicewise.core.statistic.State<S>> void merge(
        dev.slicewise.core.statistic.State<?> target,
        dev.slicewise.core.statistic.State<?> source) {
      ((S) target).merge((S) source);
    }

    @Override
    public void write(StateWriter out) {
      inner.write(out);
    }

    @Override
    public long overflows() {
      return inner.overflows();
    }

    @Override
    public long heapBytes() {
      return 24 + inner.heapBytes();
    }
  }
}
