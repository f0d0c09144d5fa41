package dev.slicewise.core.metric.calibration;

import dev.slicewise.core.metric.Metric;
import dev.slicewise.core.metric.MetricInfo;
import dev.slicewise.core.metric.MetricInfo.Direction;
import dev.slicewise.core.metric.MetricValue;
import dev.slicewise.core.numeric.Dyadic;
import dev.slicewise.core.statistic.CalibrationTable;
import dev.slicewise.core.statistic.StateView;
import dev.slicewise.core.statistic.Statistic;
import dev.slicewise.core.term.ClassNames;
import dev.slicewise.core.term.Parameter;
import java.util.List;

/** How far observed shares are from predicted probabilities, averaged over equal-width bins. */
@MetricInfo(
    id = "expected_calibration_error",
    aliases = {"ece"},
    summary =
        "Expected calibration error: the mean distance, over bins of the probability,"
            + " between what was predicted and what happened.",
    formula = "Σ_b |Σ_b w·p − Σ_b w·y| / W over the bins b = min(n_bins − 1, floor(p·n_bins))",
    units = "probability",
    range = "[0, 1]",
    better = Direction.LOWER,
    edges = {
      "no usable rows: undefined",
      "an empty bin: contributes 0",
      "task=multiclass or classwise: a label that is no class or no distribution: row skipped,"
          + " n_domain",
      "one class or equal probabilities: defined as for any other rows",
      "all weights below 2^-61: undefined"
    },
    exactness = "exact up to final rounding; probabilities below 2^-8 are kept to 2^-60",
    use =
        "The number to watch when probabilities are used as such: 0.03 reads as three"
            + " points off on average. Over- and under-prediction inside one bin cancel, so fewer"
            + " bins give a smaller value, and small slices a larger one from noise alone:"
            + " compare only equal n_bins and similar n.",
    source = "torchmetrics binary_calibration_error norm l1, but with p = 1 in the last bin")
public record ExpectedCalibrationError(
    @Parameter(doc = "number of equal-width bins of the probability", range = "[1, 10000]")
        int nBins,
    @Parameter(doc = ClassCalibration.DOC, quiet = true) ClassCalibration.Of task,
    @Parameter(doc = ClassNames.DOC, quiet = true) String classes)
    implements Metric, ClassCalibration.Measure<CalibrationTable.State> {
  /** The default: 15 bins. */
  public ExpectedCalibrationError() {
    this(15, ClassCalibration.Of.BINARY, "");
  }

  @Override
  public Metric resolved() {
    return task == ClassCalibration.Of.BINARY ? this : new ClassCalibration<>(this, task, classes);
  }

  @Override
  public CalibrationTable remembered() {
    return CalibrationBins.table(nBins);
  }

  @Override
  public List<Statistic<?>> needs() {
    return List.of(remembered());
  }

  @Override
  public MetricValue value(StateView states) {
    return value(states.state(remembered()));
  }

  @Override
  public MetricValue value(CalibrationTable.State state) {
    CalibrationBins bins = CalibrationBins.equalWidth(state);
    if (bins.vanished()) {
      return CalibrationBins.VANISHED;
    }
    Dyadic gaps = Dyadic.ZERO;
    for (CalibrationBin bin : bins.bins()) {
      gaps = gaps.plus(bin.gap().abs());
    }
    return MetricValue.exact(gaps.over(bins.weight()));
  }
}
