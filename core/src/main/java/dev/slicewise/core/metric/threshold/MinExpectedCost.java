package dev.slicewise.core.metric.threshold;

import dev.slicewise.core.metric.MetricInfo;
import dev.slicewise.core.metric.MetricInfo.Direction;
import dev.slicewise.core.metric.MetricValue;
import dev.slicewise.core.term.Parameter;

/** The least expected cost of any threshold; all else stands in its {@link MetricInfo}. */
@MetricInfo(
    id = "min_expected_cost",
    aliases = {"minimum_expected_cost"},
    summary = "The least expected cost of any threshold.",
    formula = "min over thresholds of (c_fp·FP + c_fn·FN + c_tp·TP + c_tn·TN)/n",
    units = "units of the costs",
    range = "(-inf, inf)",
    better = Direction.LOWER,
    edges = {
      "equal costs: the highest threshold",
      "predicting none is cheapest: argmin_threshold +Infinity",
      "an error does not cost more than a hit: no bayes_threshold and no regret",
      "no usable rows: undefined",
      "label other than 0 or 1: row skipped, n_domain"
    },
    exactness = ScoreCurve.EXACTNESS + "; the true value is never above the one given",
    use =
        "Details: argmin_threshold; bayes_threshold = (c_fp−c_tn)/(c_fp−c_tn+c_fn−c_tp), right for"
            + " calibrated probabilities; regret, what the latter costs more (at the next score"
            + " bin). A large regret means miscalibration.",
    source = "Elkan 2001, The foundations of cost-sensitive learning")
public record MinExpectedCost(
    @Parameter(doc = Costs.FP, range = Costs.RANGE) double costFp,
    @Parameter(doc = Costs.FN, range = Costs.RANGE) double costFn,
    @Parameter(doc = Costs.TP, range = Costs.RANGE) double costTp,
    @Parameter(doc = Costs.TN, range = Costs.RANGE) double costTn)
    implements ScoreMetric {
  /** Every error costs 1. */
  public MinExpectedCost() {
    this(1.0, 1.0, 0.0, 0.0);
  }

  @Override
  public MetricValue value(ScoreCurve curve) {
    if (curve.total() == 0) {
      return MetricValue.undefined("all weights are too small for fixed-point sums");
    }
    Costs costs = new Costs(costFp, costFn, costTp, costTn);
    ScoreCurve.Best best = curve.best((tp, fp) -> -costs.mean(curve, tp, fp));
    double least = -best.value();
    MetricValue.Scalar value =
        MetricValue.bounded(least, best.bound())
            .with("argmin_threshold", curve.threshold(best.edge()));
    double bayes = costs.bayesThreshold();
    if (Double.isNaN(bayes)) {
      return value;
    }
    int edge = curve.lowestFrom(bayes);
    double there = costs.mean(curve, curve.tp(edge), curve.fp(edge));
    return value.with("bayes_threshold", bayes).with("regret", there - least);
  }
}
