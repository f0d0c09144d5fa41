package dev.slicewise.core.statistic;

import dev.slicewise.core.codec.StateReader;
import dev.slicewise.core.codec.StateWriter;
import dev.slicewise.core.numeric.Dyadic;
import dev.slicewise.core.numeric.FixedPoint;
import dev.slicewise.core.term.Domain;
import dev.slicewise.core.term.Term;
import java.util.List;

/**
 * The sum Σ w·f of a term with |f| ≤ 1, in 128-bit fixed point.
 *
 * <p>Each term is rounded to 2^-60; the merge is exact. Size: 16 bytes on the heap, at most 19
 * serialised. Weights below 2^31, rows below 2^35.
 */
public record FixedSum(Term term) implements Statistic<FixedSum.State> {
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
    return 4;
  }

  @Override
  public State empty(boolean weighted) {
    return new State();
  }

  @Override
  public State read(StateReader in, boolean weighted) {
    State state = new State();
    FixedPoint.read(in, state.cells, 0);
    return state;
  }

  /** The memory of a {@link FixedSum}. */
  public static final class State implements dev.slicewise.core.statistic.State<State> {
    private final long[] cells = new long[2];

    private State() {}

    /** The sum, exactly as kept. */
    public Dyadic toDyadic() {
      return new Dyadic(FixedPoint.toBigInteger(cells, 0), -FixedPoint.FRACTION_BITS);
    }

    @Override
    public void add(Columns columns, int from, int to) {
      double[] values = columns.column(0);
      double[] weights = columns.weights();
      for (int i = from; i < to; i++) {
        long units = FixedPoint.units(values[i]);
        if (weights == null) {
          FixedPoint.add(cells, 0, units);
        } else {
          FixedPoint.addWeighted(cells, 0, units, weights[i]);
        }
      }
    }

    @Override
    public void merge(State other) {
      FixedPoint.addWide(cells, 0, other.cells[0], other.cells[1]);
    }

    @Override
    public void write(StateWriter out) {
      FixedPoint.write(out, cells, 0);
    }

    @Override
    public long heapBytes() {
      return 48;
    }
  }
}
