package dev.slicewise.core.metric.calibration;

import dev.slicewise.core.metric.Metric;
import dev.slicewise.core.metric.MetricInfo;
import dev.slicewise.core.metric.MetricInfo.Direction;
import dev.slicewise.core.metric.MetricValue;
import dev.slicewise.core.statistic.StateView;
import dev.slicewise.core.statistic.Statistic;
import dev.slicewise.core.term.Parameter;
import java.util.List;

/** What is left of the Brier score when the miscalibration is taken off. */
@MetricInfo(
    id = "refinement",
    summary =
        "Brier score less its reliability: the score after perfect recalibration of the bins.",
    formula = "Brier − REL = UNC − RES + WBV − WBC",
    units = "probability",
    range = "[0, 1]",
    better = Direction.LOWER,
    edges = {
      "no usable rows: undefined",
      "one distinct probability in each bin: the variance of the label inside the bins",
      "all weights below 2^-61: undefined"
    },
    exactness = "exact up to final rounding; probabilities below 2^-8 are kept to 2^-60",
    use =
        "Compare models by it when both will be recalibrated anyway. Depends on n_bins"
            + " through REL.",
    source =
        "Murphy 1973; Stephenson, Coelho, Jolliffe 2008 for the two within-bin terms,"
            + " doi:10.1175/2007WAF2006116.1")
public record Refinement(
    @Parameter(doc = "number of equal-width bins of the probability", range = "[1, 10000]")
        int nBins)
    implements Metric {
  /** The default: 15 bins. */
  public Refinement() {
    this(15);
  }

  @Override
  public List<Statistic<?>> needs() {
    return List.of(CalibrationBins.table(nBins));
  }

  @Override
  public MetricValue value(StateView states) {
    return MurphyDecomposition.value(states, nBins, MurphyDecomposition::refinement);
  }
}
