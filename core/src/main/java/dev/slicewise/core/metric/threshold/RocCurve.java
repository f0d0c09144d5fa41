package dev.slicewise.core.metric.threshold;

import dev.slicewise.core.metric.MetricInfo;
import dev.slicewise.core.metric.MetricInfo.Direction;
import dev.slicewise.core.term.Parameter;
import java.util.List;

/** True by false positive rate; everything else about it stands in its {@link MetricInfo}. */
@MetricInfo(
    id = "roc_curve",
    summary = "ROC curve: true positive rate by false positive rate.",
    formula = "(threshold, FP/N, TP/P) for +∞ and every distinct score, downwards",
    range = "[0, 1]",
    better = Direction.NONE,
    curve = true,
    edges = {
      "one class only: undefined",
      "the first point predicts none: threshold +Infinity",
      "no usable rows: undefined",
      "label other than 0 or 1: row skipped, n_domain"
    },
    exactness = CurveMetric.EXACTNESS,
    use = "Each point is a decision on offer; the straight line to (1, 1) is chance.",
    source = "scikit-learn 1.2 roc_curve(drop_intermediate=False)")
public record RocCurve(
    @Parameter(doc = CurveMetric.MAX_POINTS, range = CurveMetric.POINTS_RANGE) int maxPoints)
    implements CurveMetric {
  /** Up to 1,000 points. */
  public RocCurve() {
    this(DEFAULT_POINTS);
  }

  @Override
  public List<String> columns() {
    return List.of("fpr", "tpr");
  }

  @Override
  public String missing(ScoreCurve curve) {
    return curve.positives() == 0 || curve.negatives() == 0 ? ONE_CLASS : null;
  }

  @Override
  public double[] point(ScoreCurve curve, int edge) {
    return new double[] {curve.fp(edge) / curve.negatives(), curve.tp(edge) / curve.positives()};
  }
}
