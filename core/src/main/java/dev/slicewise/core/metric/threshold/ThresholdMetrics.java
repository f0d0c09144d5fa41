package dev.slicewise.core.metric.threshold;

import dev.slicewise.core.metric.Metric;
import java.util.List;

/** The metrics of binary classification over all thresholds. One line each. */
public final class ThresholdMetrics {
  /** All of them. */
  public static final List<Metric> ALL =
      List.of(
          new AveragePrecision(),
          new ConfusionMatrixAtThresholds(),
          new CostCurve(),
          new D2BrierScore(),
          new D2LogLossScore(),
          new DetCurve(),
          new FprAtTpr(),
          new Gain(),
          new Gini(),
          new KsStatistic(),
          new Lift(),
          new MaxF1(),
          new MinExpectedCost(),
          new NormalizedEntropy(),
          new NormalizedGini(),
          new OptimalThreshold(),
          new PrAucTrapezoid(),
          new PrCurve(),
          new PrecisionAtRecall(),
          new RecallAtFalsePositiveRate(),
          new RecallAtPrecision(),
          new RocAuc(),
          new RocCurve(),
          new SensitivityAtSpecificity(),
          new SpecificityAtSensitivity(),
          new TjurR2());

  private ThresholdMetrics() {}
}
