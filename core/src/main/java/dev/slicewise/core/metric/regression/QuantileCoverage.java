package dev.slicewise.core.metric.regression;

import dev.slicewise.core.metric.MetricInfo;
import dev.slicewise.core.metric.MetricInfo.Direction;
import dev.slicewise.core.metric.MetricValue;
import dev.slicewise.core.metric.RateOfRows;
import dev.slicewise.core.statistic.CellCounts;
import dev.slicewise.core.statistic.StateView;
import dev.slicewise.core.term.Parameter;

/** Share of labels up to a predicted quantile; the rest stands in its {@link MetricInfo}. */
@MetricInfo(
    id = "quantile_coverage",
    summary =
        "Share of labels at or below the prediction, which is meant to be their tau-quantile.",
    formula = "Σ w·1{y ≤ p} / W, to be compared with tau; detail gap = value − tau",
    range = "[0, 1]",
    better = Direction.NONE,
    edges = {"no usable rows: undefined", "y = p counts as covered"},
    use =
        "A forecast of the 90 % quantile covers 90 % of the labels, in every slice. Coverage alone is"
            + " no merit: a huge constant covers everything; read mean_pinball_loss beside it.",
    source = "numpy mean of label <= prediction")
public record QuantileCoverage(
    @Parameter(doc = "the quantile that the prediction claims to be", range = "(0, 1)") double tau)
    implements RateOfRows {

  /** Of the median. */
  public QuantileCoverage() {
    this(0.5);
  }

  @Override
  public CellCounts table() {
    return ErrorSides.TABLE;
  }

  @Override
  public double[] counted() {
    return new double[] {1, 1, 0, 0};
  }

  @Override
  public MetricValue value(StateView states) {
    return RateOfRows.super.value(states) instanceof MetricValue.Scalar share
        ? share.with("gap", share.value() - tau)
        : RateOfRows.super.value(states);
  }
}
