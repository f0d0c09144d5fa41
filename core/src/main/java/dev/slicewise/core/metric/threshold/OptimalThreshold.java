package dev.slicewise.core.metric.threshold;

import dev.slicewise.core.metric.MetricInfo;
import dev.slicewise.core.metric.MetricInfo.Direction;
import dev.slicewise.core.metric.MetricValue;
import dev.slicewise.core.term.Parameter;
import java.util.function.DoubleBinaryOperator;

/** The best threshold by an objective; all else stands in its {@link MetricInfo}. */
@MetricInfo(
    id = "optimal_threshold",
    aliases = {"best_threshold"},
    summary = "The threshold at which F1, Youden's J, Matthews correlation or the cost is best.",
    formula = "argmax over all distinct scores and +∞ of the objective",
    units = "units of the score",
    range = "(-inf, inf]",
    better = Direction.NONE,
    edges = {
      "equal values: the highest threshold",
      "predicting none is best: +Infinity",
      "f1 without positives, youden and mcc with one class: undefined",
      "mcc with a single distinct score: undefined",
      "no usable rows: undefined",
      "label other than 0 or 1: row skipped, n_domain"
    },
    exactness =
        "exact for at most 4,096 distinct scores; else the best edge of a score bin, an estimate",
    use =
        "The detail 'objective_value' says what it reaches. Chosen with hindsight on these rows:"
            + " try it on others before believing it.",
    source = "exhaustive search; Youden 1950 for J = tpr + tnr − 1")
public record OptimalThreshold(
    @Parameter(doc = "what is best: f1, youden, cost (least) or mcc") Objective objective,
    @Parameter(doc = Costs.FP, range = Costs.RANGE) double costFp,
    @Parameter(doc = Costs.FN, range = Costs.RANGE) double costFn,
    @Parameter(doc = Costs.TP, range = Costs.RANGE) double costTp,
    @Parameter(doc = Costs.TN, range = Costs.RANGE) double costTn)
    implements ScoreMetric {
  /** What a threshold is chosen for. */
  public enum Objective {
    /** The largest F1. */
    F1,
    /** The largest tpr + tnr − 1. */
    YOUDEN,
    /** The least expected cost. */
    COST,
    /** The largest Matthews correlation. */
    MCC
  }

  /** By F1. */
  public OptimalThreshold() {
    this(Objective.F1, 1.0, 1.0, 0.0, 0.0);
  }

  @Override
  public MetricValue value(ScoreCurve curve) {
    if (curve.positives() == 0 && objective == Objective.F1) {
      return MetricValue.undefined(NO_POSITIVES);
    }
    boolean oneClass = curve.positives() == 0 || curve.negatives() == 0;
    if (oneClass && (objective == Objective.YOUDEN || objective == Objective.MCC)) {
      return MetricValue.undefined(ONE_CLASS);
    }
    ScoreCurve.Best best = curve.best(function(curve));
    if (best.edge() < 0) {
      return MetricValue.undefined("no threshold splits the rows");
    }
    double threshold = curve.threshold(best.edge());
    return (curve.lossless() ? MetricValue.exact(threshold) : MetricValue.estimated(threshold))
        .with("objective_value", objective == Objective.COST ? 0.0 - best.value() : best.value());
  }

  private DoubleBinaryOperator function(ScoreCurve curve) {
    double p = curve.positives();
    double n = curve.negatives();
    return switch (objective) {
      case F1 -> (tp, fp) -> 2 * tp / (tp + fp + p);
      case YOUDEN -> (tp, fp) -> tp / p - fp / n;
      case COST -> {
        Costs costs = new Costs(costFp, costFn, costTp, costTn);
        yield (tp, fp) -> -costs.mean(curve, tp, fp);
      }
      // tp·tn − fp·fn is tp·N − fp·P; 0/0 where all are decided alike.
      case MCC -> (tp, fp) -> (tp * n - fp * p) / Math.sqrt(p * n * (tp + fp) * (p + n - tp - fp));
    };
  }
}
