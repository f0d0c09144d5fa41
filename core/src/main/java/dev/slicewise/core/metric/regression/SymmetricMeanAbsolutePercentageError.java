package dev.slicewise.core.metric.regression;

import dev.slicewise.core.metric.MetricInfo;
import dev.slicewise.core.metric.MetricInfo.Direction;
import dev.slicewise.core.term.Loss;
import dev.slicewise.core.term.Parameter;
import dev.slicewise.core.term.loss.SymmetricAbsolutePercentageError;
import dev.slicewise.core.term.loss.SymmetricAbsolutePercentageError.Scale;

/** Mean of 2|e|/(|y| + |p|); everything else about it stands in its {@link MetricInfo}. */
@MetricInfo(
    id = "symmetric_mean_absolute_percentage_error",
    aliases = {"smape"},
    summary = "Symmetric mean absolute percentage error.",
    formula = "Σ w·2|e|/max(|y| + |p|, eps) / W, halved or times 100 by scale",
    range = "[0, 200]",
    better = Direction.LOWER,
    edges = {"no usable rows: undefined", "y = p = 0: the row counts as 0, n_zero_label"},
    use =
        "Bounded, so a label of 0 does no harm; but not symmetric despite its name, and published"
            + " with three different scales: say which.",
    source = "torchmetrics 1.4 SymmetricMeanAbsolutePercentageError (scale 0_2, eps 1.17e-6)")
public record SymmetricMeanAbsolutePercentageError(
    @Parameter(doc = "the largest value: 0_2 means [0, 2], 0_1 half of that, 0_200 percent")
        Scale scale,
    @Parameter(doc = "the least |y| + |p| that is divided by", range = "[0, inf)", quiet = true)
        double eps)
    implements MeanOfLoss {

  /** On [0, 2]. */
  public SymmetricMeanAbsolutePercentageError() {
    this(Scale._0_2, 0.0);
  }

  @Override
  public Loss loss() {
    return new SymmetricAbsolutePercentageError(scale, eps);
  }
}
