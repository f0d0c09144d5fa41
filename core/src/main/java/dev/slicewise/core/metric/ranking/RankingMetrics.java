package dev.slicewise.core.metric.ranking;

import dev.slicewise.core.metric.Metric;
import java.util.List;

/** The metrics of ranked lists. One line each. */
public final class RankingMetrics {
  /** All of them. */
  public static final List<Metric> ALL =
      List.of(
          new FallOutAtK(),
          new Gauc(),
          new HitRateAtK(),
          new MapAtK(),
          new MinLabelPosition(),
          new Mrr(),
          new NdcgAtK(),
          new PairwiseAccuracy(),
          new PrecisionAtK(),
          new QueryStatistics(),
          new RPrecision(),
          new RecallAtK());

  private RankingMetrics() {}
}
