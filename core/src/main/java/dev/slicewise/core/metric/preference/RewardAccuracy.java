package dev.slicewise.core.metric.preference;

import dev.slicewise.core.metric.MetricInfo;
import dev.slicewise.core.metric.MetricInfo.Direction;
import dev.slicewise.core.term.Term;
import dev.slicewise.core.term.loss.ImplicitRewardMargin;

/**
 * How often implicit rewards order pairs as people did; everything else about it stands in its
 * {@link MetricInfo}.
 */
@MetricInfo(
    id = "reward_accuracy",
    aliases = {"implicit_reward_accuracy"},
    summary =
        "Reward accuracy: the share of pairs in which DPO's implicit reward of the chosen answer is higher.",
    formula = "(#{h > 0} + ½·#{h = 0}) / n, h as in dpo",
    range = "[0, 1]",
    better = Direction.HIGHER,
    edges = {"no usable rows: undefined", "a tie: half a row; detail ties is the share of ties"},
    use =
        "Whatever beta is: only the sign counts. A model equal to its reference has ½ by ties, not by merit; look at the detail.",
    source = "TRL 0.9 rewards/accuracies, which counts ties as losses")
public record RewardAccuracy() implements Contest {
  @Override
  public Term lead() {
    return new ImplicitRewardMargin();
  }
}
