package dev.slicewise.core.metric.calibration;

import dev.slicewise.core.metric.Metric;
import dev.slicewise.core.metric.MetricInfo;
import dev.slicewise.core.metric.MetricInfo.Direction;
import dev.slicewise.core.metric.MetricValue;
import dev.slicewise.core.statistic.StateView;
import dev.slicewise.core.statistic.Statistic;
import dev.slicewise.core.term.Parameter;
import java.util.List;

/** How much the bins' observed shares differ. */
@MetricInfo(
    id = "murphy_resolution",
    summary = "Resolution of the Brier score: how far the bins tell events from non-events.",
    formula = "RES = Σ_b W_b·(mean_b(y) − mean(y))² / W",
    units = "probability",
    range = "[0, 0.25]",
    better = Direction.HIGHER,
    edges = {
      "no usable rows: undefined",
      "one class, or all rows in one bin: 0",
      "all weights below 2^-61: undefined"
    },
    exactness = "exact up to final rounding; probabilities below 2^-8 are kept to 2^-60",
    use =
        "Skill that no recalibration can give or take. At most the uncertainty of the"
            + " slice, so compare slices by RES / UNC.",
    source =
        "Murphy 1973; Stephenson, Coelho, Jolliffe 2008 for the two within-bin terms,"
            + " doi:10.1175/2007WAF2006116.1")
public record MurphyResolution(
    @Parameter(doc = "number of equal-width bins of the probability", range = "[1, 10000]")
        int nBins)
    implements Metric {
  /** The default: 15 bins. */
  public MurphyResolution() {
    this(15);
  }

  @Override
  public List<Statistic<?>> needs() {
    return List.of(CalibrationBins.table(nBins));
  }

  @Override
  public MetricValue value(StateView states) {
    return MurphyDecomposition.value(states, nBins, MurphyDecomposition::resolution);
  }
}
