package dev.slicewise.core.metric.threshold;

import dev.slicewise.core.interval.DeLongInterval;
import dev.slicewise.core.interval.IntervalMethod;
import dev.slicewise.core.metric.MetricInfo;
import dev.slicewise.core.metric.MetricInfo.Direction;
import dev.slicewise.core.metric.MetricValue;
import dev.slicewise.core.numeric.Rounding;
import java.math.BigInteger;

/** 2·AUC − 1; everything else about it stands in its {@link MetricInfo}. */
@MetricInfo(
    id = "gini",
    aliases = {"gini_coefficient", "accuracy_ratio", "somers_d"},
    summary = "Gini coefficient: ROC AUC on a scale where chance is 0 and perfect is 1.",
    formula = "2·roc_auc − 1",
    range = "[-1, 1]",
    better = Direction.HIGHER,
    edges = {
      "one class only: undefined",
      "all scores equal: 0",
      "no usable rows: undefined",
      "label other than 0 or 1: row skipped, n_domain"
    },
    exactness = ScoreCurve.EXACTNESS + ", twice that of roc_auc",
    use = "The scorecard world's name for AUC; it shares its blindness to calibration.",
    source = "2·scikit-learn 1.2 roc_auc_score − 1")
public record Gini() implements ScoreMetric {
  @Override
  public MetricValue value(ScoreCurve curve) {
    if (curve.positives() == 0 || curve.negatives() == 0) {
      return MetricValue.undefined(ONE_CLASS);
    }
    BigInteger pairs = curve.exactTp(0).multiply(curve.exactFp(0));
    return MetricValue.bounded(
        Rounding.ratio(RocAuc.twicePairsInOrder(curve).subtract(pairs), pairs),
        curve.lossless() ? 0.0 : 2 * RocAuc.halfTiedPairs(curve));
  }

  @Override
  public IntervalMethod interval() {
    return DeLongInterval.OF_GINI;
  }
}
