package dev.slicewise.core.metric.regression;

import dev.slicewise.core.metric.RateOfRows;
import dev.slicewise.core.metric.ResolvedMetric;
import dev.slicewise.core.statistic.CellCounts;
import dev.slicewise.core.term.Admitted;
import dev.slicewise.core.term.ArrayCondition;
import dev.slicewise.core.term.Domain;
import dev.slicewise.core.term.Term;
import dev.slicewise.core.term.loss.CrpsQuantiles;

/** The share of rows whose array of quantiles is not in ascending order. */
record QuantileArrayCrossing() implements RateOfRows, ResolvedMetric {
  private static final CellCounts TABLE = CellCounts.of(new Crossed());

  /** 1 where a quantile exceeds the one after it. */
  record Crossed() implements Term {
    @Override
    public Domain domain() {
      return Domain.of(CrpsQuantiles.QUANTILES)
          .where(ArrayCondition.Length.atLeast(CrpsQuantiles.QUANTILES, 2));
    }

    @Override
    public void fill(Admitted rows, double[] out) {
      double[][] quantiles = rows.numbers(CrpsQuantiles.QUANTILES);
      for (int i = 0; i < rows.size(); i++) {
        out[i] = 0.0;
        for (int k = 1; k < quantiles[i].length; k++) {
          out[i] = quantiles[i][k - 1] > quantiles[i][k] ? 1.0 : out[i];
        }
      }
    }
  }

  @Override
  public CellCounts table() {
    return TABLE;
  }

  @Override
  public double[] counted() {
    return new double[] {0, 1};
  }
}
