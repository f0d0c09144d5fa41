package dev.slicewise.core.metric.binary;

import dev.slicewise.core.metric.MetricInfo;
import dev.slicewise.core.metric.MetricInfo.Direction;
import dev.slicewise.core.term.Parameter;

/** #{ŷ_A ≠ ŷ_B} / n, A the baseline; everything else about it stands in its {@link MetricInfo}. */
@MetricInfo(
    id = "flip_rate",
    aliases = {"boolean_flip_rate"},
    summary = "Flip rate: the share of rows that two models decide differently.",
    formula = "#{ŷ_A ≠ ŷ_B} / n, A the baseline",
    range = "[0, 1]",
    better = Direction.NONE,
    edges = {"no usable rows: undefined", "label other than 0 or 1: row skipped, n_domain"},
    use =
        "Two models of equal accuracy can disagree on many rows; each of them is somebody who"
            + " notices.",
    source =
        "TensorFlow Model Analysis BooleanFlipRates, which counts scores above, not at, the"
            + " threshold")
public record FlipRate(
    @Parameter(doc = Confusion.THRESHOLD, range = Confusion.FINITE) double threshold)
    implements PairedDecisions.Share {
  /** At ½. */
  public FlipRate() {
    this(Confusion.DEFAULT_THRESHOLD);
  }

  @Override
  public boolean counts(boolean baseline, boolean prediction) {
    return baseline != prediction;
  }
}
