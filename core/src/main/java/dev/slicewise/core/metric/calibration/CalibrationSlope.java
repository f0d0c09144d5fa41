package dev.slicewise.core.metric.calibration;

import dev.slicewise.core.metric.Metric;
import dev.slicewise.core.metric.MetricInfo;
import dev.slicewise.core.metric.MetricInfo.Direction;
import dev.slicewise.core.metric.MetricValue;
import dev.slicewise.core.statistic.ScoreHistogram;
import dev.slicewise.core.statistic.StateView;
import dev.slicewise.core.statistic.Statistic;
import java.util.List;

/** The slope of the label's logistic regression on the logit of the probability. */
@MetricInfo(
    id = "calibration_slope",
    summary =
        "Calibration slope: b of the fit logit(P(y = 1)) = a + b·logit(p); below 1 means"
            + " overconfident.",
    formula =
        "argmax over (a, b) of Σ w·(y·ln s + (1 − y)·ln(1 − s)), s = 1 / (1 + exp(−a −"
            + " b·logit(p)))",
    units = "none",
    range = "(-inf, inf)",
    better = Direction.ONE,
    edges = {
      "no usable rows: undefined",
      "one class: undefined",
      "all probabilities equal: undefined",
      "probabilities that separate the classes, or touch at one value: undefined, for the"
          + " fit has no finite optimum",
      "probabilities within 2^-52 of 0 or 1: taken as that far away",
      "all weights below 2^-61: undefined"
    },
    exactness =
        "the maximum-likelihood fit to 1e-10 up to 4,096 distinct probabilities; beyond,"
            + " rows are fitted at the mean of their histogram bin and the value is marked as"
            + " estimated (2e-4 off in the worst case measured)",
    use =
        "Below 1 probabilities are too extreme (the usual mark of over-fitting), above 1"
            + " too timid, near 0 uninformative. Compare it between slices together with n: it is"
            + " noisy for few events.",
    source = "Cox 1958, doi:10.1093/biomet/45.3-4.562; Newton steps from the perfect fit")
public record CalibrationSlope() implements Metric {
  @Override
  public List<Statistic<?>> needs() {
    return List.of(ScoreHistogram.OF_PROBABILITIES);
  }

  @Override
  public MetricValue value(StateView states) {
    return LogisticRecalibration.fit(states.state(ScoreHistogram.OF_PROBABILITIES).bins())
        .value(LogisticRecalibration.Fit::slope);
  }
}
