package dev.slicewise.core.metric.binary;

import dev.slicewise.core.metric.MetricInfo;
import dev.slicewise.core.metric.MetricInfo.Direction;
import dev.slicewise.core.metric.MetricValue;
import dev.slicewise.core.term.Parameter;

/** tp/(tp+fp) + tn/(tn+fn) − 1; everything else about it stands in its {@link MetricInfo}. */
@MetricInfo(
    id = "markedness",
    summary = "Markedness: how much the decision says about the label.",
    formula = "tp/(tp+fp) + tn/(tn+fn) − 1",
    range = "[-1, 1]",
    better = Direction.HIGHER,
    edges = {
      "all rows decided alike: undefined",
      "no usable rows: undefined",
      "label other than 0 or 1: row skipped, n_domain"
    },
    use =
        "The counterpart of informedness, seen from the decisions: their geometric mean is"
            + " Matthews correlation.",
    source = "Powers 2011, arXiv:2010.16061")
public record Markedness(
    @Parameter(doc = Confusion.THRESHOLD, range = Confusion.FINITE) double threshold)
    implements ConfusionMetric {
  /** At ½. */
  public Markedness() {
    this(Confusion.DEFAULT_THRESHOLD);
  }

  @Override
  public MetricValue value(Confusion counts) {
    return Confusion.ratio(
        counts.determinant(),
        counts.predictedPositives().times(counts.predictedNegatives()),
        "all rows are decided alike");
  }
}
