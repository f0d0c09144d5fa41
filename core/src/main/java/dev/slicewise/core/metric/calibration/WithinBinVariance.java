package dev.slicewise.core.metric.calibration;

import dev.slicewise.core.metric.Metric;
import dev.slicewise.core.metric.MetricInfo;
import dev.slicewise.core.metric.MetricInfo.Direction;
import dev.slicewise.core.metric.MetricValue;
import dev.slicewise.core.statistic.StateView;
import dev.slicewise.core.statistic.Statistic;
import dev.slicewise.core.term.Parameter;
import java.util.List;

/** Variance of the prediction inside bins. */
@MetricInfo(
    id = "within_bin_variance",
    summary =
        "Variance of the probabilities inside their bins: what binning hides from the reliability.",
    formula = "WBV = Σ_b Σ_(i in b) w·(p − mean_b(p))² / W",
    units = "probability",
    range = "[0, 0.25]",
    better = Direction.NONE,
    edges = {
      "no usable rows: undefined",
      "one distinct probability in each bin: 0",
      "all weights below 2^-61: undefined"
    },
    exactness = "exact up to final rounding; probabilities below 2^-8 are kept to 2^-60",
    use =
        "Makes the Brier decomposition add up: Brier = REL − RES + UNC + WBV − WBC. If it"
            + " is not small beside REL, take more bins.",
    source =
        "Murphy 1973; Stephenson, Coelho, Jolliffe 2008 for the two within-bin terms,"
            + " doi:10.1175/2007WAF2006116.1")
public record WithinBinVariance(
    @Parameter(doc = "number of equal-width bins of the probability", range = "[1, 10000]")
        int nBins)
    implements Metric {
  /** The default: 15 bins. */
  public WithinBinVariance() {
    this(15);
  }

  @Override
  public List<Statistic<?>> needs() {
    return List.of(CalibrationBins.table(nBins));
  }

  @Override
  public MetricValue value(StateView states) {
    return MurphyDecomposition.value(
        states, nBins, MurphyDecomposition::withinBinVarianceAtLeastZero);
  }
}
