package dev.slicewise.core.metric.drift;

import dev.slicewise.core.metric.MetricInfo;
import dev.slicewise.core.metric.MetricInfo.Direction;
import dev.slicewise.core.term.Parameter;

/** Validation less training; everything else about it stands in its {@link MetricInfo}. */
@MetricInfo(
    id = "generalization_gap",
    summary =
        "Generalization gap: the value of any metric on validation rows less that on training rows.",
    formula = "metric(validation) − metric(train); details reference and current",
    units = "units of the metric",
    range = "(-inf, inf)",
    better = Direction.ZERO,
    edges = {
      "the metric undefined or without rows on a side: undefined",
      "a split that is neither side: row skipped, n_domain; NULL: row skipped, n_null"
    },
    exactness = "as exact as the metric on both sides; one rounding more",
    use =
        "What a model learnt by heart. A gap is no fault while validation still improves; a model that"
            + " is bad on both has none.",
    source = "Zou and Donner 2008 for the interval")
public record GeneralizationGap(
    @Parameter(doc = MetricChange.METRIC) String metric,
    @Parameter(doc = "the value of split in the training rows") String reference,
    @Parameter(doc = "the value of split in the validation rows") String current)
    implements MetricChange {
  /** Of the mean absolute error, validation against train. */
  public GeneralizationGap() {
    this("mean_absolute_error", "train", "validation");
  }
}
