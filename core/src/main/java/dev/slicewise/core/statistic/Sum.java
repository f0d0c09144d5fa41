package dev.slicewise.core.statistic;

import dev.slicewise.core.codec.StateReader;
import dev.slicewise.core.codec.StateWriter;
import dev.slicewise.core.numeric.ExactSum;
import dev.slicewise.core.term.Domain;
import dev.slicewise.core.term.Term;
import java.util.List;

/**
 * The exact sum Σ w·f of a term.
 *
 * <p>Products with weights are expanded, not rounded, so integer weight k equals k rows to the bit.
 * Size: 3 bytes at least, 290 at most; typically 20. Exact while |w·f| ≥ 2^-969.
 */
public record Sum(Term term, Weighting weighting) implements Statistic<Sum.State> {
  /** Σ w·f. */
  public static Sum of(Term term) {
    return new Sum(term, Weighting.WEIGHT);
  }

  /** Σ w²·f. */
  public static Sum squaredWeights(Term term) {
    return new Sum(term, Weighting.SQUARED_WEIGHT);
  }

  @Override
  public Domain domain() {
    return term.domain();
  }

  @Override
  public List<Term> terms() {
    return List.of(term);
  }

  @Override
  public int tag() {
    return 2;
  }

  @Override
  public Sum unweighted() {
    return of(term);
  }

  @Override
  public State empty(boolean weighted) {
    return new State(weighting, new ExactSum());
  }

  @Override
  public State read(StateReader in, boolean weighted) {
    return new State(weighting, ExactSum.read(in));
  }

  /** The memory of a {@link Sum}. */
  public static final class State implements dev.slicewise.core.statistic.State<State> {
    private final Weighting weighting;
    private final ExactSum sum;

    private State(Weighting weighting, ExactSum sum) {
      this.weighting = weighting;
      this.sum = sum;
    }

    /** The sum. */
    public ExactSum sum() {
      return sum;
    }

    @Override
    public void add(Columns columns, int from, int to) {
      double[] values = columns.column(0);
      double[] weights = columns.weights(weighting);
      if (weights == null) {
        sum.addAll(values, from, to, columns.scratch());
      } else {
        sum.addProducts(values, weights, from, to, columns.scratch());
      }
    }

    @Override
    public void merge(State other) {
      sum.merge(other.sum);
    }

    @Override
    public void write(StateWriter out) {
      sum.write(out);
    }

    @Override
    public long overflows() {
      return sum.overflows();
    }

    @Override
    public long heapBytes() {
      return 24 + sum.heapBytes();
    }
  }
}
