package dev.slicewise.core.term.loss;

import dev.slicewise.core.term.Domain;
import dev.slicewise.core.term.LossInfo;
import dev.slicewise.core.term.PointLoss;

/** The deviance of counts; the rest about it stands in its {@link LossInfo}. */
@LossInfo(
    id = "poisson_deviance",
    summary = "Poisson deviance: for counts, whose variance grows with their mean.",
    formula = "2(y ln(y/p) − y + p), 2p at y = 0; for y ≥ 0 and p > 0",
    gradient = "2(1 − y/p)",
    hessian = "2y/p²",
    units = "units of the label",
    noiseModel = "Poisson: variance = mean",
    elicits = "mean",
    cost = "an error of the same size costs less where the mean is large",
    trap =
        "a prediction of 0 is outside the domain and its row is skipped (n_domain): floor the"
            + " predictions of a linear model first",
    edges = {"y < 0 or p ≤ 0: the row is skipped, n_domain"},
    source =
        "scikit-learn 1.2 mean_poisson_deviance, in a form that keeps its digits when p is near y")
public record PoissonDeviance() implements PointLoss {
  /** A ratio beyond which the plain difference loses nothing. */
  private static final double FAR = 1e6;

  @Override
  public Domain domain() {
    return Domains.COUNT;
  }

  @Override
  public double value(double label, double prediction) {
    return deviance(label, prediction);
  }

  static double deviance(double label, double prediction) {
    if (label == 0) {
      return 2 * prediction;
    }
    double ratio = prediction / label;
    return ratio < FAR
        ? label * (2 * Remainders.ofRatio(prediction, label))
        : 2 * (prediction - label - label * Remainders.logRatio(prediction, label));
  }

  @Override
  public double gradient(double label, double prediction) {
    return 2 * (1 - label / prediction);
  }

  @Override
  public double hessian(double label, double prediction) {
    return 2 * (label / prediction / prediction);
  }
}
