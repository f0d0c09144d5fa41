package dev.slicewise.core.metric.combined;

import dev.slicewise.core.metric.Metric;
import java.util.List;

/** Combinations and penalties. One line each. */
public final class CombinedMetrics {
  /** All of them. */
  public static final List<Metric> ALL =
      List.of(
          new Composite(),
          new ElasticNetPenalty(),
          new Gradnorm(),
          new L1Penalty(),
          new L2Penalty(),
          new MoeLoadBalance());

  private CombinedMetrics() {}
}
