package dev.slicewise.core.metric.calibration;

import dev.slicewise.core.metric.Metric;
import dev.slicewise.core.metric.MetricInfo;
import dev.slicewise.core.metric.MetricInfo.Direction;
import dev.slicewise.core.metric.MetricValue;
import dev.slicewise.core.statistic.ScoreHistogram;
import dev.slicewise.core.statistic.StateView;
import dev.slicewise.core.statistic.Statistic;
import java.util.List;

/** The intercept of that regression with the slope fixed at 1. */
@MetricInfo(
    id = "calibration_intercept_offset",
    summary =
        "Calibration offset: the shift of the log odds that makes the expected equal the"
            + " observed total.",
    formula = "a with Σ w·(y − 1 / (1 + exp(−a − logit(p)))) = 0",
    units = "log odds",
    range = "(-inf, inf)",
    better = Direction.ZERO,
    edges = {
      "no usable rows: undefined",
      "one class: undefined",
      "all probabilities equal: logit(mean(y)) − logit(p)",
      "probabilities within 2^-52 of 0 or 1: taken as that far away",
      "all weights below 2^-61: undefined"
    },
    exactness =
        "the maximum-likelihood fit to 1e-10 up to 4,096 distinct probabilities; beyond,"
            + " rows are fitted at the mean of their histogram bin and the value is marked as"
            + " estimated (2e-4 off in the worst case measured)",
    use =
        "Positive means that probabilities are too low. In contrast to"
            + " signed_calibration_error it can be compared between slices of very different base"
            + " rates.",
    source = "Cox 1958, doi:10.1093/biomet/45.3-4.562; Newton steps from the perfect fit")
public record CalibrationInterceptOffset() implements Metric {
  @Override
  public List<Statistic<?>> needs() {
    return List.of(ScoreHistogram.OF_PROBABILITIES);
  }

  @Override
  public MetricValue value(StateView states) {
    return LogisticRecalibration.fitOffset(states.state(ScoreHistogram.OF_PROBABILITIES).bins())
        .value(LogisticRecalibration.Fit::intercept);
  }
}
