package dev.slicewise.core.metric.multiclass;

import dev.slicewise.core.metric.MetricValue;
import dev.slicewise.core.metric.ResolvedMetric;
import dev.slicewise.core.numeric.Dyadic;
import dev.slicewise.core.statistic.StateView;
import dev.slicewise.core.statistic.Statistic;
import java.util.List;

/**
 * Matthews' correlation of several classes, R_K: (c·n − ΣP_kP̂_k) / √((n² − ΣP̂_k²)(n² − ΣP_k²)).
 */
public record ClassCorrelation(ClassInput input) implements ResolvedMetric {
  @Override
  public List<Statistic<?>> needs() {
    return List.of(input.statistic());
  }

  @Override
  public MetricValue value(StateView states) {
    ClassTable table = input.table(states);
    if (table == null) {
      return ClassInput.TRUNCATED;
    }
    Dyadic n = ClassTable.sum(table.label());
    Dyadic covariance = n.times(ClassTable.sum(table.both()));
    Dyadic label = n.squared();
    Dyadic predicted = n.squared();
    for (int k = 0; k < table.size(); k++) {
      covariance = covariance.minus(table.label()[k].times(table.predicted()[k]));
      label = label.minus(table.label()[k].squared());
      predicted = predicted.minus(table.predicted()[k].squared());
    }
    Dyadic spread = label.times(predicted);
    if (spread.signum() == 0) {
      return MetricValue.undefined("one class only, or all rows decided alike");
    }
    return MetricValue.exact(covariance.signum() * Math.sqrt(covariance.squared().over(spread)));
  }
}
