package dev.slicewise.core.statistic;

import dev.slicewise.core.codec.StateFormatException;
import dev.slicewise.core.codec.StateReader;
import dev.slicewise.core.codec.StateWriter;
import dev.slicewise.core.numeric.ExactSum;
import dev.slicewise.core.term.ArrayCondition;
import dev.slicewise.core.term.Domain;
import dev.slicewise.core.term.Role;
import dev.slicewise.core.term.Term;
import java.util.List;

/**
 * The exact sums Σ w·x_i, and with {@code products} Σ w·x_i·x_j for i ≥ j, of a column of arrays:
 * means and covariances of features and embeddings.
 *
 * <p>The dimension is that of the shortest array; whether a longer one was seen is remembered, its
 * numbers are not, so that the state is a function of the rows alone. Size: d sums and, with
 * products, d·(d + 1)/2 more of typically 20 bytes each; 290 at most. Products overflow as those of
 * {@link ProductSum}.
 *
 * @param role the column
 * @param shortest fewest elements; shorter arrays are outside the domain
 * @param longest most elements, 512 at most
 * @param products whether products are summed
 */
public record MomentMatrix(Role role, int shortest, int longest, boolean products)
    implements Statistic<MomentMatrix.State> {
  /** With this many, a state has 131,328 sums of products, some 3 MB serialised. */
  public static final int MOST = 512;

  private static final int EMPTY_SUM_BYTES = 3;

  /** Refuses bounds out of range. */
  public MomentMatrix {
    if (shortest < 1 || longest < shortest || longest > MOST) {
      throw new IllegalArgumentException(
          "expected 1 <= shortest <= longest <= 512, found " + shortest + " and " + longest);
    }
  }

  @Override
  public Domain domain() {
    return Domain.of(role).where(new ArrayCondition.Length(role, shortest, longest));
  }

  @Override
  public List<Term> terms() {
    return List.of();
  }

  @Override
  public int tag() {
    return 17;
  }

  @Override
  public State empty(boolean weighted) {
    return new State(this);
  }

  @Override
  public State read(StateReader in, boolean weighted) {
    State state = new State(this);
    int dimension = in.count(longest, EMPTY_SUM_BYTES, "elements of an array");
    int mixed = in.octet();
    long sums = dimension + (products ? dimension * (dimension + 1L) / 2 : 0);
    boolean impossible = dimension == 0 ? mixed != 0 : dimension < shortest;
    if (mixed > 1 || impossible || sums * EMPTY_SUM_BYTES > in.remaining()) {
      throw new StateFormatException("moments of arrays are truncated or not in canonical form");
    }
    state.begin(dimension);
    state.mixed = mixed == 1;
    for (int i = 0; i < dimension; i++) {
      state.sums[i] = ExactSum.read(in);
    }
    for (int i = 0, k = 0; products && i < dimension; i++) {
      for (int j = 0; j <= i; j++, k++) {
        state.squares[k] = i == j ? ExactSum.readNonNegative(in) : ExactSum.read(in);
      }
    }
    return state;
  }

  /** The memory of a {@link MomentMatrix}. */
  public static final class State implements dev.slicewise.core.statistic.State<State> {
    private static final ExactSum[] NONE = {};

    private final MomentMatrix statistic;
    private ExactSum[] sums = NONE;

    /** Row by row of the lower triangle, the diagonal included. */
    private ExactSum[] squares = NONE;

    private boolean mixed;

    private State(MomentMatrix statistic) {
      this.statistic = statistic;
    }

    private void begin(int dimension) {
      sums = zeros(dimension);
      squares = statistic.products ? zeros(dimension * (dimension + 1) / 2) : NONE;
    }

    private static ExactSum[] zeros(int count) {
      ExactSum[] zeros = new ExactSum[count];
      for (int i = 0; i < count; i++) {
        zeros[i] = new ExactSum();
      }
      return zeros;
    }

    /** Elements of the shortest array; 0 without rows. */
    public int dimension() {
      return sums.length;
    }

    /** Whether there were arrays of different lengths, so that the sums are not of all rows. */
    public boolean mixed() {
      return mixed;
    }

    /** Σ w·x_i. */
    public ExactSum sum(int i) {
      return sums[i];
    }

    /** Σ w·x_i·x_j. */
    public ExactSum product(int i, int j) {
      int row = Math.max(i, j);
      return squares[row * (row + 1) / 2 + Math.min(i, j)];
    }

    /** Goes over to shorter arrays; says whether arrays of this length are summed. */
    private boolean sums(int length) {
      if (length == sums.length) {
        return true;
      }
      mixed |= sums.length != 0;
      if (sums.length == 0 || length < sums.length) {
        begin(length);
        return true;
      }
      return false;
    }

    @Override
    public void add(Columns columns, int from, int to) {
      double[][] arrays = columns.rows().numbers(statistic.role);
      double[] weights = columns.weights();
      for (int i = from; i < to; i++) {
        double[] x = arrays[columns.place(i)];
        if (sums(x.length)) {
          add(x, weights == null ? 1.0 : weights[i]);
        }
      }
    }

    private void add(double[] x, double weight) {
      for (int i = 0, k = 0; i < x.length; i++) {
        sums[i].addProduct(x[i], weight);
        for (int j = 0; statistic.products && j <= i; j++, k++) {
          if (weight == 1.0) {
            squares[k].addProduct(x[i], x[j]);
          } else {
            squares[k].addProduct(x[i], x[j], weight);
          }
        }
      }
    }

    @Override
    public void merge(State other) {
      if (other.sums.length == 0) {
        return;
      }
      boolean same = sums(other.sums.length);
      mixed |= other.mixed;
      for (int i = 0; same && i < sums.length; i++) {
        sums[i].merge(other.sums[i]);
      }
      for (int k = 0; same && k < squares.length; k++) {
        squares[k].merge(other.squares[k]);
      }
    }

    @Override
    public void write(StateWriter out) {
      out.unsigned(sums.length);
      out.octet(mixed ? 1 : 0);
      for (ExactSum sum : sums) {
        sum.write(out);
      }
      for (ExactSum sum : squares) {
        sum.write(out);
      }
    }

    @Override
    public long overflows() {
      long overflows = 0;
      for (ExactSum sum : sums) {
        overflows += sum.overflows();
      }
      for (ExactSum sum : squares) {
        overflows += sum.overflows();
      }
      return overflows;
    }

    @Override
    public long heapBytes() {
      long heap = 64;
      for (ExactSum sum : sums) {
        heap += 8 + sum.heapBytes();
      }
      for (ExactSum sum : squares) {
        heap += 8 + sum.heapBytes();
      }
      return heap;
    }
  }
}
