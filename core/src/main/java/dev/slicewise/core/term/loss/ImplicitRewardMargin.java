package dev.slicewise.core.term.loss;

import dev.slicewise.core.term.Admitted;
import dev.slicewise.core.term.Domain;
import dev.slicewise.core.term.Term;

/**
 * How much more a model than its reference prefers the chosen answer: d = (ln π_c − ln ref_c) − (ln
 * π_r − ln ref_r). Its multiple β·d is the margin of DPO's implicit rewards.
 */
public record ImplicitRewardMargin() implements Term {
  @Override
  public Domain domain() {
    return PreferencePairs.LOG_PROBABILITIES;
  }

  /** d of one row. */
  static double of(
      double policyChosen,
      double policyRejected,
      double referenceChosen,
      double referenceRejected) {
    return (policyChosen - referenceChosen) - (policyRejected - referenceRejected);
  }

  @Override
  public void fill(Admitted rows, double[] out) {
    double[] policyChosen = rows.column(PreferencePairs.POLICY_CHOSEN);
    double[] policyRejected = rows.column(PreferencePairs.POLICY_REJECTED);
    double[] referenceChosen = rows.column(PreferencePairs.REFERENCE_CHOSEN);
    double[] referenceRejected = rows.column(PreferencePairs.REFERENCE_REJECTED);
    for (int i = 0; i < rows.size(); i++) {
      out[i] =
          finite(of(policyChosen[i], policyRejected[i], referenceChosen[i], referenceRejected[i]));
    }
  }

  /** A term is never NaN: where both halves overflowed alike, what is left of them is 0. */
  static double finite(double margin) {
    return Double.isNaN(margin) ? 0.0 : margin;
  }
}
