package dev.slicewise.core.metric.regression;

import dev.slicewise.core.metric.MetricInfo;
import dev.slicewise.core.metric.MetricInfo.Direction;
import dev.slicewise.core.metric.RateOfRows;
import dev.slicewise.core.statistic.CellCounts;

/** Share of rows predicted too low; everything else stands in its {@link MetricInfo}. */
@MetricInfo(
    id = "under_rate",
    aliases = {"under_prediction_rate"},
    summary = "Share of rows whose prediction is below the label.",
    formula = "Σ w·1{e < 0} / W",
    range = "[0, 1]",
    better = Direction.NONE,
    edges = {"no usable rows: undefined", "e = 0 counts on neither side"},
    use =
        "Stock-outs, missed deadlines, short staffing: how often the model fell short. It says nothing"
            + " about by how much; asymmetric_cost does.",
    source = "numpy mean of prediction < label")
public record UnderRate() implements RateOfRows {
  @Override
  public CellCounts table() {
    return ErrorSides.TABLE;
  }

  @Override
  public double[] counted() {
    return new double[] {0, 0, 1, 0};
  }
}
