package dev.slicewise.core.metric.binary;

import dev.slicewise.core.metric.MetricInfo;
import dev.slicewise.core.metric.MetricInfo.Direction;
import dev.slicewise.core.metric.MetricValue;
import dev.slicewise.core.term.Parameter;

/**
 * True positives: rows with label 1 that are predicted positive; everything else about it stands in
 * its {@link MetricInfo}.
 */
@MetricInfo(
    id = "true_positives",
    aliases = {"tp"},
    summary = "True positives: rows with label 1 that are predicted positive.",
    formula = "Σ w·1{y = 1, s ≥ threshold}",
    units = "rows, or their weight",
    range = "[0, inf)",
    better = Direction.NONE,
    edges = {"no usable rows: undefined", "label other than 0 or 1: row skipped, n_domain"},
    source = "scikit-learn 1.2 confusion_matrix")
public record TruePositives(
    @Parameter(doc = Confusion.THRESHOLD, range = Confusion.FINITE) double threshold)
    implements ConfusionMetric {
  /** At ½. */
  public TruePositives() {
    this(Confusion.DEFAULT_THRESHOLD);
  }

  @Override
  public MetricValue value(Confusion counts) {
    return MetricValue.exact(counts.tp().toDouble());
  }
}
