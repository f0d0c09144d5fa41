package dev.slicewise.core.metric.binary;

import dev.slicewise.core.metric.MetricInfo;
import dev.slicewise.core.metric.MetricInfo.Direction;
import dev.slicewise.core.term.Parameter;

/** #{y, stage1} / #{y}; everything else about it stands in its {@link MetricInfo}. */
@MetricInfo(
    id = "stage1_recall",
    summary =
        "Stage-1 recall of a cascade: of the positive rows, the share that stage 1 passes on.",
    formula = "#{y, stage1} / #{y}",
    range = "[0, 1]",
    better = Direction.HIGHER,
    edges = {
      "no row with label 1: undefined",
      "no usable rows: undefined",
      "label other than 0 or 1: row skipped, n_domain"
    },
    use = "It caps what the cascade can ever find: whatever stage 1 drops is lost.")
public record Stage1Recall(
    @Parameter(doc = Confusion.THRESHOLD, range = Confusion.FINITE) double threshold)
    implements Cascade {
  /** Flags of 0 and 1. */
  public Stage1Recall() {
    this(Confusion.DEFAULT_THRESHOLD);
  }

  @Override
  public int marks() {
    return LABEL | STAGE1;
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
