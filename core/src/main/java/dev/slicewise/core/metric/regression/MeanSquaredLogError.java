package dev.slicewise.core.metric.regression;

import dev.slicewise.core.metric.MetricInfo;
import dev.slicewise.core.metric.MetricInfo.Direction;
import dev.slicewise.core.term.Loss;
import dev.slicewise.core.term.loss.SquaredLogError;

/** Mean of (ln(1 + p) − ln(1 + y))²; everything else about it stands in its {@link MetricInfo}. */
@MetricInfo(
    id = "mean_squared_log_error",
    aliases = {"msle"},
    summary = "Mean squared log error: the mean squared error of ln(1 + p) against ln(1 + y).",
    formula = "Σ w(ln(1 + p) − ln(1 + y))² / W",
    range = "[0, inf)",
    better = Direction.LOWER,
    edges = {"no usable rows: undefined", "y < 0 or p < 0: the row is skipped, n_domain"},
    use =
        "For amounts over several magnitudes, where ratios matter. What it rewards lies below the mean,"
            + " so totals come out low: read mean_error beside it.",
    source = "scikit-learn 1.2 mean_squared_log_error, which raises where this skips")
public record MeanSquaredLogError() implements MeanOfLoss {
  @Override
  public Loss loss() {
    return new SquaredLogError();
  }
}
