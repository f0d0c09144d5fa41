package dev.slicewise.core.metric.threshold;

import dev.slicewise.core.metric.MetricInfo;
import dev.slicewise.core.metric.MetricInfo.Direction;
import dev.slicewise.core.term.Parameter;
import java.util.List;

/**
 * The confusion table at every threshold; everything else about it stands in its {@link
 * MetricInfo}.
 */
@MetricInfo(
    id = "confusion_matrix_at_thresholds",
    aliases = {"confusion_at_thresholds"},
    summary = "Confusion table at every threshold.",
    formula = "(threshold, TP, FP, FN, TN) for +∞ and every distinct score, downwards",
    range = "[0, inf)",
    better = Direction.NONE,
    curve = true,
    edges = {
      "the first point predicts none: threshold +Infinity",
      "no usable rows: undefined",
      "label other than 0 or 1: row skipped, n_domain"
    },
    exactness = CurveMetric.EXACTNESS,
    use = "Whatever else depends on a threshold can be worked out from it.",
    source = "scikit-learn 1.2 confusion_matrix at each threshold")
public record ConfusionMatrixAtThresholds(
    @Parameter(doc = CurveMetric.MAX_POINTS, range = CurveMetric.POINTS_RANGE) int maxPoints)
    implements CurveMetric {
  /** Up to 1,000 points. */
  public ConfusionMatrixAtThresholds() {
    this(DEFAULT_POINTS);
  }

  @Override
  public List<String> columns() {
    return List.of("tp", "fp", "fn", "tn");
  }

  @Override
  public String missing(ScoreCurve curve) {
    return null;
  }

  @Override
  public double[] point(ScoreCurve curve, int edge) {
    double tp = curve.tp(edge);
    double fp = curve.fp(edge);
    return new double[] {tp, fp, curve.positives() - tp, curve.negatives() - fp};
  }
}
