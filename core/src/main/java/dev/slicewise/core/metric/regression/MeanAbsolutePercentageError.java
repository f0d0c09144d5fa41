package dev.slicewise.core.metric.regression;

import dev.slicewise.core.metric.MetricInfo;
import dev.slicewise.core.metric.MetricInfo.Direction;
import dev.slicewise.core.term.Loss;
import dev.slicewise.core.term.Parameter;
import dev.slicewise.core.term.loss.AbsolutePercentageError;
import dev.slicewise.core.term.loss.AbsolutePercentageError.ZeroLabel;

/** Mean of |e|/|y|; everything else about it stands in its {@link MetricInfo}. */
@MetricInfo(
    id = "mean_absolute_percentage_error",
    aliases = {"mape"},
    summary = "Mean absolute percentage error, as a share (0.2 is 20 %).",
    formula = "Σ w·|e|/|y| / W over rows with y ≠ 0",
    range = "[0, inf)",
    better = Direction.LOWER,
    edges = {
      "no usable rows, as when all labels are 0: undefined",
      "y = 0 with zero_label=skip: the row is skipped, n_zero_label",
      "y = 0 with zero_label=epsilon: |y| is at least eps; 2^-52 is scikit-learn's, 1.17e-6 torchmetrics'",
      "y = 0 with zero_label=null: undefined"
    },
    use =
        "Known to everyone and easy to game: minimising it means forecasting low, and a few tiny labels"
            + " decide it. Prefer weighted_mean_absolute_percentage_error on low volumes.",
    source = "scikit-learn 1.2 mean_absolute_percentage_error (zero_label=epsilon)")
public record MeanAbsolutePercentageError(
    @Parameter(doc = "what a label of 0 does: skip, epsilon or null") ZeroLabel zeroLabel,
    @Parameter(
            doc = "with zero_label=epsilon, the least |y| that is divided by",
            range = "(0, inf)",
            quiet = true)
        double eps)
    implements MeanOfLoss {

  /** Rows with a label of zero are skipped. */
  public MeanAbsolutePercentageError() {
    this(ZeroLabel.SKIP, AbsolutePercentageError.EPSILON);
  }

  @Override
  public Loss loss() {
    return new AbsolutePercentageError(zeroLabel, eps);
  }
}
