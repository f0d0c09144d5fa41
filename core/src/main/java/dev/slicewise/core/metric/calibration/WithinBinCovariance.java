package dev.slicewise.core.metric.calibration;

import dev.slicewise.core.metric.Metric;
import dev.slicewise.core.metric.MetricInfo;
import dev.slicewise.core.metric.MetricInfo.Direction;
import dev.slicewise.core.metric.MetricValue;
import dev.slicewise.core.statistic.StateView;
import dev.slicewise.core.statistic.Statistic;
import dev.slicewise.core.term.Parameter;
import java.util.List;

/** Twice the covariance of prediction and label inside bins. */
@MetricInfo(
    id = "within_bin_covariance",
    summary =
        "Twice the covariance of probability and label inside bins: skill that the bins do"
            + " not see.",
    formula = "WBC = 2·Σ_b Σ_(i in b) w·(p − mean_b(p))·(y − mean_b(y)) / W",
    units = "probability",
    range = "[-0.5, 0.5]",
    better = Direction.NONE,
    edges = {
      "no usable rows: undefined",
      "one class, or one distinct probability in each bin: 0",
      "all weights below 2^-61: undefined"
    },
    exactness = "exact up to final rounding; probabilities below 2^-8 are kept to 2^-60",
    use =
        "Makes the Brier decomposition add up: Brier = REL − RES + UNC + WBV − WBC. Clearly"
            + " positive means that the model ranks inside bins: take more bins.",
    source =
        "Murphy 1973; Stephenson, Coelho, Jolliffe 2008 for the two within-bin terms,"
            + " doi:10.1175/2007WAF2006116.1")
public record WithinBinCovariance(
    @Parameter(doc = "number of equal-width bins of the probability", range = "[1, 10000]")
        int nBins)
    implements Metric {
  /** The default: 15 bins. */
  public WithinBinCovariance() {
    this(15);
  }

  @Override
  public List<Statistic<?>> needs() {
    return List.of(CalibrationBins.table(nBins));
  }

  @Override
  public MetricValue value(StateView states) {
    return MurphyDecomposition.value(states, nBins, MurphyDecomposition::withinBinCovariance);
  }
}
