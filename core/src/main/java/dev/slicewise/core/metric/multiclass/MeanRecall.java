package dev.slicewise.core.metric.multiclass;

import dev.slicewise.core.metric.MetricValue;
import dev.slicewise.core.metric.ResolvedMetric;
import dev.slicewise.core.numeric.ExactSum;
import dev.slicewise.core.statistic.StateView;
import dev.slicewise.core.statistic.Statistic;
import java.util.List;

/**
 * Balanced accuracy of several classes: the mean recall of those that are the label of a row.
 *
 * @param adjusted rescaled so that chance, 1/K, is 0 and perfect 1
 */
public record MeanRecall(ClassInput input, boolean adjusted) implements ResolvedMetric {
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
    ExactSum sum = new ExactSum();
    int classes = 0;
    for (int k = 0; k < table.size(); k++) {
      if (table.label()[k].signum() > 0) {
        sum.add(table.both()[k].over(table.label()[k]));
        classes++;
      }
    }
    if (classes == 0 || (adjusted && classes == 1)) {
      return MetricValue.undefined(classes == 0 ? "no rows" : "only one class has rows");
    }
    double mean = sum.value() / classes;
    double chance = 1.0 / classes;
    return MetricValue.exact(adjusted ? (mean - chance) / (1 - chance) : mean)
        .with("classes", classes);
  }
}
