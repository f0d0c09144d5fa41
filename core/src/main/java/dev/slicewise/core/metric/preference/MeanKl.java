package dev.slicewise.core.metric.preference;

import dev.slicewise.core.interval.IntervalMethod;
import dev.slicewise.core.interval.MeanInterval;
import dev.slicewise.core.metric.Metric;
import dev.slicewise.core.metric.MetricInfo;
import dev.slicewise.core.metric.MetricInfo.Direction;
import dev.slicewise.core.metric.MetricValue;
import dev.slicewise.core.metric.TermMean;
import dev.slicewise.core.statistic.StateView;
import dev.slicewise.core.statistic.Statistic;
import dev.slicewise.core.statistic.Sum;
import java.util.List;

/** The divergence from a reference model; everything else stands in its {@link MetricInfo}. */
@MetricInfo(
    id = "mean_kl",
    aliases = {"policy_kl", "kl_from_reference"},
    summary = "Mean KL: how far a policy has moved from its reference, on its own answers.",
    formula = "Σ w·(ln π − ln ref) / W, columns policy_logps and reference_logps",
    units = "nats an answer",
    range = "(-inf, inf)",
    better = Direction.ZERO,
    edges = {
      "no usable rows: undefined",
      "a difference that overflows: infinite, or undefined when both infinities occur"
    },
    use =
        "An unbiased estimate of the divergence when the answers were drawn from π; single rows, and"
            + " so small slices, can be negative. Longer answers have more of it.",
    source = "Ziegler et al. 2019, arXiv:1909.08593")
public record MeanKl() implements Metric {
  @Override
  public List<Statistic<?>> needs() {
    return List.of(Sum.of(RewardLessPenalty.LOG_RATIO));
  }

  @Override
  public MetricValue value(StateView states) {
    return TermMean.of(states, RewardLessPenalty.LOG_RATIO);
  }

  @Override
  public IntervalMethod interval() {
    return MeanInterval.of(RewardLessPenalty.LOG_RATIO);
  }
}
