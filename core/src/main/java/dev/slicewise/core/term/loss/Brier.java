package dev.slicewise.core.term.loss;

import dev.slicewise.core.term.Domain;
import dev.slicewise.core.term.LossInfo;
import dev.slicewise.core.term.Parameter;
import dev.slicewise.core.term.PointLoss;

/** (p − y)²; everything else about it stands in its {@link LossInfo}. */
@LossInfo(
    id = "brier",
    aliases = {"brier_score", "brier_score_loss"},
    summary = "Brier score: squared distance of the predicted probability from what happened.",
    formula = "(p − y)²; from logits (σ(s) − y)²",
    gradient = "2(p−y); from logits 2(q−y)·q(1−q)",
    hessian = "2; from logits 2q(1−q)·[q(1−q) + (q−y)(1−2q)]",
    range = "[0, 1]",
    noiseModel = "Gaussian, as a stand-in",
    elicits = "the probability of label 1 (strictly proper)",
    cost = "Bounded: even a certain error costs no more than 1.",
    trap =
        "For rare events it is small for any model, even for one that always says 0: compare with"
            + " d2_brier_score. From logits its gradient vanishes when confidently wrong, so it"
            + " measures well and trains badly.",
    edges = {
      "no usable rows: undefined",
      "label outside [0, 1] or probability beyond tolerance: row skipped, n_domain"
    },
    source = "scikit-learn 1.2 brier_score_loss; Brier 1950")
public record Brier(
    @Parameter(doc = "the prediction is a logit, not a probability") boolean fromLogits)
    implements PointLoss {
  /** Of probabilities. */
  public Brier() {
    this(false);
  }

  @Override
  public Domain domain() {
    return fromLogits ? Domain.SOFT_SCORE : Domain.SOFT_PROBABILITY;
  }

  private double error(double label, double prediction) {
    return fromLogits ? Probabilities.sigmoidError(label, prediction) : prediction - label;
  }

  @Override
  public double value(double label, double prediction) {
    double error = error(label, prediction);
    return error * error;
  }

  @Override
  public double gradient(double label, double prediction) {
    double error = error(label, prediction);
    return fromLogits
        ? 2.0 * error * (Probabilities.sigmoid(prediction) * Probabilities.sigmoid(-prediction))
        : 2.0 * error;
  }

  @Override
  public double hessian(double label, double prediction) {
    if (!fromLogits) {
      return 2.0;
    }
    double q = Probabilities.sigmoid(prediction);
    double rest = Probabilities.sigmoid(-prediction);
    return 2.0 * q * rest * (q * rest + error(label, prediction) * (rest - q));
  }
}
