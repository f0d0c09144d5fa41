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
import dev.slicewise.core.term.Parameter;
import java.util.List;

/** The objective of RLHF; everything else about it stands in its {@link MetricInfo}. */
@MetricInfo(
    id = "kl_penalized_reward",
    aliases = {"rlhf_objective"},
    summary = "KL-penalised reward: the mean reward less what leaving the reference model costs.",
    formula =
        "Σ w·(r − β(ln π − ln ref)) / W, columns reward, policy_logps and reference_logps, for"
            + " answers drawn from π",
    units = "units of the reward",
    range = "(-inf, inf)",
    better = Direction.HIGHER,
    edges = {
      "no usable rows: undefined",
      "a row that overflows: infinite, or undefined when both infinities occur"
    },
    use =
        "Two policies of equal value may pay with very different divergence: read mean_kl beside"
            + " it. Answers of another policy make it meaningless.",
    source = "Ouyang et al. 2022, arXiv:2203.02155, equation 2 without the pre-training term")
public record KlPenalizedReward(
    @Parameter(doc = "price of a nat of divergence, in units of the reward", range = "[0, inf)")
        double beta)
    implements Metric {
  /** With β = 0.1. */
  public KlPenalizedReward() {
    this(0.1);
  }

  @Override
  public List<Statistic<?>> needs() {
    return List.of(Sum.of(new RewardLessPenalty(beta)));
  }

  @Override
  public MetricValue value(StateView states) {
    return TermMean.of(states, new RewardLessPenalty(beta));
  }

  @Override
  public IntervalMethod interval() {
    return MeanInterval.of(new RewardLessPenalty(beta));
  }
}
