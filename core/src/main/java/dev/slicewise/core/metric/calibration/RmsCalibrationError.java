package dev.slicewise.core.metric.calibration;

import dev.slicewise.core.metric.Metric;
import dev.slicewise.core.metric.MetricInfo;
import dev.slicewise.core.metric.MetricInfo.Direction;
import dev.slicewise.core.metric.MetricValue;
import dev.slicewise.core.numeric.Dyadic;
import dev.slicewise.core.statistic.StateView;
import dev.slicewise.core.statistic.Statistic;
import dev.slicewise.core.term.Parameter;
import java.util.List;

/**
 * Root mean square over equal-width bins of the distance between observed share and probability.
 */
@MetricInfo(
    id = "rms_calibration_error",
    aliases = {"rmsce"},
    summary =
        "Root-mean-square calibration error: as the expected one, but large distances count more.",
    formula =
        "sqrt(max(0, Σ_b W_b·(gap_b² − v_b) / W)), gap_b = mean_b(p) − mean_b(y); v_b = 0,"
            + " or with debias mean_b(y)·(1 − mean_b(y)) / (n_b − 1)",
    units = "probability",
    range = "[0, 1]",
    better = Direction.LOWER,
    edges = {
      "no usable rows: undefined",
      "an empty bin: contributes 0",
      "debias, a bin of fewer than 2 rows: its v_b is 0",
      "debias takes more than there is: 0",
      "one class or equal probabilities: defined as for any other rows",
      "weighted rows: n_b is W_b·W/Σw²",
      "all weights below 2^-61: undefined"
    },
    exactness = "exact up to final rounding; probabilities below 2^-8 are kept to 2^-60",
    use =
        "Its square is the reliability of the Brier score. Without debias it is above 0 on"
            + " finite data even for perfect probabilities; debias = true takes the expected"
            + " sampling noise out, so a good model on a small slice may show 0.",
    source = "Kumar, Liang, Ma 2019, Verified Uncertainty Calibration, arXiv:1909.10155")
public record RmsCalibrationError(
    @Parameter(doc = "number of equal-width bins of the probability", range = "[1, 10000]")
        int nBins,
    @Parameter(doc = "whether the expected sampling noise of each bin is taken out") boolean debias,
    @Parameter(doc = BinEdges.DOC, quiet = true) BinEdges edges)
    implements Metric {
  /** Refuses more bins than the edges allow. */
  public RmsCalibrationError {
    edges.check(nBins);
  }

  /** The default: 15 bins. */
  public RmsCalibrationError() {
    this(15, false, BinEdges.LEFT);
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
    Dyadic weight = bins.weight();
    double total = 0;
    for (CalibrationBin bin : bins.bins()) {
      total += bin.gap().squared().over(bin.weight().times(weight));
      if (debias) {
        total -= bin.weight().over(weight) * noise(states, bin);
      }
    }
    return MetricValue.exact(Math.sqrt(Math.max(0.0, total)));
  }

  /** The variance of the bin's mean label, unbiased. */
  private static double noise(StateView states, CalibrationBin bin) {
    double rows = CalibrationBins.effectiveRows(states, bin.weight());
    double mean = bin.meanLabel();
    return rows < 2 ? 0.0 : mean * (1 - mean) / (rows - 1);
  }
}
