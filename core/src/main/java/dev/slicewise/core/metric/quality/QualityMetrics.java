package dev.slicewise.core.metric.quality;

import dev.slicewise.core.metric.Metric;
import java.util.List;

/** Counts and data quality. One line each. */
public final class QualityMetrics {
  /** All of them. */
  public static final List<Metric> ALL =
      List.of(
          new ClippedRate(),
          new DistinctValues(),
          new InfRate(),
          new InvalidRate(),
          new MaxValue(),
          new MeanLabel(),
          new MeanPrediction(),
          new MeanValue(),
          new MinValue(),
          new NanRate(),
          new NullRate(),
          new PredictionHistogram(),
          new RowCount(),
          new StdValue(),
          new WeightedCount(),
          new ZeroRate());

  private QualityMetrics() {}
}
