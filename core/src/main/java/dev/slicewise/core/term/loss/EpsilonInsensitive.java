package dev.slicewise.core.term.loss;

import dev.slicewise.core.term.LossInfo;
import dev.slicewise.core.term.Parameter;
import dev.slicewise.core.term.PointLoss;

/** The absolute error beyond a dead zone; the rest about it stands in its {@link LossInfo}. */
@LossInfo(
    id = "epsilon_insensitive",
    aliases = {"epsilon_insensitive_loss"},
    summary =
        "Epsilon-insensitive loss: errors within epsilon are free, the excess costs linearly.",
    formula = "max(0, |e| − ε)",
    gradient = "sign(e) if |e| > ε, else 0",
    hessian = "0",
    units = "units of the label",
    noiseModel = "uniform core with Laplace tails",
    elicits = "a set of values around the median",
    cost = "nothing within the tolerance, then one per unit",
    trap = "0 does not mean perfect, only within tolerance",
    source = "scikit-learn 1.2 SVR, SGDRegressor")
public record EpsilonInsensitive(
    @Parameter(doc = "half width of the free zone, in units of the label", range = "[0, inf)")
        double epsilon)
    implements PointLoss {

  /** With a free zone of 0.1. */
  public EpsilonInsensitive() {
    this(0.1);
  }

  @Override
  public double value(double label, double prediction) {
    return Math.max(0, Math.abs(prediction - label) - epsilon);
  }

  @Override
  public double gradient(double label, double prediction) {
    double error = prediction - label;
    return Math.abs(error) > epsilon ? Math.signum(error) : 0;
  }

  @Override
  public double hessian(double label, double prediction) {
    return 0;
  }
}
