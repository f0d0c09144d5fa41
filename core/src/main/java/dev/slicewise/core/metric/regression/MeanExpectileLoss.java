package dev.slicewise.core.metric.regression;

import dev.slicewise.core.metric.MetricInfo;
import dev.slicewise.core.metric.MetricInfo.Direction;
import dev.slicewise.core.term.Loss;
import dev.slicewise.core.term.Parameter;
import dev.slicewise.core.term.loss.Expectile;

/** Mean expectile loss; everything else about it stands in its {@link MetricInfo}. */
@MetricInfo(
    id = "mean_expectile_loss",
    summary = "Mean expectile loss: the squared error, weighted by the side it falls on.",
    formula = "Σ w[α·max(−e, 0)² + (1 − α)·max(e, 0)²] / W",
    units = "units of the label, squared",
    range = "[0, inf)",
    better = Direction.LOWER,
    edges = {"no usable rows: undefined", "|e| above 1.34e154: +Infinity, counted in n_overflow"},
    use =
        "Ranks expectile forecasts, the tail risk that a mean squared error would call fine. At ½ it is"
            + " half the mean squared error.",
    source = "Newey and Powell 1987, doi:10.2307/1911031")
public record MeanExpectileLoss(
    @Parameter(doc = "weight of under-predictions, a share", range = "(0, 1)") double alpha)
    implements MeanOfLoss {

  /** With alpha ½. */
  public MeanExpectileLoss() {
    this(0.5);
  }

  @Override
  public Loss loss() {
    return new Expectile(alpha);
  }
}
