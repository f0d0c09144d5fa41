package dev.slicewise.core.statistic;

import dev.slicewise.core.codec.StateReader;
import dev.slicewise.core.codec.StateWriter;
import dev.slicewise.core.numeric.Dyadic;
import dev.slicewise.core.numeric.ExactSum;
import dev.slicewise.core.numeric.FixedPoint;
import dev.slicewise.core.term.Domain;
import dev.slicewise.core.term.Term;
import java.util.List;

/**
 * The contingency table of up to five indicators: how many rows (or how much weight) fell into each
 * combination. A confusion matrix is the table of (label, predicted).
 *
 * <p>Cell number: bit i is set where indicator i is 1. Counts are longs; weights are 128-bit fixed
 * point with Σw² beside them. Size: 2^k counters, at most 30 bytes each plus an exact sum when
 * weighted.
 *
 * @param indicators terms of one domain whose values are 0 or 1
 */
public record CellCounts(List<Term> indicators) implements Statistic<CellCounts.State> {
  /** Freezes the list and refuses what would need more than 32 cells. */
  public CellCounts {
    indicators = List.copyOf(indicators);
    if (indicators.isEmpty() || indicators.size() > 5) {
      throw new IllegalArgumentException("expected 1 to 5 indicators, found " + indicators.size());
    }
  }

  /** The table of these indicators. */
  public static CellCounts of(Term... indicators) {
    return new CellCounts(List.of(indicators));
  }

  @Override
  public Domain domain() {
    return indicators.get(0).domain();
  }

  @Override
  public List<Term> terms() {
    return indicators;
  }

  @Override
  public int tag() {
    return 6;
  }

  @Override
  public State empty(boolean weighted) {
    return new State(indicators.size(), weighted);
  }

  @Override
  public State read(StateReader in, boolean weighted) {
    State state = new State(indicators.size(), weighted);
    for (int cell = 0; cell < state.cells; cell++) {
      if (weighted) {
        FixedPoint.readNonNegative(in, state.counts, 2 * cell);
        state.squares[cell] = ExactSum.readNonNegative(in);
      } else {
        state.counts[cell] = in.unsigned();
      }
    }
    return state;
  }

  /** The memory of {@link CellCounts}. */
  public static final class State implements dev.slicewise.core.statistic.State<State> {
    private final int indicators;
    private final int cells;
    private final long[] counts;
    private final ExactSum[] squares;

    private State(int indicators, boolean weighted) {
      this.indicators = indicators;
      cells = 1 << indicators;
      counts = new long[weighted ? 2 * cells : cells];
      squares = weighted ? new ExactSum[cells] : null;
      for (int cell = 0; weighted && cell < cells; cell++) {
        squares[cell] = new ExactSum();
      }
    }

    /** Number of cells. */
    public int cells() {
      return cells;
    }

    /** The cell's rows or weight, exactly as kept. */
    public Dyadic mass(int cell) {
      return squares == null
          ? Dyadic.of(counts[cell])
          : new Dyadic(FixedPoint.toBigInteger(counts, 2 * cell), -FixedPoint.FRACTION_BITS);
    }

    /** Σ coefficient · mass over all cells, exactly. */
    public Dyadic sum(double... coefficients) {
      Dyadic sum = Dyadic.ZERO;
      for (int cell = 0; cell < cells; cell++) {
        if (coefficients[cell] == 1.0) {
          sum = sum.plus(mass(cell));
        } else if (coefficients[cell] != 0.0) {
          sum = sum.plus(mass(cell).times(Dyadic.of(coefficients[cell])));
        }
      }
      return sum;
    }

    /** Σw² of the cell; its rows when unweighted. */
    public double squaredWeight(int cell) {
      return squares == null ? counts[cell] : squares[cell].value();
    }

    /** Whether rows carry weights. */
    public boolean weighted() {
      return squares != null;
    }

    @Override
    public void add(Columns columns, int from, int to) {
      double[] weights = columns.weights();
      if (weights == null && indicators == 1) {
        addOne(columns.column(0), from, to);
        return;
      }
      if (weights != null && noneSet(columns, from, to)) {
        for (int i = from; i < to; i++) {
          FixedPoint.addWeighted(counts, 0, 1L << FixedPoint.FRACTION_BITS, weights[i]);
        }
        squares[0].addProducts(weights, weights, from, to, columns.scratch());
        return;
      }
      for (int i = from; i < to; i++) {
        int cell = 0;
        for (int bit = 0; bit < indicators; bit++) {
          cell |= columns.column(bit)[i] != 0.0 ? 1 << bit : 0;
        }
        if (weights == null) {
          counts[cell]++;
        } else {
          FixedPoint.addWeighted(counts, 2 * cell, 1L << FixedPoint.FRACTION_BITS, weights[i]);
          squares[cell].addProduct(weights[i], weights[i]);
        }
      }
    }

    private boolean noneSet(Columns columns, int from, int to) {
      int set = 0;
      for (int bit = 0; bit < indicators; bit++) {
        double[] indicator = columns.column(bit);
        for (int i = from; i < to; i++) {
          set |= indicator[i] != 0.0 ? 1 : 0;
        }
      }
      return set == 0;
    }

    /** Counts rows of one indicator in a register. */
    private void addOne(double[] indicator, int from, int to) {
      int set = 0;
      for (int i = from; i < to; i++) {
        set += indicator[i] != 0.0 ? 1 : 0;
      }
      counts[0] += to - from - set;
      counts[1] += set;
    }

    @Override
    public void merge(State other) {
      for (int cell = 0; cell < cells; cell++) {
        if (squares == null) {
          counts[cell] += other.counts[cell];
        } else {
          FixedPoint.addWide(counts, 2 * cell, other.counts[2 * cell], other.counts[2 * cell + 1]);
          squares[cell].merge(other.squares[cell]);
        }
      }
    }

    @Override
    public void write(StateWriter out) {
      for (int cell = 0; cell < cells; cell++) {
        if (squares == null) {
          out.unsigned(counts[cell]);
        } else {
          FixedPoint.write(out, counts, 2 * cell);
          squares[cell].write(out);
        }
      }
    }

    @Override
    public long heapBytes() {
      long heap = 40 + 8L * counts.length;
      for (int cell = 0; squares != null && cell < cells; cell++) {
        heap += squares[cell].heapBytes();
      }
      return heap;
    }
  }
}
