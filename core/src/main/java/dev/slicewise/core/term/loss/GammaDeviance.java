package dev.slicewise.core.term.loss;

import dev.slicewise.core.term.Domain;
import dev.slicewise.core.term.LossInfo;
import dev.slicewise.core.term.PointLoss;

/** The deviance of positive amounts; the rest about it stands in its {@link LossInfo}. */
@LossInfo(
    id = "gamma_deviance",
    aliases = {"reg:gamma"},
    summary = "Gamma deviance: for positive amounts whose relative spread is constant.",
    formula = "2(ln(p/y) + y/p − 1), for y > 0 and p > 0",
    gradient = "2(p − y)/p²",
    hessian = "2(2y/p³ − 1/p²)",
    noiseModel = "Gamma: standard deviation proportional to the mean",
    elicits = "mean",
    cost = "only the ratio y/p matters: 10 for 20 costs what 10,000 for 20,000 costs",
    trap =
        "not convex in p (it is in ln p): its second derivative can be negative; and a label of 0"
            + " is outside the domain",
    edges = {"y ≤ 0 or p ≤ 0: the row is skipped, n_domain"},
    source =
        "scikit-learn 1.2 mean_gamma_deviance, in a form that keeps its digits when p is near y")
public record GammaDeviance() implements PointLoss {
  @Override
  public Domain domain() {
    return Domains.POSITIVE;
  }

  @Override
  public double value(double label, double prediction) {
    return deviance(label, prediction);
  }

  static double deviance(double label, double prediction) {
    return 2 * Remainders.ofRatio(label, prediction);
  }

  @Override
  public double gradient(double label, double prediction) {
    return 2 * ((prediction - label) / prediction / prediction);
  }

  @Override
  public double hessian(double label, double prediction) {
    return 2 * ((2 * label / prediction - 1) / prediction / prediction);
  }
}
