package dev.slicewise.core.metric.threshold;

import dev.slicewise.core.metric.MetricInfo;
import dev.slicewise.core.metric.MetricInfo.Direction;
import dev.slicewise.core.metric.MetricValue;
import dev.slicewise.core.term.Parameter;

/** The false alarms a recall costs; everything else about it stands in its {@link MetricInfo}. */
@MetricInfo(
    id = "fpr_at_tpr",
    aliases = {"fpr_at_recall"},
    presets = {"fpr95 = tpr: 0.95"},
    summary = "False positive rate at a true positive rate, at the highest threshold allowed.",
    formula = "FP/N at the highest threshold with TP ≥ ⌈tpr·P⌉",
    range = "[0, 1]",
    better = Direction.LOWER,
    edges = {
      "one class only: undefined",
      "weighted: TP ≥ tpr·P, without rounding up",
      "no usable rows: undefined",
      "label other than 0 or 1: row skipped, n_domain"
    },
    exactness = ScoreCurve.EXACTNESS + ", the share of negatives in the bin of the threshold",
    use = "fpr95 is the usual number of out-of-distribution detection.",
    source = "scikit-learn 1.2 roc_curve; Hendrycks, Gimpel 2017")
public record FprAtTpr(
    @Parameter(doc = "the true positive rate to keep", range = "(0, 1]") double tpr)
    implements ScoreMetric {
  /** At a true positive rate of 95 %. */
  public FprAtTpr() {
    this(0.95);
  }

  @Override
  public MetricValue value(ScoreCurve curve) {
    if (curve.positives() == 0 || curve.negatives() == 0) {
      return MetricValue.undefined(ONE_CLASS);
    }
    int edge = curve.highestWithRecall(tpr);
    double bound = curve.lossless() ? 0.0 : curve.negatives(edge) / curve.negatives();
    return ScoreMetric.at(curve, edge, curve.exactFp(edge), curve.exactFp(0), bound);
  }
}
