package dev.slicewise.core.metric.calibration;

import dev.slicewise.core.metric.Metric;
import dev.slicewise.core.metric.MetricInfo;
import dev.slicewise.core.metric.MetricInfo.Direction;
import dev.slicewise.core.metric.MetricValue;
import dev.slicewise.core.statistic.StateView;
import dev.slicewise.core.statistic.Statistic;
import dev.slicewise.core.term.Parameter;
import java.util.List;

/** The worst bin's distance between observed share and predicted probability. */
@MetricInfo(
    id = "maximum_calibration_error",
    aliases = {"mce"},
    summary =
        "Maximum calibration error: the largest distance in any bin between mean prediction"
            + " and mean label.",
    formula = "max_b |mean_b(p) − mean_b(y)| over the bins with at least min_bin_count rows",
    units = "probability",
    range = "[0, 1]",
    better = Direction.LOWER,
    edges = {
      "no usable rows: undefined",
      "no bin with min_bin_count rows: undefined",
      "one class or equal probabilities: defined as for any other rows",
      "weighted rows: a bin counts w·W/Σw² rows; min_bin_count = 1 takes every non-empty bin",
      "all weights below 2^-61: undefined"
    },
    exactness = "exact up to final rounding; probabilities below 2^-8 are kept to 2^-60",
    use =
        "For uses where no range of probabilities may be off, such as triage by threshold."
            + " With few rows in a bin it is mostly noise: raise min_bin_count. The details name"
            + " the mean prediction and mean label of the worst bin.",
    source = "torchmetrics binary_calibration_error norm max; min_bin_count is our own")
public record MaximumCalibrationError(
    @Parameter(doc = "number of equal-width bins of the probability", range = "[1, 10000]")
        int nBins,
    @Parameter(doc = "rows a bin needs to be looked at", range = "[1, inf)") int minBinCount,
    @Parameter(doc = BinEdges.DOC, quiet = true) BinEdges edges)
    implements Metric {
  /** Refuses more bins than the edges allow. */
  public MaximumCalibrationError {
    edges.check(nBins);
  }

  /** The default: 15 bins. */
  public MaximumCalibrationError() {
    this(15, 1, BinEdges.LEFT);
  }

  @Override
  public List<Statistic<?>> needs() {
    return List.of(edges.statistic(nBins));
  }

  @Override
  public MetricValue value(StateView states) {
    CalibrationBins bins = CalibrationBins.equalWidth(states, nBins, edges);
    if (bins.vanished()) {
      return CalibrationBins.VANISHED;
    }
    CalibrationBin worst = null;
    double largest = -1;
    for (CalibrationBin bin : bins.bins()) {
      double gap = bin.gap().abs().over(bin.weight());
      if (gap > largest && large(states, bin)) {
        worst = bin;
        largest = gap;
      }
    }
    return worst == null
        ? MetricValue.undefined("no bin has min_bin_count = " + minBinCount + " rows")
        : MetricValue.exact(largest)
            .with("mean_prediction", worst.meanPrediction())
            .with("mean_label", worst.meanLabel());
  }

  private boolean large(StateView states, CalibrationBin bin) {
    return minBinCount == 1 || CalibrationBins.effectiveRows(states, bin.weight()) >= minBinCount;
  }
}
