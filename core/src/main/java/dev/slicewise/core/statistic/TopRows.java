package dev.slicewise.core.statistic;

import dev.slicewise.core.codec.StateFormatException;
import dev.slicewise.core.codec.StateReader;
import dev.slicewise.core.codec.StateWriter;
import dev.slicewise.core.numeric.RowHash;
import dev.slicewise.core.term.Column;
import dev.slicewise.core.term.Domain;
import dev.slicewise.core.term.Role;
import dev.slicewise.core.term.Term;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Comparator;
import java.util.List;

/**
 * The k rows with the largest value of a term, with their keys and columns.
 *
 * <p>Order: term descending, then row hash ascending (unsigned), key ascending, columns: arrival
 * never matters. Size: at most k rows of 16 bytes and 8 a column.
 *
 * @param limit k, 1 to 1,000
 */
public record TopRows(Term term, int limit) implements Statistic<TopRows.State> {
  /** Refuses limits out of range. */
  public TopRows {
    if (limit < 1 || limit > 1_000) {
      throw new IllegalArgumentException("expected k in [1, 1000], found " + limit);
    }
  }

  @Override
  public Domain domain() {
    return term.domain();
  }

  @Override
  public List<Term> terms() {
    List<Term> terms = new ArrayList<>();
    terms.add(term);
    for (Role role : domain().roles()) {
      terms.add(new Column(domain(), role));
    }
    return terms;
  }

  @Override
  public int tag() {
    return 11;
  }

  @Override
  public State empty(boolean weighted) {
    return new State(limit, terms().size());
  }

  @Override
  public State read(StateReader in, boolean weighted) {
    State state = empty(weighted);
    int count = in.count(limit, 8 * (1 + state.width), "rows");
    for (int i = 0; i < count; i++) {
      long key = in.fixed64();
      double[] values = new double[state.width];
      for (int v = 0; v < values.length; v++) {
        values[v] = in.number();
      }
      state.rows.add(new Row(key, values));
      if (i > 0 && ORDER.compare(state.rows.get(i - 1), state.rows.get(i)) > 0) {
        throw new StateFormatException("expected the top rows in order");
      }
    }
    return state;
  }

  /**
   * One remembered row.
   *
   * @param key the declared key, or the fold of the row's columns
   * @param values the term, then the domain's columns in order
   */
  public record Row(long key, double[] values) {
    long hash() {
      return RowHash.hash(key, RowHash.SEED, 0);
    }
  }

  private static final Comparator<Row> ORDER =
      Comparator.comparingDouble((Row row) -> -row.values()[0])
          .thenComparing(Row::hash, Long::compareUnsigned)
          .thenComparingLong(Row::key)
          .thenComparing(Row::values, Arrays::compare);

  /** The memory of {@link TopRows}. */
  public static final class State implements dev.slicewise.core.statistic.State<State> {
    private final int limit;
    private final int width;
    private final List<Row> rows = new ArrayList<>();

    private State(int limit, int width) {
      this.limit = limit;
      this.width = width;
    }

    /** The rows, the largest first. */
    public List<Row> rows() {
      return List.copyOf(rows);
    }

    @Override
    public void add(Columns columns, int from, int to) {
      double[] term = columns.column(0);
      for (int i = from; i < to; i++) {
        if (rows.size() == limit && term[i] < rows.get(limit - 1).values()[0]) {
          continue;
        }
        double[] values = new double[width];
        for (int v = 0; v < width; v++) {
          values[v] = columns.column(v)[i] + 0.0;
        }
        insert(new Row(columns.key(i), values));
      }
    }

    private void insert(Row row) {
      int at = rows.size();
      while (at > 0 && ORDER.compare(row, rows.get(at - 1)) < 0) {
        at--;
      }
      rows.add(at, row);
      if (rows.size() > limit) {
        rows.remove(limit);
      }
    }

    @Override
    public void merge(State other) {
      for (Row row : other.rows) {
        insert(row);
      }
    }

    @Override
    public void write(StateWriter out) {
      out.unsigned(rows.size());
      for (Row row : rows) {
        out.fixed64(row.key());
        for (double value : row.values()) {
          out.number(value);
        }
      }
    }

    @Override
    public long heapBytes() {
      return 48 + rows.size() * (56L + 8L * width);
    }
  }
}
