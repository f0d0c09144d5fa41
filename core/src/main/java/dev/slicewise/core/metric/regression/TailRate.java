package dev.slicewise.core.metric.regression;

import dev.slicewise.core.metric.MetricInfo;
import dev.slicewise.core.metric.MetricInfo.Direction;
import dev.slicewise.core.metric.RateOfRows;
import dev.slicewise.core.statistic.CellCounts;
import dev.slicewise.core.term.Compare;
import dev.slicewise.core.term.Parameter;
import dev.slicewise.core.term.Residual;

/** Share of rows beyond a tolerance; everything else stands in its {@link MetricInfo}. */
@MetricInfo(
    id = "tail_rate",
    aliases = {"exceedance_rate"},
    summary = "Share of rows whose absolute error exceeds a limit.",
    formula = "Σ w·1{|e| > limit} / W",
    range = "[0, 1]",
    better = Direction.LOWER,
    edges = {"no usable rows: undefined", "|e| = limit does not exceed"},
    use =
        "A tolerance that the business agreed on, as a rate. How far beyond the limit does not"
            + " matter here; tail_mean_abs_error tells.")
public record TailRate(
    @Parameter(
            doc = "the largest error that is tolerated, in units of the label",
            range = "[0, inf)")
        double limit)
    implements RateOfRows {

  /** Beyond 1. */
  public TailRate() {
    this(1.0);
  }

  /** Cell 1 holds the rows beyond the limit. */
  static CellCounts table(double limit) {
    return CellCounts.of(Compare.above(Residual.ABSOLUTE, limit));
  }

  @Override
  public CellCounts table() {
    return table(limit);
  }

  @Override
  public double[] counted() {
    return new double[] {0, 1};
  }
}
