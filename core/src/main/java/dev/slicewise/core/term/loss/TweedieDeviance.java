package dev.slicewise.core.term.loss;

import dev.slicewise.core.term.Domain;
import dev.slicewise.core.term.LossInfo;
import dev.slicewise.core.term.Parameter;
import dev.slicewise.core.term.PointLoss;
import java.util.List;

/** The deviance of a power variance law; the rest about it stands in its {@link LossInfo}. */
@LossInfo(
    id = "tweedie_deviance",
    aliases = {"reg:tweedie"},
    summary = "Tweedie deviance: for amounts whose variance is a power of their mean.",
    formula =
        "2(max(y, 0)^(2−ρ)/((1−ρ)(2−ρ)) − y·p^(1−ρ)/(1−ρ) + p^(2−ρ)/(2−ρ)); ρ = 0 is the squared"
            + " error, 1 Poisson, 2 Gamma",
    gradient = "2(p − y)/p^ρ",
    hessian = "2((1 − ρ)p^(−ρ) + ρy·p^(−ρ−1))",
    units = "units of the label to the power 2 − ρ",
    noiseModel = "exponential dispersion with variance ∝ mean^ρ; 1 < ρ < 2 has a mass at zero",
    elicits = "mean",
    cost = "the larger ρ, the less an error costs where the mean is large",
    trap =
        "the domain depends on ρ and rows outside it are skipped: compare two models only where"
            + " n_domain agrees",
    edges = {
      "0 < ρ < 1: refused, no such distribution exists",
      "ρ < 0: p ≤ 0 is skipped, n_domain",
      "1 ≤ ρ < 2: y < 0 or p ≤ 0 is skipped, n_domain",
      "ρ ≥ 2: y ≤ 0 or p ≤ 0 is skipped, n_domain"
    },
    source =
        "scikit-learn 1.2 mean_tweedie_deviance, in a form that keeps its digits when p is near y")
public record TweedieDeviance(
    @Parameter(doc = "ρ, the power of the mean in the variance", range = "(-inf, 0] or [1, inf)")
        double power)
    implements PointLoss {
  /** The last of these is below 2^-80 of the first. */
  private static final int SERIES_TERMS = 20;

  /** With power 1.5: claims, rain, sales with zeros. */
  public TweedieDeviance() {
    this(1.5);
  }

  @Override
  public Domain domain() {
    if (power == 0) {
      return Domain.REAL;
    }
    return power < 0 ? Domains.POSITIVE_PREDICTION : power < 2 ? Domains.COUNT : Domains.POSITIVE;
  }

  @Override
  public List<Part> parts() {
    return power == 0
        ? new SquaredError().parts()
        : power == 1
            ? new PoissonDeviance().parts()
            : power == 2 ? new GammaDeviance().parts() : PointLoss.super.parts();
  }

  @Override
  public double value(double label, double prediction) {
    if (power == 0) {
      return (prediction - label) * (prediction - label);
    }
    if (power == 1) {
      return PoissonDeviance.deviance(label, prediction);
    }
    if (power == 2) {
      return GammaDeviance.deviance(label, prediction);
    }
    double a = 1 - power;
    double b = 2 - power;
    if (label <= 0) {
      double third = StrictMath.pow(prediction, b) / b;
      return 2 * (label == 0 ? third : third - label * (StrictMath.pow(prediction, a) / a));
    }
    double scaled =
        StrictMath.pow(label, b) * bracket(a, b, Remainders.logRatio(prediction, label));
    return Double.isNaN(scaled) ? Double.POSITIVE_INFINITY : 2 * Math.max(0, scaled);
  }

  /**
   * (e^(bL) − 1)/b − (e^(aL) − 1)/a with b = a + 1: the textbook's three terms over y^(2−ρ), from
   * which their common part is gone. A series where the two still nearly cancel.
   */
  private static double bracket(double a, double b, double log) {
    if (Math.max(1, Math.max(Math.abs(a), Math.abs(b))) * Math.abs(log) >= 0.5) {
      return StrictMath.expm1(b * log) / b - StrictMath.expm1(a * log) / a;
    }
    double sum = 0;
    double ofA = log;
    double ofB = log;
    for (int k = 2; k <= SERIES_TERMS; k++) {
      ofA *= a * log / k;
      ofB *= b * log / k;
      sum += ofB - ofA;
    }
    return sum;
  }

  @Override
  public double gradient(double label, double prediction) {
    return power == 0
        ? 2 * (prediction - label)
        : 2 * StrictMath.pow(prediction, -power) * (prediction - label);
  }

  @Override
  public double hessian(double label, double prediction) {
    return power == 0
        ? 2
        : 2
            * ((1 - power) * StrictMath.pow(prediction, -power)
                + power * label * StrictMath.pow(prediction, -power - 1));
  }
}
