package dev.slicewise.core.metric.binary;

import dev.slicewise.core.metric.MetricInfo;
import dev.slicewise.core.metric.MetricInfo.Direction;
import dev.slicewise.core.metric.MetricValue;
import dev.slicewise.core.term.Parameter;

/**
 * False negatives: rows with label 1 that are predicted negative; everything else about it stands
 * in its {@link MetricInfo}.
 */
@MetricInfo(
    id = "false_negatives",
    aliases = {"fn"},
    summary = "False negatives: rows with label 1 that are predicted negative.",
    formula = "Σ w·1{y = 1, s < threshold}",
    units = "rows, or their weight",
    range = "[0, inf)",
    better = Direction.NONE,
    edges = {"no usable rows: undefined", "label other than 0 or 1: row skipped, n_domain"},
    source = "scikit-learn 1.2 confusion_matrix")
public record FalseNegatives(
    @Parameter(doc = Confusion.THRESHOLD, range = Confusion.FINITE) double threshold)
    implements ConfusionMetric {
  /** At ½. */
  public FalseNegatives() {
    this(Confusion.DEFAULT_THRESHOLD);
  }

  @Override
  public MetricValue value(Confusion counts) {
    return MetricValue.exact(counts.fn().toDouble());
  }
}
