package dev.slicewise.core.metric.threshold;

import dev.slicewise.core.metric.MetricInfo;
import dev.slicewise.core.metric.MetricInfo.Direction;
import dev.slicewise.core.term.Parameter;
import java.util.List;

/** The expected cost by threshold; everything else about it stands in its {@link MetricInfo}. */
@MetricInfo(
    id = "cost_curve",
    summary = "Expected cost at every threshold.",
    formula = "(threshold, expected_cost) for +∞ and every distinct score, downwards",
    range = "(-inf, inf)",
    better = Direction.NONE,
    curve = true,
    edges = {
      "the first point predicts none: threshold +Infinity",
      "no usable rows: undefined",
      "label other than 0 or 1: row skipped, n_domain"
    },
    exactness = CurveMetric.EXACTNESS,
    use = "A flat valley forgives a threshold that is a little off; a cliff does not.",
    source = "expected_cost at each threshold")
public record CostCurve(
    @Parameter(doc = Costs.FP, range = Costs.RANGE) double costFp,
    @Parameter(doc = Costs.FN, range = Costs.RANGE) double costFn,
    @Parameter(doc = Costs.TP, range = Costs.RANGE) double costTp,
    @Parameter(doc = Costs.TN, range = Costs.RANGE) double costTn,
    @Parameter(doc = CurveMetric.MAX_POINTS, range = CurveMetric.POINTS_RANGE) int maxPoints)
    implements CurveMetric {
  /** Every error costs 1. */
  public CostCurve() {
    this(1.0, 1.0, 0.0, 0.0, DEFAULT_POINTS);
  }

  @Override
  public List<String> columns() {
    return List.of("expected_cost");
  }

  @Override
  public String missing(ScoreCurve curve) {
    return curve.total() == 0 ? "all weights are too small for fixed-point sums" : null;
  }

  @Override
  public double[] point(ScoreCurve curve, int edge) {
    Costs costs = new Costs(costFp, costFn, costTp, costTn);
    return new double[] {costs.mean(curve, curve.tp(edge), curve.fp(edge))};
  }
}
