package dev.slicewise.core.term.loss;

import dev.slicewise.core.term.LossInfo;
import dev.slicewise.core.term.Parameter;
import dev.slicewise.core.term.PointLoss;

/** The squared error beyond a dead zone; the rest about it stands in its {@link LossInfo}. */
@LossInfo(
    id = "squared_epsilon_insensitive",
    aliases = {"squared_epsilon_insensitive_loss"},
    summary =
        "Squared epsilon-insensitive loss: errors within epsilon are free, the excess squared.",
    formula = "max(0, |e| − ε)²",
    gradient = "2·max(0, |e| − ε)·sign(e)",
    hessian = "2 if |e| > ε, else 0",
    units = "units of the label, squared",
    noiseModel = "uniform core with Gaussian tails",
    elicits = "a set of values around the mean",
    cost = "nothing within the tolerance, then quadratic",
    trap = "0 does not mean perfect, only within tolerance",
    edges = {"|e| − ε above 1.34e154: +Infinity, counted in n_overflow"},
    source = "scikit-learn 1.2 LinearSVR, SGDRegressor")
public record SquaredEpsilonInsensitive(
    @Parameter(doc = "half width of the free zone, in units of the label", range = "[0, inf)")
        double epsilon)
    implements PointLoss {

  /** With a free zone of 0.1. */
  public SquaredEpsilonInsensitive() {
    this(0.1);
  }

  private double excess(double label, double prediction) {
    return Math.max(0, Math.abs(prediction - label) - epsilon);
  }

  @Override
  public double value(double label, double prediction) {
    double excess = excess(label, prediction);
    return excess * excess;
  }

  @Override
  public double gradient(double label, double prediction) {
    return 2 * excess(label, prediction) * Math.signum(prediction - label);
  }

  @Override
  public double hessian(double label, double prediction) {
    return excess(label, prediction) > 0 ? 2 : 0;
  }
}
