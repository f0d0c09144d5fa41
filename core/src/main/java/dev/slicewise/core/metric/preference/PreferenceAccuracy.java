package dev.slicewise.core.metric.preference;

import dev.slicewise.core.metric.MetricInfo;
import dev.slicewise.core.metric.MetricInfo.Direction;
import dev.slicewise.core.term.Difference;
import dev.slicewise.core.term.Term;
import dev.slicewise.core.term.loss.PreferencePairs;

/**
 * How often rewards order pairs as people did; everything else about it stands in its {@link
 * MetricInfo}.
 */
@MetricInfo(
    id = "preference_accuracy",
    aliases = {"reward_model_accuracy", "pairwise_preference_accuracy"},
    summary =
        "Preference accuracy: the share of pairs in which the chosen answer has the higher reward.",
    formula = "(#{r_c > r_r} + ½·#{r_c = r_r}) / n, columns reward_chosen and reward_rejected",
    range = "[0, 1]",
    better = Direction.HIGHER,
    edges = {"no usable rows: undefined", "a tie: half a row; detail ties is the share of ties"},
    use =
        "Chance is ½. Human raters agree with one another on 60 to 80 % of such pairs, which bounds what can be hoped for.",
    source = "Ouyang et al. 2022, arXiv:2203.02155, with ties")
public record PreferenceAccuracy() implements Contest {
  @Override
  public Term lead() {
    return new Difference(
        PreferencePairs.REWARDS, PreferencePairs.REWARD_CHOSEN, PreferencePairs.REWARD_REJECTED);
  }
}
