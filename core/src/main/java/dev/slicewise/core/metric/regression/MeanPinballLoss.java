package dev.slicewise.core.metric.regression;

import dev.slicewise.core.metric.MetricInfo;
import dev.slicewise.core.metric.MetricInfo.Direction;
import dev.slicewise.core.term.Loss;
import dev.slicewise.core.term.Parameter;
import dev.slicewise.core.term.loss.Quantile;

/** Mean pinball loss; everything else about it stands in its {@link MetricInfo}. */
@MetricInfo(
    id = "mean_pinball_loss",
    summary = "Mean pinball loss of a predicted alpha-quantile.",
    formula = "Σ w[α·max(−e, 0) + (1 − α)·max(e, 0)] / W",
    units = "units of the label",
    range = "[0, inf)",
    better = Direction.LOWER,
    edges = {
      "no usable rows: undefined",
      "an error that overflows: +Infinity, counted in n_overflow"
    },
    use =
        "Ranks quantile forecasts: the true quantile has the lowest. Values of different alpha are not"
            + " comparable; at ½ it is half the mean absolute error.",
    source = "scikit-learn 1.2 mean_pinball_loss")
public record MeanPinballLoss(
    @Parameter(doc = "the quantile predicted, a probability", range = "(0, 1)") double alpha)
    implements MeanOfLoss {

  /** Of the median. */
  public MeanPinballLoss() {
    this(0.5);
  }

  @Override
  public Loss loss() {
    return new Quantile(alpha);
  }
}
