package dev.slicewise.core.metric.regression;

import dev.slicewise.core.metric.MetricInfo;
import dev.slicewise.core.metric.MetricInfo.Direction;
import dev.slicewise.core.term.Loss;
import dev.slicewise.core.term.loss.SquaredError;

/** Mean of (prediction − label)²; everything else about it stands in its {@link MetricInfo}. */
@MetricInfo(
    id = "mean_squared_error",
    aliases = {"mse", "l2"},
    summary = "Mean squared error: the mean of the squared errors.",
    formula = "Σ w·e² / W",
    units = "units of the label, squared",
    range = "[0, inf)",
    better = Direction.LOWER,
    edges = {"no usable rows: undefined", "|e| above 1.34e154: +Infinity, counted in n_overflow"},
    use =
        "Minimised by the mean and decomposes into bias² + variance. One outlier can decide it; read"
            + " it beside mean_absolute_error and tail_mean_abs_error.",
    source = "scikit-learn 1.2 mean_squared_error")
public record MeanSquaredError() implements MeanOfLoss {
  @Override
  public Loss loss() {
    return new SquaredError();
  }
}
