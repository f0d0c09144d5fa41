package dev.slicewise.core.metric.binary;

import dev.slicewise.core.metric.MetricInfo;
import dev.slicewise.core.metric.MetricInfo.Direction;
import dev.slicewise.core.term.Parameter;

/** #{y, stage1, stage2} / #{y}; everything else about it stands in its {@link MetricInfo}. */
@MetricInfo(
    id = "overall_recall",
    summary = "Recall of a cascade: of the positive rows, the share that both stages pass.",
    formula = "#{y, stage1, stage2} / #{y}",
    range = "[0, 1]",
    better = Direction.HIGHER,
    edges = {
      "no row with label 1: undefined",
      "no usable rows: undefined",
      "label other than 0 or 1: row skipped, n_domain"
    },
    use = "The product of stage1_recall and stage2_conditional_recall.")
public record OverallRecall(
    @Parameter(doc = Confusion.THRESHOLD, range = Confusion.FINITE) double threshold)
    implements Cascade {
  /** Flags of 0 and 1. */
  public OverallRecall() {
    this(Confusion.DEFAULT_THRESHOLD);
  }

  @Override
  public int marks() {
    return LABEL | STAGE1 | STAGE2;
  }

  @Override
  public int among() {
    return LABEL;
  }

  @Override
  public String whenZero() {
    return "no row has label 1";
  }
}
