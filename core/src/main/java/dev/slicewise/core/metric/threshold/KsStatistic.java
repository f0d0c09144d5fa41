package dev.slicewise.core.metric.threshold;

import dev.slicewise.core.metric.MetricInfo;
import dev.slicewise.core.metric.MetricInfo.Direction;
import dev.slicewise.core.metric.MetricValue;
import java.math.BigInteger;

/** The largest gap of two distribution functions; all else stands in its {@link MetricInfo}. */
@MetricInfo(
    id = "ks_statistic",
    aliases = {"ks", "kolmogorov_smirnov"},
    summary = "KS statistic: the largest gap between true and false positive rate.",
    formula = "max over thresholds of |TP/P − FP/N|",
    range = "[0, 1]",
    better = Direction.HIGHER,
    edges = {
      "one class only: undefined",
      "all scores equal: 0",
      "no usable rows: undefined",
      "label other than 0 or 1: row skipped, n_domain"
    },
    exactness = ScoreCurve.EXACTNESS + "; the true value is never below the one given",
    use =
        "The best separation at any one threshold, given as the detail 'threshold'; it says nothing"
            + " of all the others.",
    source = "scipy 1.10 ks_2samp of the scores of both classes")
public record KsStatistic() implements ScoreMetric {
  @Override
  public MetricValue value(ScoreCurve curve) {
    double p = curve.positives();
    double n = curve.negatives();
    if (p == 0 || n == 0) {
      return MetricValue.undefined(ONE_CLASS);
    }
    ScoreCurve.Best best = curve.best((tp, fp) -> Math.abs(tp / p - fp / n));
    BigInteger gap =
        curve
            .exactTp(best.edge())
            .multiply(curve.exactFp(0))
            .subtract(curve.exactFp(best.edge()).multiply(curve.exactTp(0)));
    BigInteger pairs = curve.exactTp(0).multiply(curve.exactFp(0));
    return ScoreMetric.at(curve, best.edge(), gap.abs(), pairs, best.bound());
  }
}
