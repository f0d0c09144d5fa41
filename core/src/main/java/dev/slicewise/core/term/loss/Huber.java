package dev.slicewise.core.term.loss;

import dev.slicewise.core.term.LossInfo;
import dev.slicewise.core.term.Parameter;
import dev.slicewise.core.term.PointLoss;

/** Quadratic near zero, linear beyond delta; the rest about it stands in its {@link LossInfo}. */
@LossInfo(
    id = "huber",
    aliases = {"huber_loss"},
    summary = "Huber loss: quadratic up to delta, linear beyond it.",
    formula = "½e² if |e| ≤ δ, else δ(|e| − ½δ)",
    gradient = "e clipped to [−δ, δ]",
    hessian = "1 if |e| ≤ δ, else 0",
    units = "units of the label, squared",
    noiseModel = "Huber's least favourable density: Gaussian core, exponential tails",
    elicits = "Huber's location, between the mean (δ → ∞) and the median (δ → 0)",
    cost = "large errors keep their direction and lose their square",
    trap =
        "delta has the unit of the label: 1 is no sensible default for prices in cents; and the"
            + " tail is linear, not bounded",
    source = "scipy 1.10 special.huber, torch HuberLoss")
public record Huber(
    @Parameter(
            doc = "where the loss turns from quadratic to linear, in units of the label",
            range = "(0, inf)")
        double delta)
    implements PointLoss {

  /** With delta 1. */
  public Huber() {
    this(1.0);
  }

  @Override
  public double value(double label, double prediction) {
    double size = Math.abs(prediction - label);
    // ½e² and δ(|e| − ½δ) in one, without a branch that is hard to predict.
    double bounded = Math.min(size, delta);
    return bounded * (size - 0.5 * bounded);
  }

  @Override
  public double gradient(double label, double prediction) {
    return Math.max(-delta, Math.min(delta, prediction - label));
  }

  @Override
  public double hessian(double label, double prediction) {
    return Math.abs(prediction - label) <= delta ? 1 : 0;
  }
}
