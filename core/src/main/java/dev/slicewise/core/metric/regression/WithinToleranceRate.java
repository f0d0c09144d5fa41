package dev.slicewise.core.metric.regression;

import dev.slicewise.core.metric.MetricInfo;
import dev.slicewise.core.metric.MetricInfo.Direction;
import dev.slicewise.core.metric.RateOfRows;
import dev.slicewise.core.statistic.CellCounts;
import dev.slicewise.core.term.Parameter;

/** Share of rows within a tolerance; everything else stands in its {@link MetricInfo}. */
@MetricInfo(
    id = "within_tolerance_rate",
    aliases = {"hit_rate_within"},
    summary = "Share of rows whose absolute error is at most a limit.",
    formula = "Σ w·1{|e| ≤ limit} / W = 1 − tail_rate",
    range = "[0, 1]",
    better = Direction.HIGHER,
    edges = {"no usable rows: undefined", "|e| = limit is within"},
    use =
        "A promise such as within five minutes, as a rate. It cannot tell a near miss from a wild"
            + " one.")
public record WithinToleranceRate(
    @Parameter(
            doc = "the largest error that is tolerated, in units of the label",
            range = "[0, inf)")
        double limit)
    implements RateOfRows {

  /** Within 1. */
  public WithinToleranceRate() {
    this(1.0);
  }

  @Override
  public CellCounts table() {
    return TailRate.table(limit);
  }

  @Override
  public double[] counted() {
    return new double[] {1, 0};
  }
}
