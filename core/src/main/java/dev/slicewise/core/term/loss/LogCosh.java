package dev.slicewise.core.term.loss;

import dev.slicewise.core.term.LossInfo;
import dev.slicewise.core.term.Parameter;
import dev.slicewise.core.term.PointLoss;

/** The logarithm of cosh; the rest about it stands in its {@link LossInfo}. */
@LossInfo(
    id = "log_cosh",
    aliases = {"logcosh", "log_cosh_error"},
    summary = "Log-cosh: half the square near zero, the absolute error far out.",
    formula = "c²·ln cosh(e/c)",
    gradient = "c·tanh(e/c)",
    hessian = "1/cosh²(e/c)",
    units = "units of the label, squared",
    noiseModel = "hyperbolic secant distribution",
    elicits = "a smooth compromise of mean and median",
    cost = "quadratic for errors well below c, slope c beyond",
    trap =
        "with scale 1 it is not the same loss in metres and in kilometres: set the scale; the"
            + " textbook ln(cosh e) overflows beyond 710 and is 0 below 1e-8, this one is neither",
    source = "torchmetrics log_cosh_error (scale 1)")
public record LogCosh(
    @Parameter(
            doc = "c, the error at which the bend lies, in units of the label",
            range = "(0, inf)")
        double scale)
    implements PointLoss {
  private static final double LOG_TWO = StrictMath.log(2);

  /** Below this ln cosh x = x²/2 to the last bit. */
  private static final double PARABOLA_END = 1e-8;

  /** With scale 1. */
  public LogCosh() {
    this(1.0);
  }

  @Override
  public double value(double label, double prediction) {
    double size = Math.abs(prediction - label);
    double x = size / scale;
    if (x < PARABOLA_END) {
      return 0.5 * size * size;
    }
    if (x <= 1) {
      double sinh = StrictMath.sinh(x / 2);
      return scale * scale * StrictMath.log1p(2 * sinh * sinh);
    }
    return scale * size + scale * (scale * (StrictMath.log1p(StrictMath.exp(-2 * x)) - LOG_TWO));
  }

  @Override
  public double gradient(double label, double prediction) {
    return scale * StrictMath.tanh((prediction - label) / scale);
  }

  @Override
  public double hessian(double label, double prediction) {
    double inverse = 1 / StrictMath.cosh((prediction - label) / scale);
    return inverse * inverse;
  }
}
