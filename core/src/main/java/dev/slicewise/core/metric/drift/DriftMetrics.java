package dev.slicewise.core.metric.drift;

import dev.slicewise.core.metric.Metric;
import java.util.List;

/** The metrics that compare two sides. One line each. */
public final class DriftMetrics {
  /** All of them. */
  public static final List<Metric> ALL =
      List.of(
          new AndersonDarlingKsamp(),
          new CentroidDistance(),
          new Chi2(),
          new ColumnProfile(),
          new CosineShift(),
          new CramersV(),
          new DistinctCountRatio(),
          new DriftKlDivergence(),
          new DriftKsStatistic(),
          new EnergyDistance(),
          new FrechetDistance(),
          new GeneralizationGap(),
          new Hellinger(),
          new JsDistance(),
          new KsPValue(),
          new LInfinityDistance(),
          new MeanShift(),
          new MetricDrift(),
          new MissingRateShift(),
          new NewCategoryRate(),
          new PopulationStabilityIndex(),
          new StdRatio(),
          new TotalVariation(),
          new TrainingServingSkew(),
          new Wasserstein1());

  private DriftMetrics() {}
}
