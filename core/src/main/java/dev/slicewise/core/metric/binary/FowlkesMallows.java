package dev.slicewise.core.metric.binary;

import dev.slicewise.core.metric.MetricInfo;
import dev.slicewise.core.metric.MetricInfo.Direction;
import dev.slicewise.core.metric.MetricValue;
import dev.slicewise.core.numeric.Dyadic;
import dev.slicewise.core.term.Parameter;

/** √(tp/(tp+fp) · tp/(tp+fn)); everything else about it stands in its {@link MetricInfo}. */
@MetricInfo(
    id = "fowlkes_mallows",
    aliases = {"fowlkes_mallows_index"},
    summary = "Fowlkes–Mallows index: the geometric mean of precision and recall.",
    formula = "√(tp/(tp+fp) · tp/(tp+fn))",
    range = "[0, 1]",
    better = Direction.HIGHER,
    edges = {
      "no row positive, or none predicted so: undefined",
      "no usable rows: undefined",
      "label other than 0 or 1: row skipped, n_domain"
    },
    use = "Above F1, and equal to it where precision is recall.",
    source = "Fowlkes, Mallows 1983")
public record FowlkesMallows(
    @Parameter(doc = Confusion.THRESHOLD, range = Confusion.FINITE) double threshold)
    implements ConfusionMetric {
  /** At ½. */
  public FowlkesMallows() {
    this(Confusion.DEFAULT_THRESHOLD);
  }

  @Override
  public MetricValue value(Confusion counts) {
    Dyadic margins = counts.predictedPositives().times(counts.positives());
    return margins.signum() == 0
        ? MetricValue.undefined("no row is positive, or none is predicted so")
        : MetricValue.exact(Math.sqrt(counts.tp().squared().over(margins)));
  }
}
