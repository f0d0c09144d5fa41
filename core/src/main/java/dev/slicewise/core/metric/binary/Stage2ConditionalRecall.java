package dev.slicewise.core.metric.binary;

import dev.slicewise.core.metric.MetricInfo;
import dev.slicewise.core.metric.MetricInfo.Direction;
import dev.slicewise.core.term.Parameter;

/**
 * #{y, stage1, stage2} / #{y, stage1}; everything else about it stands in its {@link MetricInfo}.
 */
@MetricInfo(
    id = "stage2_conditional_recall",
    summary =
        "Conditional recall of stage 2: of the positive rows that reach it, the share it passes.",
    formula = "#{y, stage1, stage2} / #{y, stage1}",
    range = "[0, 1]",
    better = Direction.HIGHER,
    edges = {
      "no positive row reaches stage 2: undefined",
      "no usable rows: undefined",
      "label other than 0 or 1: row skipped, n_domain"
    },
    use = "Tells a weak stage 2 from a stage 1 that starves it.")
public record Stage2ConditionalRecall(
    @Parameter(doc = Confusion.THRESHOLD, range = Confusion.FINITE) double threshold)
    implements Cascade {
  /** Flags of 0 and 1. */
  public Stage2ConditionalRecall() {
    this(Confusion.DEFAULT_THRESHOLD);
  }

  @Override
  public int marks() {
    return LABEL | STAGE1 | STAGE2;
  }

  @Override
  public int among() {
    return LABEL | STAGE1;
  }

  @Override
  public String whenZero() {
    return "no row with label 1 passes stage 1";
  }
}
