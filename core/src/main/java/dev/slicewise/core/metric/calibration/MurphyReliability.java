package dev.slicewise.core.metric.calibration;

import dev.slicewise.core.metric.Metric;
import dev.slicewise.core.metric.MetricInfo;
import dev.slicewise.core.metric.MetricInfo.Direction;
import dev.slicewise.core.metric.MetricValue;
import dev.slicewise.core.statistic.StateView;
import dev.slicewise.core.statistic.Statistic;
import dev.slicewise.core.term.Parameter;
import java.util.List;

/** How much of the Brier score is miscalibration. */
@MetricInfo(
    id = "murphy_reliability",
    summary =
        "Reliability of the Brier score: mean squared distance of bin means of prediction"
            + " and label.",
    formula = "REL = Σ_b W_b·(mean_b(p) − mean_b(y))² / W",
    units = "probability",
    range = "[0, 1]",
    better = Direction.LOWER,
    edges = {
      "no usable rows: undefined",
      "one class: defined as for any other rows",
      "all probabilities equal: (p − mean(y))²",
      "all weights below 2^-61: undefined"
    },
    exactness = "exact up to final rounding; probabilities below 2^-8 are kept to 2^-60",
    use =
        "What recalibration alone could take off the Brier score. Brier = REL − RES + UNC +"
            + " WBV − WBC holds exactly for the same n_bins; the three classical terms alone do"
            + " not add up unless a bin holds one probability.",
    source =
        "Murphy 1973; Stephenson, Coelho, Jolliffe 2008 for the two within-bin terms,"
            + " doi:10.1175/2007WAF2006116.1")
public record MurphyReliability(
    @Parameter(doc = "number of equal-width bins of the probability", range = "[1, 10000]")
        int nBins)
    implements Metric {
  /** The default: 15 bins. */
  public MurphyReliability() {
    this(15);
  }

  @Override
  public List<Statistic<?>> needs() {
    return List.of(CalibrationBins.table(nBins));
  }

  @Override
  public MetricValue value(StateView states) {
    return MurphyDecomposition.value(states, nBins, MurphyDecomposition::reliability);
  }
}
