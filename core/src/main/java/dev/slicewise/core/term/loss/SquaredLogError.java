package dev.slicewise.core.term.loss;

import dev.slicewise.core.term.Domain;
import dev.slicewise.core.term.LossInfo;
import dev.slicewise.core.term.PointLoss;

/** The squared error of log(1 + ·); the rest about it stands in its {@link LossInfo}. */
@LossInfo(
    id = "squared_log_error",
    aliases = {"reg:squaredlogerror"},
    summary = "Squared log error: the squared error of ln(1 + p) against ln(1 + y).",
    formula = "(ln(1 + p) − ln(1 + y))², for y ≥ 0 and p ≥ 0",
    gradient = "2d/(1 + p), d = ln(1 + p) − ln(1 + y)",
    hessian = "2(1 − d)/(1 + p)²",
    noiseModel = "Gaussian on ln(1 + y)",
    elicits = "expm1(E ln(1 + Y)), close to the geometric mean",
    cost = "ratios count, not differences; at equal |e| an under-prediction is dearer",
    trap = "what it elicits lies below the mean: minimising it biases totals low",
    edges = {"y < 0 or p < 0: the row is skipped, n_domain"},
    source = "scikit-learn 1.2 mean_squared_log_error, which raises where this skips")
public record SquaredLogError() implements PointLoss {
  @Override
  public Domain domain() {
    return Domains.NOT_NEGATIVE;
  }

  private static double difference(double label, double prediction) {
    double growth = (prediction - label) / (1 + label);
    return growth > -0.5
        ? StrictMath.log1p(growth)
        : StrictMath.log1p(prediction) - StrictMath.log1p(label);
  }

  @Override
  public double value(double label, double prediction) {
    double difference = difference(label, prediction);
    return difference * difference;
  }

  @Override
  public double gradient(double label, double prediction) {
    return 2 * difference(label, prediction) / (1 + prediction);
  }

  @Override
  public double hessian(double label, double prediction) {
    return 2 * (1 - difference(label, prediction)) / ((1 + prediction) * (1 + prediction));
  }
}
