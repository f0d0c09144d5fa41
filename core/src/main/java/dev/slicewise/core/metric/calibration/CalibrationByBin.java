package dev.slicewise.core.metric.calibration;

import dev.slicewise.core.metric.Metric;
import dev.slicewise.core.metric.MetricInfo;
import dev.slicewise.core.metric.MetricInfo.Direction;
import dev.slicewise.core.metric.MetricValue;
import dev.slicewise.core.metric.MetricValue.Curve;
import dev.slicewise.core.statistic.StateView;
import dev.slicewise.core.statistic.Statistic;
import dev.slicewise.core.term.Parameter;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;

/** Total prediction against total label, from the smallest predictions to the largest. */
@MetricInfo(
    id = "calibration_by_bin",
    summary =
        "Calibration of a regression by size of prediction: mean prediction, mean label,"
            + " mean error and their ratio per equal-mass bin.",
    formula =
        "(n, mean p, mean y, mean e, Σ w·p / Σ w·y) of each bin between the i/bins"
            + " quantiles of p, in ascending order of p",
    units = "units of the label; the ratio has none",
    range = "(-inf, inf)",
    better = Direction.NONE,
    curve = true,
    edges = {
      "no usable rows: undefined",
      "a bin whose labels sum to 0: its ratio is null",
      "all predictions equal: one point",
      "many equal predictions: never split, so bins may be uneven and fewer than asked for",
      "weighted rows: n is the bin's weight",
      "products with weights that overflow: undefined"
    },
    exactness =
        "exact up to final rounding; beyond 1,024 distinct predictions the cuts lie between"
            + " histogram bins, the sums on both sides are exact",
    use =
        "Ratios above 1 at the top and below 1 at the bottom say that a model exaggerates,"
            + " the reverse that it is too timid; the total alone (calibration_ratio) hides both."
            + " Sorting by prediction is right, sorting by label would show regression to the"
            + " mean as an error.",
    source = "TensorFlow Model Analysis calibration plot, in sums instead of means")
public record CalibrationByBin(
    @Parameter(doc = "number of equal-mass bins", range = "[1, 1000]") int bins) implements Metric {
  private static final List<String> COLUMNS =
      List.of("n", "mean_prediction", "mean_label", "mean_error", "ratio");

  /** The default: tenths. */
  public CalibrationByBin() {
    this(10);
  }

  @Override
  public List<Statistic<?>> needs() {
    return List.of(BinnedPredictions.STATISTIC);
  }

  @Override
  public MetricValue value(StateView states) {
    if (BinnedPredictions.overflowed(states)) {
      return MetricValue.undefined("sums overflowed");
    }
    List<List<Double>> points = new ArrayList<>();
    for (CalibrationBin bin : BinnedPredictions.groups(states, bins).bins()) {
      Double ratio = bin.label().signum() == 0 ? null : bin.prediction().over(bin.label()) + 0.0;
      points.add(
          Arrays.asList(
              bin.weight().toDouble(),
              bin.meanPrediction(),
              bin.meanLabel(),
              bin.gap().over(bin.weight()),
              ratio));
    }
    return new Curve(COLUMNS, points);
  }
}
