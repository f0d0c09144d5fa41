package dev.slicewise.core.metric.binary;

import dev.slicewise.core.metric.MetricInfo;
import dev.slicewise.core.metric.MetricInfo.Direction;
import dev.slicewise.core.term.Parameter;

/** #{stage1} / n; everything else about it stands in its {@link MetricInfo}. */
@MetricInfo(
    id = "stage1_pass_rate",
    summary = "Stage-1 pass rate of a cascade: the share of rows that stage 1 passes on.",
    formula = "#{stage1} / n",
    range = "[0, 1]",
    better = Direction.LOWER,
    edges = {
      "stage 1 passes nothing: 0",
      "no usable rows: undefined",
      "label other than 0 or 1: row skipped, n_domain"
    },
    use = "What stage 2, the expensive one, has to look at.")
public record Stage1PassRate(
    @Parameter(doc = Confusion.THRESHOLD, range = Confusion.FINITE) double threshold)
    implements Cascade {
  /** Flags of 0 and 1. */
  public Stage1PassRate() {
    this(Confusion.DEFAULT_THRESHOLD);
  }

  @Override
  public int marks() {
    return STAGE1;
  }

  @Override
  public int among() {
    return 0;
  }

  @Override
  public String whenZero() {
    return "no rows";
  }
}
