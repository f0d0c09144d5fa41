package dev.slicewise.core.metric.threshold;

import dev.slicewise.core.metric.MetricInfo;
import dev.slicewise.core.metric.MetricInfo.Direction;
import dev.slicewise.core.term.Parameter;
import java.util.List;

/** Precision by recall; everything else about it stands in its {@link MetricInfo}. */
@MetricInfo(
    id = "pr_curve",
    aliases = {"precision_recall_curve"},
    summary = "Precision-recall curve.",
    formula = "(threshold, TP/(TP+FP), TP/P) for +∞ and every distinct score, downwards",
    range = "[0, 1]",
    better = Direction.NONE,
    curve = true,
    edges = {
      "no row with label 1: undefined",
      "precision of predicting none: null (scikit-learn says 1)",
      "the first point predicts none: threshold +Infinity",
      "no usable rows: undefined",
      "label other than 0 or 1: row skipped, n_domain"
    },
    exactness = CurveMetric.EXACTNESS,
    use = "What ROC hides where positives are rare: how many alarms are right.",
    source = "scikit-learn 1.2 precision_recall_curve")
public record PrCurve(
    @Parameter(doc = CurveMetric.MAX_POINTS, range = CurveMetric.POINTS_RANGE) int maxPoints)
    implements CurveMetric {
  /** Up to 1,000 points. */
  public PrCurve() {
    this(DEFAULT_POINTS);
  }

  @Override
  public List<String> columns() {
    return List.of("precision", "recall");
  }

  @Override
  public String missing(ScoreCurve curve) {
    return curve.positives() == 0 ? NO_POSITIVES : null;
  }

  @Override
  public double[] point(ScoreCurve curve, int edge) {
    return new double[] {curve.precision(edge), curve.tp(edge) / curve.positives()};
  }
}
