package dev.slicewise.core.metric.threshold;

import dev.slicewise.core.metric.MetricInfo;
import dev.slicewise.core.metric.MetricInfo.Direction;
import dev.slicewise.core.metric.MetricValue;
import dev.slicewise.core.term.Parameter;

/** The best precision at a recall; everything else about it stands in its {@link MetricInfo}. */
@MetricInfo(
    id = "precision_at_recall",
    summary = "Precision at a recall: the best precision of all thresholds that keep the recall.",
    formula = "max TP/(TP+FP) over thresholds with TP ≥ ⌈recall·P⌉",
    range = "[0, 1]",
    better = Direction.HIGHER,
    edges = {
      "no row with label 1: undefined",
      "equal precisions: the one with the higher recall",
      "weighted: TP ≥ recall·P, without rounding up",
      "no usable rows: undefined",
      "label other than 0 or 1: row skipped, n_domain"
    },
    exactness = ScoreCurve.EXACTNESS + "; the true value is never below the one given",
    use =
        "What a filter costs that may miss next to nothing; the detail 'threshold' reaches it. The"
            + " threshold is chosen on the rows it is judged by: on few positives that flatters.",
    source = "best of scikit-learn 1.2 precision_recall_curve; the recall is taken as a decimal")
public record PrecisionAtRecall(
    @Parameter(doc = "the recall to keep", range = "(0, 1]") double recall) implements ScoreMetric {
  /** At 90 % recall. */
  public PrecisionAtRecall() {
    this(0.9);
  }

  @Override
  public MetricValue value(ScoreCurve curve) {
    if (curve.positives() == 0) {
      return MetricValue.undefined(NO_POSITIVES);
    }
    int highest = curve.highestWithRecall(recall);
    int best = 0;
    double reachable = 0;
    for (int b = 0; b <= highest; b++) {
      best = curve.precision(b) > curve.precision(best) ? b : best;
      reachable = Math.max(reachable, curve.tp(b) / (curve.tp(b) + curve.fp(b + 1)));
    }
    double bound = curve.lossless() ? 0.0 : Math.max(0.0, reachable - curve.precision(best));
    return ScoreMetric.at(
        curve, best, curve.exactTp(best), curve.exactTp(best).add(curve.exactFp(best)), bound);
  }
}
