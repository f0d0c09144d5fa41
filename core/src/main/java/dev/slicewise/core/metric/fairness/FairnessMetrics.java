package dev.slicewise.core.metric.fairness;

import dev.slicewise.core.metric.Metric;
import java.util.List;

/** The metrics that compare groups. One line each. */
public final class FairnessMetrics {
  /** All of them. */
  public static final List<Metric> ALL =
      List.of(
          new AccuracyParity(),
          new DemographicParityDifference(),
          new DemographicParityRatio(),
          new EqualOpportunityDifference(),
          new EqualizedOddsDifference(),
          new EqualizedOddsRatio(),
          new GroupCalibrationGap(),
          new GroupMetricGap(),
          new GroupMetrics(),
          new PredictiveParityDifference());

  private FairnessMetrics() {}
}
