package dev.slicewise.core.metric.calibration;

import dev.slicewise.core.metric.Metric;
import dev.slicewise.core.metric.MetricInfo;
import dev.slicewise.core.metric.MetricInfo.Direction;
import dev.slicewise.core.metric.MetricValue;
import dev.slicewise.core.statistic.StateView;
import dev.slicewise.core.statistic.Statistic;
import java.util.List;

/** The intercept of the label's regression on the prediction. */
@MetricInfo(
    id = "linear_calibration_intercept",
    summary =
        "Intercept of the straight line that best turns predictions into labels; 0 when"
            + " calibrated.",
    formula = "a = mean(y) − b·mean(p), b = cov(y, p) / var(p)",
    units = "units of the label",
    range = "(-inf, inf)",
    better = Direction.ZERO,
    edges = {
      "no usable rows: undefined",
      "one row, or all predictions equal: undefined",
      "all labels equal: that label",
      "sums that overflow: undefined"
    },
    use =
        "Read it with linear_calibration_slope; where predictions lie far from 0 it alone"
            + " says little, mean_error does.",
    source = "Mincer, Zarnowitz 1969; numpy 1.24 polyfit(p, y, 1)")
public record LinearCalibrationIntercept() implements Metric {
  @Override
  public List<Statistic<?>> needs() {
    return LinearRecalibration.NEEDS;
  }

  @Override
  public MetricValue value(StateView states) {
    return LinearRecalibration.intercept(states);
  }
}
