package dev.slicewise.core.metric.binary;

import dev.slicewise.core.metric.MetricInfo;
import dev.slicewise.core.metric.MetricInfo.Direction;
import dev.slicewise.core.term.Parameter;

/** tp / (tp + fp + fn); everything else about it stands in its {@link MetricInfo}. */
@MetricInfo(
    id = "jaccard",
    aliases = {"jaccard_score", "threat_score", "critical_success_index", "csi", "iou"},
    summary =
        "Jaccard index: of the rows that are positive or predicted so, the share that is both.",
    formula = "tp / (tp + fp + fn)",
    range = "[0, 1]",
    better = Direction.HIGHER,
    edges = {
      "tp = fp = fn = 0: undefined, or zero_division",
      "no usable rows: undefined",
      "label other than 0 or 1: row skipped, n_domain"
    },
    use =
        "A monotone function of F1, J = F1/(2 − F1): it ranks models the same way and looks worse.",
    source = "scikit-learn 1.2 jaccard_score")
public record Jaccard(
    @Parameter(doc = Confusion.THRESHOLD, range = Confusion.FINITE) double threshold,
    @Parameter(doc = ZeroDivision.DOC) ZeroDivision zeroDivision)
    implements ConfusionRatio {
  /** At ½. */
  public Jaccard() {
    this(Confusion.DEFAULT_THRESHOLD, ZeroDivision.NULL);
  }

  @Override
  public double[] numerator() {
    return Confusion.cells(1, 0, 0, 0);
  }

  @Override
  public double[] denominator() {
    return Confusion.cells(1, 1, 1, 0);
  }

  @Override
  public String whenZero() {
    return "no row is positive or predicted so";
  }
}
