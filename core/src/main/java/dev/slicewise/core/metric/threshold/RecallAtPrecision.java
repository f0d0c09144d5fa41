package dev.slicewise.core.metric.threshold;

import dev.slicewise.core.metric.MetricInfo;
import dev.slicewise.core.metric.MetricInfo.Direction;
import dev.slicewise.core.metric.MetricValue;
import dev.slicewise.core.term.Parameter;

/** The best recall at a precision; everything else about it stands in its {@link MetricInfo}. */
@MetricInfo(
    id = "recall_at_precision",
    summary = "Recall at a precision: the best recall of all thresholds that keep the precision.",
    formula = "max TP/P over thresholds with TP ≥ precision·(TP+FP) > 0",
    range = "[0, 1]",
    better = Direction.HIGHER,
    edges = {
      "no threshold reaches the precision: undefined",
      "no row with label 1: undefined",
      "equal recalls: the one with the higher precision",
      "no usable rows: undefined",
      "label other than 0 or 1: row skipped, n_domain"
    },
    exactness = ScoreCurve.EXACTNESS + "; the true value is never below the one given",
    use =
        "How much an automatic decision can take over at a promised quality. Precision is not"
            + " monotone in the threshold: a lower one may keep it too.",
    source = "best of scikit-learn 1.2 precision_recall_curve; the precision is taken as a decimal")
public record RecallAtPrecision(
    @Parameter(doc = "the precision to keep", range = "(0, 1]") double precision)
    implements ScoreMetric {
  /** At 90 % precision. */
  public RecallAtPrecision() {
    this(0.9);
  }

  @Override
  public MetricValue value(ScoreCurve curve) {
    if (curve.positives() == 0) {
      return MetricValue.undefined(NO_POSITIVES);
    }
    int best = 0;
    while (best < curve.last() && !curve.isPrecise(best, best, precision)) {
      best++;
    }
    // Inside a bin the best case has all its positives before any of its negatives.
    int reachable = 0;
    while (reachable < best && !curve.isPrecise(reachable, reachable + 1, precision)) {
      reachable++;
    }
    if (best == curve.last()) {
      return MetricValue.undefined(
          curve.lossless() || reachable == best
              ? "no threshold reaches the precision"
              : "no edge of a score bin reaches the precision");
    }
    double bound =
        curve.lossless() ? 0.0 : (curve.tp(reachable) - curve.tp(best)) / curve.positives();
    int sharpest = curve.sharpened(best);
    return ScoreMetric.at(curve, sharpest, curve.exactTp(best), curve.exactTp(0), bound);
  }
}
