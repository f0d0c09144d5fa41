package dev.slicewise.core.metric.calibration;

import dev.slicewise.core.metric.Metric;
import java.util.List;

/** The metrics of calibration. One line each. */
public final class CalibrationMetrics {
  /** All of them. */
  public static final List<Metric> ALL =
      List.of(
          new AdaptiveCalibrationError(),
          new CalibrationByBin(),
          new CalibrationIntercept(),
          new CalibrationInterceptOffset(),
          new CalibrationSlope(),
          new CorpDiscrimination(),
          new CorpMiscalibration(),
          new CorpReliabilityCurve(),
          new CorpUncertainty(),
          new ClasswiseCalibrationError(),
          new ExpectedCalibrationError(),
          new TopLabelCalibrationError(),
          new HosmerLemeshow(),
          new LinearCalibrationIntercept(),
          new LinearCalibrationSlope(),
          new MaximumCalibrationError(),
          new MaximumLogCalibrationRatio(),
          new MurphyReliability(),
          new MurphyResolution(),
          new MurphyUncertainty(),
          new PitChiSquare(),
          new PitHistogram(),
          new PitKolmogorovSmirnov(),
          new QuantileCalibrationError(),
          new Refinement(),
          new ReliabilityCurve(),
          new RmsCalibrationError(),
          new SignedCalibrationError(),
          new SpiegelhalterZ(),
          new WithinBinCovariance(),
          new WithinBinVariance());

  private CalibrationMetrics() {}
}
