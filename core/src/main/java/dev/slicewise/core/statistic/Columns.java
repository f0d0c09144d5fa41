package dev.slicewise.core.statistic;

import dev.slicewise.core.numeric.ExactSumScratch;
import dev.slicewise.core.term.Admitted;
import dev.slicewise.core.term.Domain;
import dev.slicewise.core.term.Term;
import java.util.List;

/** A statistic's view of batches: its terms as dense arrays, turned to one batch after another. */
public final class Columns {
  private final Admitted rows;
  private final Admitted.Computed[] terms;
  private final Admitted.Computed squaredWeight;
  private double[][] values;
  private final ExactSumScratch scratch;
  private double[] weights;
  private double[] squaredWeights;

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

  /** Columns of one class at a time, filled by {@link #turn(double[][], double[])}. */
  private Columns(Columns all) {
    this.rows = all.rows;
    this.scratch = all.scratch;
    this.terms = new Admitted.Computed[0];
    this.squaredWeight = null;
    this.values = new double[0][];
  }

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
