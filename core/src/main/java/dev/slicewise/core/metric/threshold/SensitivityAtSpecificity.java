package dev.slicewise.core.metric.threshold;

import dev.slicewise.core.metric.MetricInfo;
import dev.slicewise.core.metric.MetricInfo.Direction;
import dev.slicewise.core.metric.MetricValue;
import dev.slicewise.core.numeric.Rounding;
import dev.slicewise.core.term.Parameter;
import java.math.BigDecimal;

/** The sensitivity a specificity leaves; all else stands in its {@link MetricInfo}. */
@MetricInfo(
    id = "sensitivity_at_specificity",
    aliases = {"recall_at_specificity", "tpr_at_tnr"},
    summary = "Sensitivity at a specificity: the best one of all thresholds that keep it.",
    formula = "max TP/P over thresholds with FP ≤ ⌊(1−specificity)·N⌋",
    range = "[0, 1]",
    better = Direction.HIGHER,
    edges = {
      "one class only: undefined",
      "every threshold has too many false positives: 0, at threshold +Infinity",
      "no usable rows: undefined",
      "label other than 0 or 1: row skipped, n_domain"
    },
    exactness = ScoreCurve.EXACTNESS + "; the true value is never below the one given",
    use = "How much is found when the false alarms are rationed.",
    source = "Keras SensitivityAtSpecificity, without its grid of thresholds")
public record SensitivityAtSpecificity(
    @Parameter(doc = "the true negative rate to keep", range = "[0, 1]") double specificity)
    implements ScoreMetric {
  /** At 90 % specificity. */
  public SensitivityAtSpecificity() {
    this(0.9);
  }

  @Override
  public MetricValue value(ScoreCurve curve) {
    return atMost(curve, BigDecimal.ONE.subtract(Rounding.shortestDecimal(specificity)));
  }

  /** The best recall with at most this share of the negatives. */
  static MetricValue atMost(ScoreCurve curve, BigDecimal share) {
    if (curve.positives() == 0 || curve.negatives() == 0) {
      return MetricValue.undefined(ONE_CLASS);
    }
    int lowest = curve.lowestWithFalsePositives(share);
    double bound =
        curve.lossless() || lowest == 0 ? 0.0 : curve.positives(lowest - 1) / curve.positives();
    int edge = curve.sharpened(lowest);
    return ScoreMetric.at(curve, edge, curve.exactTp(edge), curve.exactTp(0), bound);
  }
}
