package dev.slicewise.core.metric.threshold;

import dev.slicewise.core.metric.MetricInfo;
import dev.slicewise.core.metric.MetricInfo.Direction;
import dev.slicewise.core.metric.MetricValue;
import dev.slicewise.core.term.Parameter;

/** The specificity a sensitivity leaves; all else stands in its {@link MetricInfo}. */
@MetricInfo(
    id = "specificity_at_sensitivity",
    aliases = {"specificity_at_recall", "tnr_at_tpr"},
    summary = "Specificity at a sensitivity: what is left of it at the highest threshold allowed.",
    formula = "TN/N at the highest threshold with TP ≥ ⌈sensitivity·P⌉",
    range = "[0, 1]",
    better = Direction.HIGHER,
    edges = {
      "one class only: undefined",
      "weighted: TP ≥ sensitivity·P, without rounding up",
      "no usable rows: undefined",
      "label other than 0 or 1: row skipped, n_domain"
    },
    exactness = ScoreCurve.EXACTNESS + ", the share of negatives in the bin of the threshold",
    use =
        "For tests that must not miss: at 99.9 % sensitivity it hangs on the one positive in a"
            + " thousand that scores lowest, so look at the support.",
    source = "Keras SpecificityAtSensitivity, without its grid of thresholds")
public record SpecificityAtSensitivity(
    @Parameter(doc = "the true positive rate to keep", range = "(0, 1]") double sensitivity)
    implements ScoreMetric {
  /** At 90 % sensitivity. */
  public SpecificityAtSensitivity() {
    this(0.9);
  }

  @Override
  public MetricValue value(ScoreCurve curve) {
    if (curve.positives() == 0 || curve.negatives() == 0) {
      return MetricValue.undefined(ONE_CLASS);
    }
    int edge = curve.highestWithRecall(sensitivity);
    double bound = curve.lossless() ? 0.0 : curve.negatives(edge) / curve.negatives();
    return ScoreMetric.at(
        curve, edge, curve.exactFp(0).subtract(curve.exactFp(edge)), curve.exactFp(0), bound);
  }
}
