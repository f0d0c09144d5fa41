package dev.slicewise.core.metric.binary;

import dev.slicewise.core.metric.MetricInfo;
import dev.slicewise.core.metric.MetricInfo.Direction;
import dev.slicewise.core.term.Parameter;

/** (tp + fp) / n; everything else about it stands in its {@link MetricInfo}. */
@MetricInfo(
    id = "predicted_positive_rate",
    aliases = {"selection_rate"},
    summary = "Selection rate: the share of rows predicted positive.",
    formula = "(tp + fp) / n",
    range = "[0, 1]",
    better = Direction.NONE,
    edges = {"no usable rows: undefined", "label other than 0 or 1: row skipped, n_domain"},
    use = "What a team downstream has to handle; equal rates over groups are demographic parity.",
    source = "fairlearn selection_rate")
public record PredictedPositiveRate(
    @Parameter(doc = Confusion.THRESHOLD, range = Confusion.FINITE) double threshold)
    implements ConfusionRatio {
  /** At ½. */
  public PredictedPositiveRate() {
    this(Confusion.DEFAULT_THRESHOLD);
  }

  @Override
  public double[] numerator() {
    return Confusion.cells(1, 1, 0, 0);
  }

  @Override
  public double[] denominator() {
    return Confusion.cells(1, 1, 1, 1);
  }

  @Override
  public String whenZero() {
    return "no rows";
  }
}
