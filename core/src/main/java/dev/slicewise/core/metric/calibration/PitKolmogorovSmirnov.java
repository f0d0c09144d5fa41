package dev.slicewise.core.metric.calibration;

import dev.slicewise.core.metric.Metric;
import dev.slicewise.core.metric.MetricInfo;
import dev.slicewise.core.metric.MetricInfo.Direction;
import dev.slicewise.core.metric.MetricValue;
import dev.slicewise.core.numeric.Rounding;
import dev.slicewise.core.statistic.BitHistogram;
import dev.slicewise.core.statistic.Distribution;
import dev.slicewise.core.statistic.StateView;
import dev.slicewise.core.statistic.Statistic;
import dev.slicewise.core.term.Parameter;
import java.math.BigInteger;
import java.util.List;

/** The largest distance between the distribution of PIT values and the uniform one. */
@MetricInfo(
    id = "pit_ks",
    summary =
        "Kolmogorov–Smirnov distance of the PIT values from uniform: how wrong any forecast"
            + " probability of a normal forecast is at most.",
    formula =
        "sup over u in [0, 1] of |share of rows with Phi((y − prediction) / stddev) or cdf <= u,"
            + " minus u|",
    units = "probability",
    range = "[0, 1]",
    better = Direction.LOWER,
    edges = {
      "no usable rows: undefined",
      "stddev <= 0, or cdf outside [0, 1]: the row is skipped and counted as n_domain",
      "one row: max(u, 1 − u)",
      "all weights below 2^-61: undefined"
    },
    exactness =
        "exact up to 4,096 distinct PIT values; beyond, a lower bound within the"
            + " certificate (about 0.004 for calibrated forecasts)",
    use =
        "0.05 reads as: no stated probability P(y <= x) is off by more than five points on"
            + " average over the slice. Does not grow with n as a test statistic would.",
    source = "scipy 1.17 kstest(u, \"uniform\").statistic")
public record PitKolmogorovSmirnov(
    @Parameter(doc = ProbabilityIntegralTransform.INPUT_DOC) ForecastForm input) implements Metric {
  /** Of normal forecasts. */
  public PitKolmogorovSmirnov() {
    this(ForecastForm.NORMAL);
  }

  private BitHistogram values() {
    return BitHistogram.of(ProbabilityIntegralTransform.of(input));
  }

  @Override
  public List<Statistic<?>> needs() {
    return List.of(values());
  }

  @Override
  public MetricValue value(StateView states) {
    Distribution u = states.state(values()).distribution();
    BigInteger total = u.total();
    if (total.signum() == 0) {
      return CalibrationBins.VANISHED;
    }
    double attained = 0;
    double possible = 0;
    double below = 0;
    BigInteger sum = BigInteger.ZERO;
    for (int i = 0; i < u.size(); i++) {
      sum = sum.add(u.mass()[i]);
      double upTo = Rounding.ratio(sum, total);
      double low = u.low()[i];
      double high = Math.min(u.high()[i], 1.0);
      // At its ends a bin's empirical distribution is known; between them it may step anywhere.
      attained = Math.max(attained, Math.max(Math.abs(below - low), Math.abs(upTo - high)));
      possible = Math.max(possible, Math.max(upTo - low, high - below));
      below = upTo;
    }
    return MetricValue.bounded(attained, Math.max(0.0, possible - attained));
  }
}
