package dev.slicewise.core.metric.binary;

import dev.slicewise.core.metric.MetricInfo;
import dev.slicewise.core.metric.MetricInfo.Direction;
import dev.slicewise.core.metric.MetricValue;
import dev.slicewise.core.term.Parameter;

/** tpr / fpr; everything else about it stands in its {@link MetricInfo}. */
@MetricInfo(
    id = "positive_likelihood_ratio",
    aliases = {"lr_plus"},
    summary =
        "Positive likelihood ratio: how many times the odds of label 1 grow when the decision"
            + " is positive.",
    formula = "tpr / fpr",
    range = "[0, inf)",
    better = Direction.HIGHER,
    edges = {
      "no false positive, or one class only: undefined",
      "no usable rows: undefined",
      "label other than 0 or 1: row skipped, n_domain"
    },
    use = "Multiply prior odds by it; it does not depend on the base rate.",
    source = "scikit-learn 1.2 class_likelihood_ratios")
public record PositiveLikelihoodRatio(
    @Parameter(doc = Confusion.THRESHOLD, range = Confusion.FINITE) double threshold)
    implements ConfusionMetric {
  /** At ½. */
  public PositiveLikelihoodRatio() {
    this(Confusion.DEFAULT_THRESHOLD);
  }

  @Override
  public MetricValue value(Confusion counts) {
    return Confusion.ratio(
        counts.tp().times(counts.negatives()),
        counts.fp().times(counts.positives()),
        "no false positive, or no row with label 1");
  }
}
