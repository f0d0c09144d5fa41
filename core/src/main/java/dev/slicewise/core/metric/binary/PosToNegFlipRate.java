package dev.slicewise.core.metric.binary;

import dev.slicewise.core.metric.MetricInfo;
import dev.slicewise.core.metric.MetricInfo.Direction;
import dev.slicewise.core.term.Parameter;

/**
 * #{ŷ_A = 1, ŷ_B = 0} / n, A the baseline; everything else about it stands in its {@link
 * MetricInfo}.
 */
@MetricInfo(
    id = "pos_to_neg_flip_rate",
    summary = "Share of rows that the baseline decides positive and the prediction negative.",
    formula = "#{ŷ_A = 1, ŷ_B = 0} / n, A the baseline",
    range = "[0, 1]",
    better = Direction.NONE,
    edges = {"no usable rows: undefined", "label other than 0 or 1: row skipped, n_domain"},
    use = "The denominator is all rows, so the two directions add up to flip_rate.",
    source =
        "TensorFlow Model Analysis BooleanFlipRates, which counts scores above, not at, the"
            + " threshold")
public record PosToNegFlipRate(
    @Parameter(doc = Confusion.THRESHOLD, range = Confusion.FINITE) double threshold)
    implements PairedDecisions.Share {
  /** At ½. */
  public PosToNegFlipRate() {
    this(Confusion.DEFAULT_THRESHOLD);
  }

  @Override
  public boolean counts(boolean baseline, boolean prediction) {
    return baseline && !prediction;
  }
}
