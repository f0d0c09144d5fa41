package dev.slicewise.core.statistic;

import dev.slicewise.core.numeric.ExactSumScratch;
import dev.slicewise.core.term.Admitted;
import dev.slicewise.core.term.Domain;
import dev.slicewise.core.term.Model;
import dev.slicewise.core.term.Term;
import java.util.List;

/**
 * A statistic's view of batches: its terms as dense arrays, turned to one batch after another. A
 * statistic that keeps states by category orders its rows by category first, into a second view
 * that the states inside read as if it were a batch.
 */
public final class Columns {
  private final Admitted rows;
  private final Admitted.Computed[] terms;
  private final Admitted.Computed squaredWeight;
  private double[][] values;
  private final ExactSumScratch scratch;
  private double[] weights;
  private double[] squaredWeights;

  /** Per row of this view, its row among the admitted; null when both are the same. */
  private int[] order;

  private CategoryRuns runs;

  /** The same rows and terms as a model's, made when first asked for. */
  private Columns ofModel;

  /** Finds the terms of a statistic among the rows of its domain. */
  public Columns(Statistic<?> statistic, Admitted rows, ExactSumScratch scratch) {
    this.rows = rows;
    this.scratch = scratch;
    List<Term> needed = statistic.terms();
    this.terms = new Admitted.Computed[needed.size()];
    for (int i = 0; i < terms.length; i++) {
      terms[i] = rows.computed(needed.get(i));
    }
    this.squaredWeight = rows.computed(new SquaredWeight(statistic.domain()));
    this.values = new double[terms.length][];
  }

  private Columns(Columns whole) {
    this(whole, whole.rows);
  }

  private Columns(Columns whole, Admitted rows) {
    this.rows = rows;
    this.scratch = whole.scratch;
    this.terms = whole.terms;
    this.squaredWeight = whole.squaredWeight;
    this.values = new double[terms.length][];
  }

  /**
   * The columns of a statistic inside, which was asked of one of several models: the terms are
   * already the model's, and where it looks at the rows themselves it sees the model's too.
   */
  Columns of(Model model, Domain asked) {
    if (ofModel == null) {
      ofModel = new Columns(this, rows.as(model, asked));
    }
    ofModel.values = values;
    ofModel.weights = weights;
    ofModel.squaredWeights = squaredWeights;
    ofModel.order = order;
    return ofModel;
  }

  /** A second view of the same rows, to be filled by {@link #gather}. */
  Columns view() {
    return new Columns(this);
  }

  /** Makes this view show some rows of another one, in some order. */
  void gather(Columns source, int[] places, int count) {
    int capacity = rows.status().length;
    for (int t = 0; t < values.length; t++) {
      values[t] = gathered(source.values[t], values[t], places, count, capacity);
    }
    weights = gathered(source.weights, weights, places, count, capacity);
    squaredWeights = gathered(source.squaredWeights, squaredWeights, places, count, capacity);
    if (order == null) {
      order = new int[capacity];
    }
    for (int i = 0; i < count; i++) {
      order[i] = source.place(places[i]);
    }
  }

  private static double[] gathered(
      double[] source, double[] target, int[] places, int count, int capacity) {
    if (source == null) {
      return null;
    }
    double[] values = target == null ? new double[capacity] : target;
    for (int i = 0; i < count; i++) {
      values[i] = source[places[i]];
    }
    return values;
  }

  /** The row among the admitted that stands at a row of this view. */
  int place(int row) {
    return order == null ? row : order[row];
  }

  /** This view's rows by category. */
  CategoryRuns runs() {
    if (runs == null) {
      runs = new CategoryRuns(this);
    }
    return runs;
  }

  /** Columns of one class at a time, filled by {@link #turn(double[][], double[])}. */
  Columns ofClass() {
    return new Columns(this);
  }

  /** Turns to the rows of one class. */
  void turn(double[][] columns, double[] classWeights) {
    values = columns;
    weights = classWeights;
    squaredWeights = classWeights == null ? null : new double[classWeights.length];
    for (int i = 0; classWeights != null && i < classWeights.length; i++) {
      squaredWeights[i] = classWeights[i] * classWeights[i];
    }
  }

  /** Computes, or finds computed, the terms on the rows that were admitted last. */
  public void turn() {
    for (int i = 0; i < values.length; i++) {
      values[i] = rows.values(terms[i]);
    }
    weights = rows.weights();
    squaredWeights = weights == null ? null : rows.values(squaredWeight);
  }

  /** The values of the i-th term. */
  public double[] column(int index) {
    return values[index];
  }

  /** The weights, or null when every row weighs 1. */
  public double[] weights() {
    return weights;
  }

  double[] weights(Weighting weighting) {
    return weighting == Weighting.SQUARED_WEIGHT ? squaredWeights : weights;
  }

  ExactSumScratch scratch() {
    return scratch;
  }

  /** The key of a row, see {@link Admitted#key}. */
  long key(int row) {
    return rows.key(place(row));
  }

  /** The rows, admitted or not. */
  public Admitted rows() {
    return rows;
  }

  private record SquaredWeight(Domain domain) implements Term {
    @Override
    public void fill(Admitted rows, double[] out) {
      double[] weights = rows.weights();
      for (int i = 0; i < rows.size(); i++) {
        out[i] = weights[i] * weights[i];
      }
    }
  }
}
