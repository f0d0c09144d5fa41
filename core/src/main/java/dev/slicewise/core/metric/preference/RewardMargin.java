package dev.slicewise.core.metric.preference;

import dev.slicewise.core.metric.Metric;
import dev.slicewise.core.metric.MetricInfo;
import dev.slicewise.core.metric.MetricInfo.Direction;
import dev.slicewise.core.metric.MetricValue;
import dev.slicewise.core.numeric.Dyadic;
import dev.slicewise.core.numeric.ExactSum;
import dev.slicewise.core.statistic.StateView;
import dev.slicewise.core.statistic.Statistic;
import dev.slicewise.core.statistic.Sum;
import dev.slicewise.core.term.Parameter;
import dev.slicewise.core.term.loss.ImplicitRewardMargin;
import dev.slicewise.core.term.loss.PreferencePairs;
import java.util.List;

/** The mean margin of implicit rewards; everything else stands in its {@link MetricInfo}. */
@MetricInfo(
    id = "reward_margin",
    aliases = {"implicit_reward_margin"},
    summary = "Reward margin: by how much DPO's implicit reward of the chosen answer is higher.",
    formula = "Σ w·h / W, h = β·[(ln π_c − ln ref_c) − (ln π_r − ln ref_r)], columns as in dpo",
    units = "nats",
    range = "(-inf, inf)",
    better = Direction.HIGHER,
    edges = {
      "no usable rows: undefined",
      "a margin that overflows: infinite, or undefined when both infinities occur"
    },
    use =
        "Grows with training long after reward_accuracy stands still; a margin that grows because"
            + " both answers become less likely is over-optimisation.",
    source = "TRL 0.9 rewards/margins")
public record RewardMargin(
    @Parameter(doc = "how far the model may leave its reference", range = "(0, inf)") double beta)
    implements Metric {
  private static final Sum MARGINS = Sum.of(new ImplicitRewardMargin());

  /** With β = 0.1. */
  public RewardMargin() {
    this(0.1);
  }

  @Override
  public List<Statistic<?>> needs() {
    return List.of(MARGINS);
  }

  @Override
  public MetricValue value(StateView states) {
    ExactSum sum = states.sum(MARGINS);
    Dyadic weight = states.rows(PreferencePairs.LOG_PROBABILITIES).exactWeight();
    return sum.overflows() > 0
        ? MetricValue.finite(sum.value())
        : MetricValue.exact(sum.toDyadic().times(Dyadic.of(beta)).over(weight));
  }
}
