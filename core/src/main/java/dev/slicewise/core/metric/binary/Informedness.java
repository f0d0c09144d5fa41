package dev.slicewise.core.metric.binary;

import dev.slicewise.core.metric.MetricInfo;
import dev.slicewise.core.metric.MetricInfo.Direction;
import dev.slicewise.core.metric.MetricValue;
import dev.slicewise.core.term.Parameter;

/** tp/P + tn/N − 1; everything else about it stands in its {@link MetricInfo}. */
@MetricInfo(
    id = "informedness",
    aliases = {"youden_j", "youden", "bookmaker_informedness"},
    summary = "Informedness: how much better than chance the decision is, whatever the base rate.",
    formula = "tp/P + tn/N − 1",
    range = "[-1, 1]",
    better = Direction.HIGHER,
    edges = {
      "no row of one class: undefined",
      "no usable rows: undefined",
      "label other than 0 or 1: row skipped, n_domain"
    },
    use =
        "The height of the ROC curve above the diagonal; it prices a miss and a false alarm by"
            + " the base rate.",
    source = "Youden 1950")
public record Informedness(
    @Parameter(doc = Confusion.THRESHOLD, range = Confusion.FINITE) double threshold)
    implements ConfusionMetric {
  /** At ½. */
  public Informedness() {
    this(Confusion.DEFAULT_THRESHOLD);
  }

  @Override
  public MetricValue value(Confusion counts) {
    return Confusion.ratio(
        counts.determinant(),
        counts.positives().times(counts.negatives()),
        "only one class has rows");
  }
}
