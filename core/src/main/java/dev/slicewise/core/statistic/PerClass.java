package dev.slicewise.core.statistic;

import dev.slicewise.core.codec.StateReader;
import dev.slicewise.core.codec.StateWriter;
import dev.slicewise.core.term.ClassNames;
import dev.slicewise.core.term.ClassTerm;
import dev.slicewise.core.term.Column;
import dev.slicewise.core.term.Domain;
import dev.slicewise.core.term.Term;
import java.util.ArrayList;
import java.util.List;

/**
 * One state of another statistic for each class: position k of the rows' arrays feeds state k. One
 * class against the rest, one label of many, one quantile.
 *
 * <p>A row whose first column is NaN at a position is left out of that class. There are as many
 * states as the longest array has elements; a domain that admits longer arrays than 1,000 is
 * refused when such a row comes. Size: that of the inner state, times the classes.
 *
 * @param columns what the inner state reads, in the order of its terms
 * @param inner the statistic of one class; its own terms only say how many columns it reads
 * @param <I> the inner state
 */
public record PerClass<I extends State<I>>(List<ClassTerm> columns, Statistic<I> inner)
    implements Statistic<PerClass.States<I>> {
  /** Σ w·f of one class. */
  public static final Sum SUM = Sum.of(Column.LABEL);

  /** Σ w·f of one class, |f| ≤ 1. */
  public static final FixedSum FIXED_SUM = new FixedSum(Column.LABEL);

  /** The confusion table of one class: bit 0 is the label, bit 1 the decision. */
  public static final CellCounts CELLS = CellCounts.of(Column.LABEL, Column.PREDICTION);

  /** Freezes the list and refuses columns of different rows. */
  public PerClass {
    columns = List.copyOf(columns);
    for (ClassTerm column : columns) {
      if (!column.domain().equals(columns.get(0).domain())) {
        throw new IllegalArgumentException("expected columns of one domain, found " + columns);
      }
    }
    if (columns.size() != inner.terms().size()) {
      throw new IllegalArgumentException(
          "expected " + inner.terms().size() + " columns, found " + columns.size());
    }
  }

  /** A statistic of each class. */
  public static <I extends State<I>> PerClass<I> of(Statistic<I> inner, ClassTerm... columns) {
    return new PerClass<>(List.of(columns), inner);
  }

  @Override
  public Domain domain() {
    return columns.get(0).domain();
  }

  /** None: arrays are read, not terms. */
  @Override
  public List<Term> terms() {
    return List.of();
  }

  @Override
  public int tag() {
    return 15;
  }

  @Override
  public PerClass<I> unweighted() {
    return new PerClass<>(columns, inner.unweighted());
  }

  @Override
  public States<I> empty(boolean weighted) {
    return new States<>(this, weighted);
  }

  @Override
  public States<I> read(StateReader in, boolean weighted) {
    States<I> states = new States<>(this, weighted);
    int count = in.count(ClassNames.MOST, 1, "classes");
    for (int k = 0; k < count; k++) {
      states.classes.add(inner.read(in, weighted));
    }
    return states;
  }

  /**
   * The memory of a {@link PerClass}.
   *
   * @param <I> the inner state
   */
  public static final class States<I extends State<I>> implements State<States<I>> {
    private final PerClass<I> statistic;
    private final boolean weighted;
    private final List<I> classes = new ArrayList<>();

    private States(PerClass<I> statistic, boolean weighted) {
      this.statistic = statistic;
      this.weighted = weighted;
    }

    /** The states in the order of array positions; not to be changed. */
    public List<I> classes() {
      return classes;
    }

    /** All classes as one. */
    public I merged() {
      I all = statistic.inner.empty(weighted);
      classes.forEach(all::merge);
      return all;
    }

    private I at(int position) {
      if (position >= ClassNames.MOST) {
        throw new IllegalArgumentException(
            "expected at most " + ClassNames.MOST + " classes, found an array of more");
      }
      while (classes.size() <= position) {
        classes.add(statistic.inner.empty(weighted));
      }
      return classes.get(position);
    }

    @Override
    public void add(Columns rows, int from, int to) {
      double[][][] arrays = new double[statistic.columns.size()][][];
      for (int c = 0; c < arrays.length; c++) {
        arrays[c] = rows.rows().derived(statistic.columns.get(c));
      }
      int longest = 0;
      for (int i = from; i < to; i++) {
        longest = Math.max(longest, arrays[0][rows.place(i)].length);
      }
      double[][] values = new double[arrays.length][to - from];
      double[] weights = rows.weights() == null ? null : new double[to - from];
      Columns one = rows.ofClass();
      for (int k = 0; k < longest; k++) {
        int count = 0;
        for (int i = from; i < to; i++) {
          int place = rows.place(i);
          if (arrays[0][place].length > k && !Double.isNaN(arrays[0][place][k])) {
            for (int c = 0; c < arrays.length; c++) {
              values[c][count] = arrays[c][place][k];
            }
            if (weights != null) {
              weights[count] = rows.weights()[i];
            }
            count++;
          }
        }
        one.turn(values, weights);
        at(k).add(one, 0, count);
      }
    }

    @Override
    public void merge(States<I> other) {
      for (int k = 0; k < other.classes.size(); k++) {
        at(k).merge(other.classes.get(k));
      }
    }

    @Override
    public void write(StateWriter out) {
      out.unsigned(classes.size());
      classes.forEach(state -> state.write(out));
    }

    @Override
    public long overflows() {
      long overflows = 0;
      for (I state : classes) {
        overflows += state.overflows();
      }
      return overflows;
    }

    @Override
    public long heapBytes() {
      long heap = 56;
      for (I state : classes) {
        heap += 8 + state.heapBytes();
      }
      return heap;
    }
  }
}
