package dev.slicewise.core.metric.quality;

import dev.slicewise.core.metric.MetricInfo;
import dev.slicewise.core.metric.MetricInfo.Direction;
import dev.slicewise.core.metric.RateOfRows;
import dev.slicewise.core.statistic.CellCounts;
import dev.slicewise.core.term.Parameter;
import dev.slicewise.core.term.loss.LogLoss;

/**
 * How often a probability is moved before its logarithm; everything else about it stands in its
 * {@link MetricInfo}.
 */
@MetricInfo(
    id = "clipped_rate",
    summary = "Clipped rate: the share of rows whose probability log_loss moves away from 0 or 1.",
    formula = "Σ w·1{p < eps or p > 1 − eps} / W",
    units = "none",
    range = "[0, 1]",
    better = Direction.NONE,
    edges = {
      "no usable rows: undefined",
      "label outside [0, 1] or probability beyond tolerance: row skipped, n_domain"
    },
    use =
        "Each such row would have a log loss of 0 or infinity. Many of them are a finding about the model: it claims certainty.")
public record ClippedRate(
    @Parameter(doc = "distance from 0 and 1 at which log_loss clips", range = "(0, 0.5)")
        double eps)
    implements RateOfRows {
  /** At the eps of log_loss. */
  public ClippedRate() {
    this(0x1p-52);
  }

  @Override
  public CellCounts table() {
    return CellCounts.of(new LogLoss(eps, false, LogLoss.Base.E, 0.0).clipped().orElseThrow());
  }

  @Override
  public double[] counted() {
    return new double[] {0, 1};
  }
}
