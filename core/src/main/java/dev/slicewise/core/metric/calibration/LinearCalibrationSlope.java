package dev.slicewise.core.metric.calibration;

import dev.slicewise.core.metric.Metric;
import dev.slicewise.core.metric.MetricInfo;
import dev.slicewise.core.metric.MetricInfo.Direction;
import dev.slicewise.core.metric.MetricValue;
import dev.slicewise.core.statistic.StateView;
import dev.slicewise.core.statistic.Statistic;
import java.util.List;

/** The slope of the label's regression on the prediction. */
@MetricInfo(
    id = "linear_calibration_slope",
    aliases = {"linear_calibration"},
    summary =
        "Slope of the straight line that best turns predictions into labels; 1 when calibrated.",
    formula = "b = cov(y, p) / var(p), of the fit y = a + b·p",
    units = "none",
    range = "(-inf, inf)",
    better = Direction.ONE,
    edges = {
      "no usable rows: undefined",
      "one row, or all predictions equal: undefined",
      "all labels equal: 0",
      "sums that overflow: undefined"
    },
    use =
        "Below 1 predictions are spread too far, above 1 too little. It is one line over"
            + " the whole range: calibration_by_bin shows where it bends.",
    source = "Mincer, Zarnowitz 1969; numpy 1.24 polyfit(p, y, 1)")
public record LinearCalibrationSlope() implements Metric {
  @Override
  public List<Statistic<?>> needs() {
    return LinearRecalibration.NEEDS;
  }

  @Override
  public MetricValue value(StateView states) {
    return LinearRecalibration.slope(states);
  }
}
