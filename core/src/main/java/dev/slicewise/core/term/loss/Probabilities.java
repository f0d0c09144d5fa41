package dev.slicewise.core.term.loss;

import dev.slicewise.core.numeric.Logarithm;
import dev.slicewise.core.term.Admitted;
import dev.slicewise.core.term.Domain;
import dev.slicewise.core.term.Role;
import dev.slicewise.core.term.Term;

/** Logarithms and sigmoids of probabilities that lose no digits, the same bits on every CPU. */
final class Probabilities {
  /** Where logarithms are clipped: scikit-learn's choice for float64 since 1.2. */
  static final double EPS = 0x1p-52;

  private Probabilities() {}

  /** min(max(p, eps), 1 − eps). */
  static double clip(double p, double eps) {
    return Math.min(Math.max(p, eps), 1.0 - eps);
  }

  /** −[y ln q + (1 − y) ln(1 − q)] with 0·ln 0 = 0. */
  static double logLoss(double label, double q) {
    double positive = label == 0.0 ? 0.0 : label * Logarithm.log(q);
    double negative = label == 1.0 ? 0.0 : (1.0 - label) * Logarithm.log1p(-q);
    return 0.0 - positive - negative;
  }

  /** ln(1 + e^s) = −ln σ(−s), never overflowing before s does. */
  static double softplus(double score) {
    return Math.max(score, 0.0) + StrictMath.log1p(StrictMath.exp(-Math.abs(score)));
  }

  /** 1 / (1 + e^−s), never overflowing; σ(−s) is 1 − σ(s) without the cancellation. */
  static double sigmoid(double score) {
    if (score >= 0) {
      return 1.0 / (1.0 + StrictMath.exp(-score));
    }
    double odds = StrictMath.exp(score);
    return odds / (1.0 + odds);
  }

  /** σ(s) − y, exact in its leading digits however saturated the sigmoid is. */
  static double sigmoidError(double label, double score) {
    return (1.0 - label) * sigmoid(score) - label * sigmoid(-score);
  }

  /** 1 where the probability is clipped, else 0. */
  record Clipped(Domain domain, double eps) implements Term {
    @Override
    public void fill(Admitted rows, double[] out) {
      double[] p = rows.column(Role.PREDICTION);
      for (int i = 0; i < rows.size(); i++) {
        out[i] = p[i] < eps || p[i] > 1.0 - eps ? 1.0 : 0.0;
      }
    }
  }
}
