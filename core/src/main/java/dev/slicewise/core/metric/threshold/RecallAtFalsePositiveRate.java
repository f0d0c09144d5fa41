package dev.slicewise.core.metric.threshold;

import dev.slicewise.core.metric.MetricInfo;
import dev.slicewise.core.metric.MetricInfo.Direction;
import dev.slicewise.core.metric.MetricValue;
import dev.slicewise.core.numeric.Rounding;
import dev.slicewise.core.term.Parameter;

/** The best recall at a rate of false alarms; all else stands in its {@link MetricInfo}. */
@MetricInfo(
    id = "recall_at_false_positive_rate",
    aliases = {"recall_at_fpr", "tpr_at_fpr"},
    summary = "Recall at a false positive rate: the best one of all thresholds that keep it.",
    formula = "max TP/P over thresholds with FP ≤ ⌊fpr·N⌋",
    range = "[0, 1]",
    better = Direction.HIGHER,
    edges = {
      "one class only: undefined",
      "every threshold has too many false positives: 0, at threshold +Infinity",
      "no usable rows: undefined",
      "label other than 0 or 1: row skipped, n_domain"
    },
    exactness = ScoreCurve.EXACTNESS + "; the true value is never below the one given",
    use = "sensitivity_at_specificity(specificity = 1 − fpr), for rates that are easier to say.",
    source = "TensorFlow Model Analysis RecallAtFalsePositiveRate")
public record RecallAtFalsePositiveRate(
    @Parameter(doc = "the largest false positive rate", range = "[0, 1]") double fpr)
    implements ScoreMetric {
  /** At a false positive rate of 5 %. */
  public RecallAtFalsePositiveRate() {
    this(0.05);
  }

  @Override
  public MetricValue value(ScoreCurve curve) {
    return SensitivityAtSpecificity.atMost(curve, Rounding.shortestDecimal(fpr));
  }
}
