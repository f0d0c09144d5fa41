package dev.slicewise.core.metric.fairness;

import dev.slicewise.core.metric.Metric;
import dev.slicewise.core.metric.MetricInfo;
import dev.slicewise.core.metric.MetricInfo.Direction;
import dev.slicewise.core.term.Parameter;
import java.util.List;

/** max − min recall over groups; everything else about it stands in its {@link MetricInfo}. */
@MetricInfo(
    id = "equal_opportunity_difference",
    summary = "Equal opportunity difference: how far the recall is apart between groups.",
    formula = "max − min over groups of tp / (tp + fn)",
    range = "[0, 1]",
    better = Direction.LOWER,
    edges = {
      "fewer than two groups of min_group_size rows with a value: undefined",
      "a smaller group: left out, detail groups_small counts them",
      "a group without label 1: left out, detail groups_undefined counts them",
      "sensitive is NULL: row skipped, n_null",
      "more than 1,000 groups: those kept by hash, detail groups_truncated = 1",
      "no usable rows: undefined"
    },
    exactness = "the values of groups are as exact as the metric; one rounding more",
    use =
        "Whether those who deserve a positive decision get it equally often. It depends on the "
            + "labels, which may carry the very unfairness that is looked for.",
    source = "fairlearn 0.10 equal_opportunity_difference; Hardt et al. 2016, arXiv:1610.02413")
public record EqualOpportunityDifference(
    @Parameter(doc = BinaryRate.THRESHOLD, range = BinaryRate.FINITE) double threshold,
    @Parameter(doc = Against.DOC) Against method,
    @Parameter(doc = Groups.MIN_GROUP_SIZE, range = Groups.ROWS) int minGroupSize)
    implements GroupComparison {
  /** At ½, between groups of 30 rows or more. */
  public EqualOpportunityDifference() {
    this(BinaryRate.DEFAULT_THRESHOLD, Against.BETWEEN_GROUPS, Groups.DEFAULT_SIZE);
  }

  @Override
  public List<Metric> compared() {
    return List.of(new BinaryRate(BinaryRate.Of.TRUE_POSITIVE, threshold));
  }

  @Override
  public Gap gap() {
    return Gap.DIFFERENCE;
  }
}
