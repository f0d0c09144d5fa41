package dev.slicewise.core.statistic;

import dev.slicewise.core.codec.StateFormatException;
import dev.slicewise.core.codec.StateReader;
import dev.slicewise.core.codec.StateWriter;
import dev.slicewise.core.term.Domain;
import dev.slicewise.core.term.Term;
import java.util.List;

/** The smallest and the largest value of a term over rows of positive weight. 17 bytes. Exact. */
public record Extremes(Term term) implements Statistic<Extremes.State> {
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
    return 5;
  }

  @Override
  public State empty(boolean weighted) {
    return new State();
  }

  @Override
  public State read(StateReader in, boolean weighted) {
    State state = new State();
    int form = in.octet();
    if (form == 1) {
      state.smallest = in.number();
      state.largest = in.number();
    }
    if (form > 1 || state.smallest > state.largest && form == 1) {
      throw new StateFormatException("extremes are not in canonical form");
    }
    return state;
  }

  /** The memory of {@link Extremes}. */
  public static final class State implements dev.slicewise.core.statistic.State<State> {
    private double smallest = Double.POSITIVE_INFINITY;
    private double largest = Double.NEGATIVE_INFINITY;

    private State() {}

    /** The smallest value; +Infinity when there was none. */
    public double smallest() {
      return smallest;
    }

    /** The largest value; −Infinity when there was none. */
    public double largest() {
      return largest;
    }

    @Override
    public void add(Columns columns, int from, int to) {
      double[] values = columns.column(0);
      for (int i = from; i < to; i++) {
        // Adding +0.0 turns −0.0 into +0.0, so that bytes do not depend on which zero came first.
        smallest = Math.min(smallest, values[i] + 0.0);
        largest = Math.max(largest, values[i] + 0.0);
      }
    }

    @Override
    public void merge(State other) {
      smallest = Math.min(smallest, other.smallest);
      largest = Math.max(largest, other.largest);
    }

    @Override
    public void write(StateWriter out) {
      boolean any = smallest <= largest;
      out.octet(any ? 1 : 0);
      if (any) {
        out.number(smallest);
        out.number(largest);
      }
    }

    @Override
    public long heapBytes() {
      return 32;
    }
  }
}
