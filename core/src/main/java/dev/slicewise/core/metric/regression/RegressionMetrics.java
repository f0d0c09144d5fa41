package dev.slicewise.core.metric.regression;

import dev.slicewise.core.metric.Metric;
import java.util.List;

/** The metrics of regression and forecasting. One line each. */
public final class RegressionMetrics {
  /** All of them. */
  public static final List<Metric> ALL =
      List.of(
          new CalibrationRatio(),
          new MaxError(),
          new MeanAbsoluteError(),
          new MeanError(),
          new MeanSquaredError(),
          new MedianAbsoluteError(),
          new NormalizedRmse(),
          new QuantileAbsError(),
          new R2Score(),
          new RootMeanSquaredError(),
          new WeightedMeanAbsolutePercentageError());

  private RegressionMetrics() {}
}
