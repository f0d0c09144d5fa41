package dev.slicewise.core.term.loss;

import dev.slicewise.core.term.Domain;
import dev.slicewise.core.term.LossInfo;
import dev.slicewise.core.term.Parameter;
import dev.slicewise.core.term.PointLoss;

/** max(0, m − ts)²; everything else about it stands in its {@link LossInfo}. */
@LossInfo(
    id = "squared_hinge",
    aliases = {"squared_hinge_loss"},
    summary = "Squared hinge loss: the square of what a decision value lacks of the margin.",
    formula = "max(0, m − t·s)² with t = 2y − 1 and s the decision value",
    gradient = "−2t·max(0, m − t·s)",
    hessian = "2 if t·s < m, else 0",
    units = "squared units of the decision value",
    noiseModel = "none",
    elicits = "2π − 1, hence a probability after (s+1)/2",
    cost = "Nothing beyond the margin, then quadratic: outliers dominate.",
    trap = "Labels are 0 and 1 here; the prediction is a decision value, not a probability.",
    edges = {
      "no usable rows: undefined",
      "label other than 0 or 1: row skipped, n_domain",
      "an error whose square overflows: +Infinity"
    },
    source = "Keras SquaredHinge, with labels 0 and 1")
public record SquaredHinge(
    @Parameter(doc = "how far on the right side is far enough", range = "[0, inf)") double margin)
    implements PointLoss {
  /** Margin 1. */
  public SquaredHinge() {
    this(1.0);
  }

  @Override
  public Domain domain() {
    return Domain.BINARY_SCORE;
  }

  @Override
  public double value(double label, double prediction) {
    double lacking = Hinge.shortfall(margin, label, prediction);
    return lacking * lacking;
  }

  @Override
  public double gradient(double label, double prediction) {
    double lacking = Hinge.shortfall(margin, label, prediction);
    return label == 1.0 ? 0.0 - 2.0 * lacking : 2.0 * lacking;
  }

  @Override
  public double hessian(double label, double prediction) {
    return Hinge.shortfall(margin, label, prediction) > 0 ? 2.0 : 0.0;
  }
}
