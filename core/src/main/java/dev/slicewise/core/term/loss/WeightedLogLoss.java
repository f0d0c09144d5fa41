package dev.slicewise.core.term.loss;

import dev.slicewise.core.term.Domain;
import dev.slicewise.core.term.LossInfo;
import dev.slicewise.core.term.Parameter;
import dev.slicewise.core.term.PointLoss;
import dev.slicewise.core.term.Term;
import java.util.List;
import java.util.Optional;

/** Log loss with a price per class; everything else about it stands in its {@link LossInfo}. */
@LossInfo(
    id = "weighted_log_loss",
    aliases = {"weighted_binary_crossentropy"},
    summary = "Log loss in which the two classes weigh differently.",
    formula = "−[w₁·y·ln q + w₀·(1−y)·ln(1−q)], q = p clipped to [2^-52, 1−2^-52]",
    gradient = "−w₁·y/q + w₀·(1−y)/(1−q)",
    hessian = "w₁·y/q² + w₀·(1−y)/(1−q)²",
    units = "nats",
    noiseModel = "Bernoulli, rows of class k seen w_k times",
    elicits = "the tilted probability w₁π / (w₁π + w₀(1−π))",
    cost =
        "A missed positive costs w₁/w₀ times a false alarm: deciding at ½ is then deciding a"
            + " calibrated probability at w₀/(w₀+w₁), 1/11 for ten times.",
    trap =
        "Scores trained on it are not calibrated; undo the tilt with"
            + " π = p·w₀ / (p·w₀ + (1−p)·w₁).",
    edges = {
      "no usable rows: undefined",
      "label other than 0 or 1: row skipped, n_domain",
      "probability clipped: row kept, counted in the detail 'clipped'"
    },
    source = "mean over all rows, not over weights (torch BCEWithLogitsLoss pos_weight)")
public record WeightedLogLoss(
    @Parameter(doc = "weight of rows with label 1", range = "[0, inf)") double posWeight,
    @Parameter(doc = "weight of rows with label 0", range = "[0, inf)") double negWeight)
    implements PointLoss {
  /** Both classes weigh 1. */
  public WeightedLogLoss() {
    this(1.0, 1.0);
  }

  @Override
  public Domain domain() {
    return Domain.BINARY_PROBABILITY;
  }

  private double weight(double label) {
    return label == 1.0 ? posWeight : negWeight;
  }

  @Override
  public double value(double label, double prediction) {
    double q = Probabilities.clip(prediction, Probabilities.EPS);
    return weight(label) * Probabilities.logLoss(label, q);
  }

  @Override
  public double gradient(double label, double prediction) {
    double q = Probabilities.clip(prediction, Probabilities.EPS);
    return label == 1.0 ? -posWeight / q : negWeight / (1.0 - q);
  }

  @Override
  public double hessian(double label, double prediction) {
    double q = Probabilities.clip(prediction, Probabilities.EPS);
    double right = label == 1.0 ? q : 1.0 - q;
    return weight(label) / (right * right);
  }

  @Override
  public List<Part> parts() {
    return List.of(
        new Part(posWeight, ClassLogLoss.POSITIVES, false),
        new Part(negWeight, ClassLogLoss.NEGATIVES, false));
  }

  @Override
  public Optional<Term> clipped() {
    return Optional.of(new Probabilities.Clipped(domain(), Probabilities.EPS));
  }
}
