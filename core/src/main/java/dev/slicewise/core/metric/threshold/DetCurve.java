package dev.slicewise.core.metric.threshold;

import dev.slicewise.core.metric.MetricInfo;
import dev.slicewise.core.metric.MetricInfo.Direction;
import dev.slicewise.core.term.Parameter;
import java.util.List;

/**
 * False negative by false positive rate; everything else about it stands in its {@link MetricInfo}.
 */
@MetricInfo(
    id = "det_curve",
    summary = "Detection error tradeoff: false negative rate by false positive rate.",
    formula = "(threshold, FP/N, FN/P) for +∞ and every distinct score, downwards",
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
    use = "Drawn on normal-deviate axes, two Gaussian classes give a straight line.",
    source = "scikit-learn 1.2 det_curve")
public record DetCurve(
    @Parameter(doc = CurveMetric.MAX_POINTS, range = CurveMetric.POINTS_RANGE) int maxPoints)
    implements CurveMetric {
  /** Up to 1,000 points. */
  public DetCurve() {
    this(DEFAULT_POINTS);
  }

  @Override
  public List<String> columns() {
    return List.of("fpr", "fnr");
  }

  @Override
  public String missing(ScoreCurve curve) {
    return curve.positives() == 0 || curve.negatives() == 0 ? ONE_CLASS : null;
  }

  @Override
  public double[] point(ScoreCurve curve, int edge) {
    return new double[] {
      curve.fp(edge) / curve.negatives(), (curve.positives() - curve.tp(edge)) / curve.positives()
    };
  }
}
