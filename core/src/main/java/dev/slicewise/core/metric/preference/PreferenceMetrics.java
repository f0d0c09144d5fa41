package dev.slicewise.core.metric.preference;

import dev.slicewise.core.metric.Metric;
import java.util.List;

/** The metrics of preferences and rewards. One line each. */
public final class PreferenceMetrics {
  /** All of them. */
  public static final List<Metric> ALL =
      List.of(
          new KlPenalizedReward(),
          new MeanKl(),
          new PreferenceAccuracy(),
          new RewardAccuracy(),
          new RewardMargin(),
          new WinRate());

  private PreferenceMetrics() {}
}
