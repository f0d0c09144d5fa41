package dev.slicewise.core.term.loss;

import dev.slicewise.core.term.Domain;
import dev.slicewise.core.term.LossInfo;
import dev.slicewise.core.term.Parameter;
import dev.slicewise.core.term.PointLoss;
import dev.slicewise.core.term.Term;
import java.util.Optional;

/** −α_t (1 − p_t)^γ ln p_t; everything else about it stands in its {@link LossInfo}. */
@LossInfo(
    id = "binary_focal",
    aliases = {"focal", "focal_loss", "sigmoid_focal_loss"},
    summary = "Focal loss: log loss that fades for rows already predicted well.",
    formula =
        "−α_t·u^γ·ln p_t with p_t = q for label 1, 1−q for label 0, u = 1−p_t, α_t = α or 1−α",
    gradient = "±α_t·[γ·u^(γ−1)·ln p_t − u^γ/p_t], minus for label 0",
    hessian = "α_t·[−γ(γ−1)·u^(γ−2)·ln p_t + 2γ·u^(γ−1)/p_t + u^γ/p_t²]",
    units = "nats",
    noiseModel = "none",
    elicits = "no probability: at π = 0.3, γ = 2 and no α it asks for 0.4215",
    cost = "An easy row costs next to nothing, a hard one nearly its log loss.",
    trap = "It rewards under-confidence; recalibrate before reading the score as a probability.",
    edges = {
      "no usable rows: undefined",
      "gamma=0 and no alpha: the log loss",
      "label other than 0 or 1: row skipped, n_domain",
      "probability clipped at 2^-52: row kept, counted in the detail 'clipped'"
    },
    source = "Lin et al. 2017, arXiv:1708.02002; torchvision sigmoid_focal_loss")
public record BinaryFocal(
    @Parameter(doc = "weight of label 1, label 0 weighs 1-alpha; null: both 1", range = "[0, 1]")
        Double alpha,
    @Parameter(doc = "how fast easy rows fade", range = "[0, inf)") double gamma)
    implements PointLoss {
  /** α = 0.25, γ = 2. */
  public BinaryFocal() {
    this(0.25, 2.0);
  }

  @Override
  public Domain domain() {
    return Domain.BINARY_PROBABILITY;
  }

  private double weight(double label) {
    return alpha == null ? 1.0 : label == 1.0 ? alpha : 1.0 - alpha;
  }

  /** 1 − p_t. */
  private static double distance(double label, double q) {
    return label == 1.0 ? 1.0 - q : q;
  }

  @Override
  public double value(double label, double prediction) {
    double q = Probabilities.clip(prediction, Probabilities.EPS);
    return weight(label)
        * StrictMath.pow(distance(label, q), gamma)
        * Probabilities.logLoss(label, q);
  }

  @Override
  public double gradient(double label, double prediction) {
    double q = Probabilities.clip(prediction, Probabilities.EPS);
    double u = distance(label, q);
    double towardsLabel =
        -gamma * StrictMath.pow(u, gamma - 1) * Probabilities.logLoss(label, q)
            - StrictMath.pow(u, gamma) / (1.0 - u);
    return weight(label) * (label == 1.0 ? towardsLabel : -towardsLabel);
  }

  @Override
  public double hessian(double label, double prediction) {
    double q = Probabilities.clip(prediction, Probabilities.EPS);
    double u = distance(label, q);
    double right = 1.0 - u;
    return weight(label)
        * (gamma * (gamma - 1) * StrictMath.pow(u, gamma - 2) * Probabilities.logLoss(label, q)
            + 2 * gamma * StrictMath.pow(u, gamma - 1) / right
            + StrictMath.pow(u, gamma) / (right * right));
  }

  @Override
  public Optional<Term> clipped() {
    return Optional.of(new Probabilities.Clipped(domain(), Probabilities.EPS));
  }
}
