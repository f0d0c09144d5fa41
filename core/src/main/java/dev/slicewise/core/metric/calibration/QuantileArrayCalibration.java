package dev.slicewise.core.metric.calibration;

import dev.slicewise.core.metric.MetricValue;
import dev.slicewise.core.metric.ResolvedMetric;
import dev.slicewise.core.numeric.Dyadic;
import dev.slicewise.core.statistic.FixedSum;
import dev.slicewise.core.statistic.PerClass;
import dev.slicewise.core.statistic.StateView;
import dev.slicewise.core.statistic.Statistic;
import dev.slicewise.core.term.Admitted;
import dev.slicewise.core.term.ClassTerm;
import dev.slicewise.core.term.Domain;
import dev.slicewise.core.term.NumberList;
import dev.slicewise.core.term.Role;
import dev.slicewise.core.term.loss.CrpsQuantiles;
import java.util.List;

/**
 * The mean distance between coverage and level of the quantiles in an array.
 *
 * @param levels in the order of the array, joined by ';'
 */
record QuantileArrayCalibration(String levels) implements ResolvedMetric {
  /** Refuses levels that are none. */
  QuantileArrayCalibration {
    NumberList.levels(levels);
  }

  /** 1 for each quantile that the label does not exceed. */
  record Covered(Domain domain) implements ClassTerm {
    @Override
    public double[][] of(Admitted rows) {
      double[] label = rows.column(Role.LABEL);
      double[][] quantiles = rows.numbers(CrpsQuantiles.QUANTILES);
      double[][] covered = new double[rows.size()][];
      for (int i = 0; i < covered.length; i++) {
        covered[i] = new double[quantiles[i].length];
        for (int k = 0; k < covered[i].length; k++) {
          covered[i][k] = label[i] <= quantiles[i][k] ? 1.0 : 0.0;
        }
      }
      return covered;
    }
  }

  private Domain domain() {
    return CrpsQuantiles.domain(NumberList.levels(levels).length);
  }

  private PerClass<FixedSum.State> covered() {
    return PerClass.of(PerClass.FIXED_SUM, new Covered(domain()));
  }

  @Override
  public List<Statistic<?>> needs() {
    return List.of(covered());
  }

  @Override
  public MetricValue value(StateView states) {
    List<FixedSum.State> covered = states.state(covered()).classes();
    double[] taus = NumberList.levels(levels);
    Dyadic weight = states.rows(domain()).exactWeight();
    double sum = 0;
    for (int k = 0; k < taus.length; k++) {
      sum += Math.abs(covered.get(k).toDyadic().over(weight) - taus[k]);
    }
    return MetricValue.exact(sum / taus.length);
  }
}
