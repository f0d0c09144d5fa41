package dev.slicewise.core.term.loss;

import dev.slicewise.core.term.LossInfo;
import dev.slicewise.core.term.Parameter;
import dev.slicewise.core.term.PointLoss;

/** A smooth Huber loss; the rest about it stands in its {@link LossInfo}. */
@LossInfo(
    id = "pseudo_huber",
    aliases = {"pseudo_huber_loss", "reg:pseudohubererror"},
    summary = "Pseudo-Huber loss: quadratic near zero, linear far out, smooth between.",
    formula = "e²/(√(1 + (e/δ)²) + 1) = δ²(√(1 + (e/δ)²) − 1)",
    gradient = "e/√(1 + (e/δ)²)",
    hessian = "(1 + (e/δ)²)^(−3/2)",
    units = "units of the label, squared",
    noiseModel = "symmetric hyperbolic distribution",
    elicits = "a smooth compromise of mean and median",
    cost = "quadratic while |e| is well below delta, slope delta far beyond it",
    trap =
        "the textbook form δ²(√(1 + (e/δ)²) − 1) returns 0 for |e/δ| below 1e-8; this one does not",
    source = "scipy 1.10 special.pseudo_huber")
public record PseudoHuber(
    @Parameter(doc = "scale of the transition, in units of the label", range = "(0, inf)")
        double delta)
    implements PointLoss {

  /** With delta 1. */
  public PseudoHuber() {
    this(1.0);
  }

  /** √(1 + r²), without overflow of the square. */
  private double hypotenuse(double error) {
    double ratio = Math.abs(error) / delta;
    return ratio < 1e150 ? Math.sqrt(1 + ratio * ratio) : ratio;
  }

  @Override
  public double value(double label, double prediction) {
    double size = Math.abs(prediction - label);
    double hypotenuse = hypotenuse(size);
    return hypotenuse == Double.POSITIVE_INFINITY ? delta * size : size * (size / (hypotenuse + 1));
  }

  @Override
  public double gradient(double label, double prediction) {
    double error = prediction - label;
    double hypotenuse = hypotenuse(error);
    return hypotenuse == Double.POSITIVE_INFINITY
        ? Math.copySign(delta, error)
        : error / hypotenuse;
  }

  @Override
  public double hessian(double label, double prediction) {
    double inverse = 1 / hypotenuse(prediction - label);
    return inverse * inverse * inverse;
  }
}
