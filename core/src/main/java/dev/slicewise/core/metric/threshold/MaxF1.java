package dev.slicewise.core.metric.threshold;

import dev.slicewise.core.metric.MetricInfo;
import dev.slicewise.core.metric.MetricInfo.Direction;
import dev.slicewise.core.metric.MetricValue;
import java.math.BigInteger;

/** The best F1 of any threshold; everything else about it stands in its {@link MetricInfo}. */
@MetricInfo(
    id = "max_f1",
    aliases = {"best_f1", "f1_max"},
    summary = "The best F1 of any threshold.",
    formula = "max over thresholds of 2TP/(TP + FP + P)",
    range = "[0, 1]",
    better = Direction.HIGHER,
    edges = {
      "no row with label 1: undefined",
      "equal values: the highest threshold",
      "no usable rows: undefined",
      "label other than 0 or 1: row skipped, n_domain"
    },
    exactness = ScoreCurve.EXACTNESS + "; the true value is never below the one given",
    use =
        "What thresholding could reach, chosen with hindsight: each slice takes its own best"
            + " threshold (the detail 'threshold'), a deployed model has one.",
    source = "best of scikit-learn 1.2 f1_score over all thresholds")
public record MaxF1() implements ScoreMetric {
  @Override
  public MetricValue value(ScoreCurve curve) {
    double p = curve.positives();
    if (p == 0) {
      return MetricValue.undefined(NO_POSITIVES);
    }
    ScoreCurve.Best best = curve.best((tp, fp) -> 2 * tp / (tp + fp + p));
    BigInteger tp = curve.exactTp(best.edge());
    BigInteger all = tp.add(curve.exactFp(best.edge())).add(curve.exactTp(0));
    return ScoreMetric.at(curve, best.edge(), tp.shiftLeft(1), all, best.bound());
  }
}
