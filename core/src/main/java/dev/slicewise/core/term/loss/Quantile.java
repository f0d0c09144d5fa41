package dev.slicewise.core.term.loss;

import dev.slicewise.core.term.LossInfo;
import dev.slicewise.core.term.Parameter;
import dev.slicewise.core.term.PointLoss;
import dev.slicewise.core.term.Residual;
import java.util.List;

/** The pinball loss; the rest about it stands in its {@link LossInfo}. */
@LossInfo(
    id = "quantile",
    aliases = {"pinball", "pinball_loss", "quantile_loss", "reg:quantileerror"},
    summary = "Pinball loss: the loss whose best prediction is the alpha-quantile.",
    formula = "α·max(−e, 0) + (1 − α)·max(e, 0)",
    gradient = "1 − α if e > 0, −α if e < 0, 0 at e = 0",
    hessian = "0",
    units = "units of the label",
    noiseModel = "asymmetric Laplace",
    elicits = "alpha-quantile",
    cost = "an under-prediction costs α/(1 − α) times an over-prediction of the same size",
    trap =
        "alpha above ½ punishes under-prediction (stock-outs), not over-prediction; at ½ it is half"
            + " the absolute error",
    source = "scikit-learn 1.2 mean_pinball_loss")
public record Quantile(
    @Parameter(doc = "the quantile predicted, a probability", range = "(0, 1)") double alpha)
    implements PointLoss {

  /** With alpha ½. */
  public Quantile() {
    this(0.5);
  }

  @Override
  public double value(double label, double prediction) {
    double error = prediction - label;
    return (error > 0 ? 1 - alpha : alpha) * Math.abs(error);
  }

  @Override
  public double gradient(double label, double prediction) {
    double error = prediction - label;
    return error > 0 ? 1 - alpha : error < 0 ? -alpha : 0;
  }

  @Override
  public double hessian(double label, double prediction) {
    return 0;
  }

  @Override
  public List<Part> parts() {
    return List.of(
        new Part(1 - alpha, Residual.OVER, false), new Part(alpha, Residual.UNDER, false));
  }
}
