package dev.slicewise.core.metric.binary;

import dev.slicewise.core.metric.MetricInfo;
import dev.slicewise.core.metric.MetricInfo.Direction;
import dev.slicewise.core.term.Parameter;

/**
 * #{y, stage1, stage2} / #{stage1, stage2}; everything else about it stands in its {@link
 * MetricInfo}.
 */
@MetricInfo(
    id = "stage2_precision",
    summary =
        "Stage-2 precision of a cascade: of the rows both stages pass, the share that is positive.",
    formula = "#{y, stage1, stage2} / #{stage1, stage2}",
    range = "[0, 1]",
    better = Direction.HIGHER,
    edges = {
      "no row passes both stages: undefined",
      "no usable rows: undefined",
      "label other than 0 or 1: row skipped, n_domain"
    },
    use =
        "Stage 2 judged on the rows it gets to see; equal to overall_precision, since it has"
            + " the last word.")
public record Stage2Precision(
    @Parameter(doc = Confusion.THRESHOLD, range = Confusion.FINITE) double threshold)
    implements Cascade {
  /** Flags of 0 and 1. */
  public Stage2Precision() {
    this(Confusion.DEFAULT_THRESHOLD);
  }

  @Override
  public int marks() {
    return LABEL | STAGE1 | STAGE2;
  }

  @Override
  public int among() {
    return STAGE1 | STAGE2;
  }

  @Override
  public String whenZero() {
    return "no row passes both stages";
  }
}
