package dev.slicewise.core.metric.preference;

import dev.slicewise.core.term.Admitted;
import dev.slicewise.core.term.Difference;
import dev.slicewise.core.term.Domain;
import dev.slicewise.core.term.Role;
import dev.slicewise.core.term.Term;

/** r − β(ln π − ln ref): what a policy is worth after paying for leaving its reference. */
record RewardLessPenalty(double beta) implements Term {
  /** The reward of the model's own answer. */
  static final Role REWARD = new Role("reward");

  /** Log-probability of the answer under the model that gave it. */
  static final Role POLICY = new Role("policy_logps");

  /** Log-probability of the answer under the reference model. */
  static final Role REFERENCE = new Role("reference_logps");

  /** ln π − ln ref of one answer: one draw of the divergence. */
  static final Difference LOG_RATIO =
      new Difference(Domain.of(POLICY, REFERENCE), POLICY, REFERENCE);

  @Override
  public Domain domain() {
    return Domain.of(REWARD, POLICY, REFERENCE);
  }

  @Override
  public void fill(Admitted rows, double[] out) {
    double[] reward = rows.column(REWARD);
    double[] policy = rows.column(POLICY);
    double[] reference = rows.column(REFERENCE);
    for (int i = 0; i < rows.size(); i++) {
      // Without a price not even an infinite divergence costs anything; 0·∞ would be NaN.
      out[i] = beta == 0 ? reward[i] : reward[i] - beta * (policy[i] - reference[i]);
    }
  }
}
