package dev.slicewise.core.term.loss;

import dev.slicewise.core.term.LossInfo;
import dev.slicewise.core.term.PointLoss;
import dev.slicewise.core.term.Residual;
import java.util.List;

/** The size of the error; the rest about it stands in its {@link LossInfo}. */
@LossInfo(
    id = "absolute_error",
    aliases = {"reg:absoluteerror"},
    summary = "Absolute error: every unit of error costs the same.",
    formula = "|e|",
    gradient = "sign(e), 0 at e = 0",
    hessian = "0",
    units = "units of the label",
    noiseModel = "Laplace with constant scale",
    elicits = "median",
    cost = "linear: an outlier pulls no harder than any other row",
    trap = "on a skewed label the median that it rewards is biased in the mean",
    source = "scikit-learn 1.2 mean_absolute_error")
public record AbsoluteError() implements PointLoss {
  @Override
  public double value(double label, double prediction) {
    return Math.abs(prediction - label);
  }

  @Override
  public double gradient(double label, double prediction) {
    return Math.signum(prediction - label);
  }

  @Override
  public double hessian(double label, double prediction) {
    return 0;
  }

  @Override
  public List<Part> parts() {
    return List.of(new Part(1, Residual.OVER, false), new Part(1, Residual.UNDER, false));
  }
}
