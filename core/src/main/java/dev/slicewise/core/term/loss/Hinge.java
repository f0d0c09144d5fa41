package dev.slicewise.core.term.loss;

import dev.slicewise.core.term.Domain;
import dev.slicewise.core.term.LossInfo;
import dev.slicewise.core.term.Parameter;
import dev.slicewise.core.term.PointLoss;

/** max(0, m − ts); everything else about it stands in its {@link LossInfo}. */
@LossInfo(
    id = "hinge",
    aliases = {"hinge_loss"},
    summary = "Hinge loss: how far a decision value falls short of the margin on the right side.",
    formula = "max(0, m − t·s) with t = 2y − 1 and s the decision value",
    gradient = "−t if t·s < m, else 0",
    hessian = "0",
    units = "units of the decision value",
    noiseModel = "none",
    elicits = "the more likely class, not a probability",
    cost = "Nothing beyond the margin, then linear: one far-off outlier does not dominate.",
    trap =
        "Labels are 0 and 1 here, and the prediction is a decision value around 0: with"
            + " probabilities every row of label 0 counts as an error.",
    edges = {"no usable rows: undefined", "label other than 0 or 1: row skipped, n_domain"},
    source = "scikit-learn 1.2 hinge_loss (which also demands both classes)")
public record Hinge(
    @Parameter(doc = "how far on the right side is far enough", range = "[0, inf)") double margin)
    implements PointLoss {
  /** Margin 1. */
  public Hinge() {
    this(1.0);
  }

  @Override
  public Domain domain() {
    return Domain.BINARY_SCORE;
  }

  /** max(0, m − ts). */
  static double shortfall(double margin, double label, double score) {
    return Math.max(0.0, margin - (label == 1.0 ? score : -score));
  }

  @Override
  public double value(double label, double prediction) {
    return shortfall(margin, label, prediction);
  }

  @Override
  public double gradient(double label, double prediction) {
    double towards = label == 1.0 ? -1.0 : 1.0;
    return shortfall(margin, label, prediction) > 0 ? towards : 0.0;
  }

  @Override
  public double hessian(double label, double prediction) {
    return 0.0;
  }
}
