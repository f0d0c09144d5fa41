package dev.slicewise.core.metric.binary;

import dev.slicewise.core.metric.MetricInfo;
import dev.slicewise.core.metric.MetricInfo.Direction;
import dev.slicewise.core.metric.MetricValue;
import dev.slicewise.core.term.Parameter;

/** fnr / tnr; everything else about it stands in its {@link MetricInfo}. */
@MetricInfo(
    id = "negative_likelihood_ratio",
    aliases = {"lr_minus"},
    summary =
        "Negative likelihood ratio: what the odds of label 1 are multiplied by when the"
            + " decision is negative.",
    formula = "fnr / tnr",
    range = "[0, inf)",
    better = Direction.LOWER,
    edges = {
      "no true negative, or one class only: undefined",
      "no usable rows: undefined",
      "label other than 0 or 1: row skipped, n_domain"
    },
    use = "Below 0.1 a negative decision all but rules label 1 out.",
    source = "scikit-learn 1.2 class_likelihood_ratios")
public record NegativeLikelihoodRatio(
    @Parameter(doc = Confusion.THRESHOLD, range = Confusion.FINITE) double threshold)
    implements ConfusionMetric {
  /** At ½. */
  public NegativeLikelihoodRatio() {
    this(Confusion.DEFAULT_THRESHOLD);
  }

  @Override
  public MetricValue value(Confusion counts) {
    return Confusion.ratio(
        counts.fn().times(counts.negatives()),
        counts.tn().times(counts.positives()),
        "no true negative, or no row with label 1");
  }
}
