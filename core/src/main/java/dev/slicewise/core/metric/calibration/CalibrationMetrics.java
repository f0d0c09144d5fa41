package dev.slicewise.core.metric.calibration;

import dev.slicewise.core.metric.Metric;
import java.util.List;

/** The metrics of calibration. One line each. */
public final class CalibrationMetrics {
  /** All of them. */
  public static final List<Metric> ALL =
      List.of(
          new ReliabilityCurve(),
          new ExpectedCalibrationError(),
          new MaximumCalibrationError(),
          new RmsCalibrationError(),
          new AdaptiveCalibrationError(),
          new SignedCalibrationError(),
          new CalibrationIntercept(),
          new CalibrationSlope(),
          new CalibrationInterceptOffset(),
          new MurphyReliability(),
          new MurphyResolution(),
          new MurphyUncertainty(),
          new WithinBinVariance(),
          new WithinBinCovariance(),
          new Refinement(),
          new HosmerLemeshow(),
          new SpiegelhalterZ(),
          new CalibrationByBin(),
          new MaximumLogCalibrationRatio(),
          new LinearCalibrationSlope(),
          new LinearCalibrationIntercept(),
          new PitHistogram(),
          new PitKolmogorovSmirnov(),
          new PitChiSquare(),
          new QuantileCalibrationError());

  private CalibrationMetrics() {}
}
