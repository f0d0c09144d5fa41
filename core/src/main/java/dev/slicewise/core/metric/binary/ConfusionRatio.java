package dev.slicewise.core.metric.binary;

import dev.slicewise.core.metric.Metric;
import dev.slicewise.core.metric.MetricValue;
import dev.slicewise.core.metric.multiclass.Average;
import dev.slicewise.core.metric.multiclass.AveragedRatio;
import dev.slicewise.core.metric.multiclass.ClassRatio;
import dev.slicewise.core.metric.multiclass.Task;
import dev.slicewise.core.statistic.CellCounts;

/**
 * A ratio of linear functions of the confusion table at a threshold. Those that take the four
 * parameters of several classes are averaged over classes as well.
 */
interface ConfusionRatio extends CellRatio, ClassRatio {
  double threshold();

  /** How classes are averaged. */
  default Average average() {
    return Average.BINARY;
  }

  /** What label and prediction are. */
  default Task task() {
    return Task.BINARY;
  }

  /** Names of array positions, or empty. */
  default String classes() {
    return "";
  }

  /** The classes that are averaged, or empty. */
  default String labels() {
    return "";
  }

  @Override
  default CellCounts table() {
    return Confusion.table(threshold());
  }

  @Override
  default MetricValue whenUndefined() {
    return zeroDivision().value(whenZero());
  }

  @Override
  default Metric resolved() {
    return AveragedRatio.resolve(this, average(), task(), classes(), labels(), threshold());
  }
}
