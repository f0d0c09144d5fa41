package dev.slicewise.core.statistic;

import dev.slicewise.core.numeric.ExactSumScratch;
import dev.slicewise.core.term.Admitted;
import dev.slicewise.core.term.Domain;
import dev.slicewise.core.term.Term;
import java.util.List;

/** A statistic's view of one batch: its terms as dense arrays, looked up once per batch. */
public final class Columns {
  private final Admitted rows;
  private final double[][] values;
  private final double[] weights;
  private final double[] squaredWeights;
  private final ExactSumScratch scratch;

  /** Computes, or finds computed, the terms of a statistic. */
  public Columns(Statistic<?> statistic, Admitted rows, ExactSumScratch scratch) {
    this.rows = rows;
    this.scratch = scratch;
    List<Term> terms = statistic.terms();
    values = new double[terms.size()][];
    for (int i = 0; i < values.length; i++) {
      values[i] = rows.values(terms.get(i));
    }
    weights = rows.weights();
    squaredWeights = weights == null ? null : rows.values(new SquaredWeight(statistic.domain()));
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

  Admitted rows() {
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
