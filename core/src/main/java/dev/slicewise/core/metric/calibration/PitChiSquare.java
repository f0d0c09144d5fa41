package dev.slicewise.core.metric.calibration;

import dev.slicewise.core.metric.Metric;
import dev.slicewise.core.metric.MetricInfo;
import dev.slicewise.core.metric.MetricInfo.Direction;
import dev.slicewise.core.metric.MetricValue;
import dev.slicewise.core.numeric.ChiSquared;
import dev.slicewise.core.numeric.Dyadic;
import dev.slicewise.core.statistic.RowAudit;
import dev.slicewise.core.statistic.StateView;
import dev.slicewise.core.statistic.Statistic;
import dev.slicewise.core.term.Parameter;
import java.util.List;

/** The chi-squared distance of the PIT histogram from a flat one. */
@MetricInfo(
    id = "pit_chi_square",
    summary = "Chi-squared statistic of the PIT histogram against a flat one.",
    formula =
        "n·n_bins·Σ_b (share_b − 1/n_bins)²; p_value = chi² tail, n_bins − 1 degrees of freedom",
    range = "[0, inf)",
    better = Direction.LOWER,
    edges = {
      "no usable rows: undefined",
      "stddev <= 0, or cdf outside [0, 1]: the row is skipped and counted as n_domain",
      "one row: n_bins − 1",
      "weighted rows: shares of weight, and W²/Σw² for n",
      "all weights below 2^-61: undefined"
    },
    use =
        "A test of a normal forecast's whole distribution with the detail p_value. With"
            + " millions of rows it rejects every forecast: look at pit_ks, which is a distance.",
    source = "Pearson 1900; scipy 1.17 chisquare on pit_histogram")
public record PitChiSquare(
    @Parameter(doc = "number of equal-width bins of u", range = "[2, 4096]") int nBins,
    @Parameter(doc = ProbabilityIntegralTransform.INPUT_DOC) ForecastForm input)
    implements Metric {
  /** The default: 20 bins. */
  public PitChiSquare() {
    this(20, ForecastForm.NORMAL);
  }

  @Override
  public List<Statistic<?>> needs() {
    return List.of(ProbabilityIntegralTransform.bins(input, nBins));
  }

  @Override
  public MetricValue value(StateView states) {
    Dyadic total = Dyadic.ZERO;
    Dyadic squares = Dyadic.ZERO;
    for (Dyadic count : ProbabilityIntegralTransform.counts(states, input, nBins)) {
      total = total.plus(count);
      squares = squares.plus(count.squared());
    }
    if (total.signum() == 0) {
      return CalibrationBins.VANISHED;
    }
    RowAudit.State rows = states.rows(ProbabilityIntegralTransform.of(input).domain());
    // n·(B·Σcount² − total²)/total²
    Dyadic excess = squares.times(Dyadic.of((long) nBins)).minus(total.squared());
    double statistic =
        excess
            .times(rows.exactWeight().squared())
            .over(total.squared().times(rows.exactSquaredWeight()));
    return MetricValue.exact(statistic).with("p_value", ChiSquared.survival(statistic, nBins - 1));
  }
}
