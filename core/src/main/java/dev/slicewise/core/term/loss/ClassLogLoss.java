package dev.slicewise.core.term.loss;

import dev.slicewise.core.term.Admitted;
import dev.slicewise.core.term.Domain;
import dev.slicewise.core.term.Role;
import dev.slicewise.core.term.Term;

/**
 * The log loss of the rows of one class, 0 on the others: from the two sums follow the weighted log
 * loss for any weights, and the balanced one, without reading the rows again.
 *
 * @param label the class, 0 or 1
 */
public record ClassLogLoss(int label) implements Term {
  /** −ln q where the label is 1. */
  public static final ClassLogLoss POSITIVES = new ClassLogLoss(1);

  /** −ln(1 − q) where the label is 0. */
  public static final ClassLogLoss NEGATIVES = new ClassLogLoss(0);

  @Override
  public Domain domain() {
    return Domain.BINARY_PROBABILITY;
  }

  @Override
  public void fill(Admitted rows, double[] out) {
    double[] labels = rows.column(Role.LABEL);
    double[] predictions = rows.column(Role.PREDICTION);
    for (int i = 0; i < rows.size(); i++) {
      out[i] =
          labels[i] == label
              ? Probabilities.logLoss(
                  labels[i], Probabilities.clip(predictions[i], Probabilities.EPS))
              : 0.0;
    }
  }
}
