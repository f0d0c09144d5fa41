package dev.slicewise.core.term.loss;

import dev.slicewise.core.term.Domain;
import dev.slicewise.core.term.Role;

/** The columns of preference data: a row is a pair of answers of which one was chosen. */
public final class PreferencePairs {
  /** Log-probability of the chosen answer under the model. */
  public static final Role POLICY_CHOSEN = new Role("policy_chosen_logps");

  /** Log-probability of the rejected answer under the model. */
  public static final Role POLICY_REJECTED = new Role("policy_rejected_logps");

  /** Log-probability of the chosen answer under the reference model. */
  public static final Role REFERENCE_CHOSEN = new Role("reference_chosen_logps");

  /** Log-probability of the rejected answer under the reference model. */
  public static final Role REFERENCE_REJECTED = new Role("reference_rejected_logps");

  /** A reward model's reward of the chosen answer. */
  public static final Role REWARD_CHOSEN = new Role("reward_chosen");

  /** A reward model's reward of the rejected answer. */
  public static final Role REWARD_REJECTED = new Role("reward_rejected");

  /** Rows with four finite log-probabilities. */
  public static final Domain LOG_PROBABILITIES =
      Domain.of(POLICY_CHOSEN, POLICY_REJECTED, REFERENCE_CHOSEN, REFERENCE_REJECTED);

  /** Rows with two finite rewards. */
  public static final Domain REWARDS = Domain.of(REWARD_CHOSEN, REWARD_REJECTED);

  private PreferencePairs() {}
}
