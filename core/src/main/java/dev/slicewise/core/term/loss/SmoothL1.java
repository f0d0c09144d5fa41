package dev.slicewise.core.term.loss;

import dev.slicewise.core.term.LossInfo;
import dev.slicewise.core.term.Parameter;
import dev.slicewise.core.term.PointLoss;

/** Huber's loss over its delta; the rest about it stands in its {@link LossInfo}. */
@LossInfo(
    id = "smooth_l1",
    aliases = {"smooth_l1_loss"},
    summary = "Smooth L1: the absolute error with its kink rounded off within beta.",
    formula = "½e²/β if |e| ≤ β, else |e| − ½β; huber(β)/β",
    gradient = "e/β clipped to [−1, 1]",
    hessian = "1/β if |e| ≤ β, else 0",
    units = "units of the label",
    noiseModel = "Huber's least favourable density: Gaussian core, exponential tails",
    elicits = "Huber's location with δ = β",
    cost = "as the absolute error beyond beta, quadratic within",
    trap = "equals huber only at beta = 1",
    source = "torch SmoothL1Loss")
public record SmoothL1(
    @Parameter(
            doc = "how far the quadratic part reaches, in units of the label",
            range = "(0, inf)")
        double beta)
    implements PointLoss {

  /** With beta 1. */
  public SmoothL1() {
    this(1.0);
  }

  @Override
  public double value(double label, double prediction) {
    double size = Math.abs(prediction - label);
    return size <= beta ? 0.5 * size * (size / beta) : size - 0.5 * beta;
  }

  @Override
  public double gradient(double label, double prediction) {
    return Math.max(-1, Math.min(1, (prediction - label) / beta));
  }

  @Override
  public double hessian(double label, double prediction) {
    return Math.abs(prediction - label) <= beta ? 1 / beta : 0;
  }
}
