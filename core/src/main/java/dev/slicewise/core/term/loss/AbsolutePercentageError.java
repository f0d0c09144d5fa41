package dev.slicewise.core.term.loss;

import dev.slicewise.core.term.Condition;
import dev.slicewise.core.term.Domain;
import dev.slicewise.core.term.LossInfo;
import dev.slicewise.core.term.Parameter;
import dev.slicewise.core.term.PointLoss;

/** The error as a share of the label; the rest about it stands in its {@link LossInfo}. */
@LossInfo(
    id = "absolute_percentage_error",
    aliases = {"ape"},
    summary = "Absolute percentage error, as a share of the label (0.2 is 20 %).",
    formula = "|e|/|y|",
    gradient = "sign(e)/|y|",
    hessian = "0",
    noiseModel = "Laplace with scale proportional to |y|",
    elicits = "median of the law of y reweighted by 1/|y|, which lies below the median",
    cost =
        "unbounded for over-prediction, at most 1 for under-prediction of a positive label: it"
            + " rewards forecasting low",
    trap =
        "small labels decide everything; on low-volume items use the weighted form (wape) instead",
    edges = {
      "y = 0 with zero_label=skip: the row is skipped, n_zero_label",
      "y = 0 with zero_label=epsilon: |y| is at least eps; 2^-52 is scikit-learn's, 1.17e-6 torchmetrics'",
      "y = 0 with zero_label=null: the mean is undefined"
    },
    source = "scikit-learn 1.2 mean_absolute_percentage_error (zero_label=epsilon)")
public record AbsolutePercentageError(
    @Parameter(doc = "what a label of 0 does: skip, epsilon or null") ZeroLabel zeroLabel,
    @Parameter(
            doc = "with zero_label=epsilon, the least |y| that is divided by",
            range = "(0, inf)",
            quiet = true)
        double eps)
    implements PointLoss {
  /** The smallest step from 1 in a double. */
  public static final double EPSILON = 0x1p-52;

  /** What a label of zero does. */
  public enum ZeroLabel {
    /** The row is skipped and counted. */
    SKIP,
    /** |y| is at least eps. */
    EPSILON,
    /** The mean is undefined. */
    NULL
  }

  /** Rows with a label of zero are skipped. */
  public AbsolutePercentageError() {
    this(ZeroLabel.SKIP, EPSILON);
  }

  @Override
  public Domain domain() {
    return Domain.REAL.where(new Condition.ZeroLabel(zeroLabel == ZeroLabel.SKIP));
  }

  @Override
  public boolean undefinedOnZeroLabel() {
    return zeroLabel == ZeroLabel.NULL;
  }

  private double magnitude(double label) {
    double magnitude = Math.abs(label);
    return zeroLabel == ZeroLabel.EPSILON ? Math.max(magnitude, eps) : magnitude;
  }

  @Override
  public double value(double label, double prediction) {
    double magnitude = magnitude(label);
    return magnitude == 0 ? Double.POSITIVE_INFINITY : Math.abs(prediction - label) / magnitude;
  }

  @Override
  public double gradient(double label, double prediction) {
    return Math.signum(prediction - label) / magnitude(label);
  }

  @Override
  public double hessian(double label, double prediction) {
    return 0;
  }
}
