package dev.slicewise.core.term.loss;

import dev.slicewise.core.term.Condition;
import dev.slicewise.core.term.Domain;
import dev.slicewise.core.term.LossInfo;
import dev.slicewise.core.term.Parameter;
import dev.slicewise.core.term.PointLoss;

/** The error over the mean of label and prediction; the rest stands in its {@link LossInfo}. */
@LossInfo(
    id = "symmetric_absolute_percentage_error",
    aliases = {"sape"},
    summary = "Symmetric percentage error: the error over the mean size of label and prediction.",
    formula = "2|e|/max(|y| + |p|, eps), halved or times 100 by scale",
    gradient = "2·sign(e)/s − 2|e|·sign(p)/s², s = |y| + |p|; where s < eps 2·sign(e)/eps",
    hessian = "4|e|/s³ − 4·sign(e)·sign(p)/s²; where s < eps 0",
    range = "[0, 200]",
    noiseModel = "none in use",
    elicits = "nothing usable",
    cost = "bounded: 2 as soon as one of label and prediction is 0, or their signs differ",
    trap =
        "not symmetric despite its name: an under-prediction costs more than an over-prediction of"
            + " the same size; three scales are in use, so say which",
    edges = {"y = p = 0: 0, counted in n_zero_label"},
    source = "torchmetrics symmetric_mean_absolute_percentage_error (scale 0_2, eps 1.17e-6)")
public record SymmetricAbsolutePercentageError(
    @Parameter(doc = "the largest value: 0_2 means [0, 2], 0_1 half of that, 0_200 percent")
        Scale scale,
    @Parameter(doc = "the least |y| + |p| that is divided by", range = "[0, inf)", quiet = true)
        double eps)
    implements PointLoss {
  private static final Domain DOMAIN = Domain.REAL.where(new Condition.BothZeroNoted());

  /** The range of values. */
  public enum Scale {
    /** [0, 2]. */
    _0_2(2),
    /** [0, 1]. */
    _0_1(1),
    /** [0, 200]. */
    _0_200(200);

    private final double largest;

    Scale(double largest) {
      this.largest = largest;
    }
  }

  /** On [0, 2]. */
  public SymmetricAbsolutePercentageError() {
    this(Scale._0_2, 0.0);
  }

  @Override
  public Domain domain() {
    return DOMAIN;
  }

  @Override
  public double value(double label, double prediction) {
    double size = Math.max(Math.abs(label) + Math.abs(prediction), eps);
    if (size == 0) {
      return 0;
    }
    return size == Double.POSITIVE_INFINITY
        ? value(label / 2, prediction / 2)
        : scale.largest * (Math.abs(prediction - label) / size);
  }

  @Override
  public double gradient(double label, double prediction) {
    double error = prediction - label;
    double size = Math.abs(label) + Math.abs(prediction);
    if (size < eps) {
      return scale.largest * Math.signum(error) / eps;
    }
    return size == 0
        ? 0
        : scale.largest
            * (Math.signum(error) / size
                - Math.abs(error) * Math.signum(prediction) / (size * size));
  }

  @Override
  public double hessian(double label, double prediction) {
    double error = prediction - label;
    double size = Math.abs(label) + Math.abs(prediction);
    return size == 0 || size < eps
        ? 0
        : scale.largest
            * 2
            * (Math.abs(error) / size - Math.signum(error) * Math.signum(prediction))
            / (size * size);
  }
}
