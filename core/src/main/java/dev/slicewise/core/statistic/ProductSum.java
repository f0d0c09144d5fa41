package dev.slicewise.core.statistic;

import dev.slicewise.core.codec.StateReader;
import dev.slicewise.core.codec.StateWriter;
import dev.slicewise.core.numeric.ExactSum;
import dev.slicewise.core.term.Domain;
import dev.slicewise.core.term.Term;
import java.util.List;

/**
 * The exact sum Σ w·f·g of the product of two terms of one domain; squares are f = g.
 *
 * <p>Products are expanded, not rounded, so differences of such sums (variances, R²) do not cancel.
 * Size: 3 bytes at least, 290 at most. An overflowing product makes the sum infinite.
 */
public record ProductSum(Term left, Term right, Weighting weighting)
    implements Statistic<ProductSum.State> {

  /** Refuses terms of different domains. */
  public ProductSum {
    if (!left.domain().equals(right.domain())) {
      throw new IllegalArgumentException(
          "expected two terms of one domain, found " + left + " and " + right);
    }
  }

  /** Σ w·f·g. */
  public static ProductSum of(Term left, Term right) {
    return new ProductSum(left, right, Weighting.WEIGHT);
  }

  /** Σ w·f². */
  public static ProductSum square(Term term) {
    return of(term, term);
  }

  @Override
  public Domain domain() {
    return left.domain();
  }

  @Override
  public List<Term> terms() {
    return List.of(left, right);
  }

  @Override
  public int tag() {
    return 3;
  }

  @Override
  public ProductSum unweighted() {
    return of(left, right);
  }

  @Override
  public State empty(boolean weighted) {
    return new State(weighting, new ExactSum());
  }

  @Override
  public State read(StateReader in, boolean weighted) {
    return new State(weighting, ExactSum.read(in));
  }

  /** The memory of a {@link ProductSum}. */
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
      double[] left = columns.column(0);
      double[] right = columns.column(1);
      double[] weights = columns.weights(weighting);
      if (weights == null) {
        sum.addProducts(left, right, from, to, columns.scratch());
      } else {
        sum.addProducts(left, right, weights, from, to, columns.scratch());
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
