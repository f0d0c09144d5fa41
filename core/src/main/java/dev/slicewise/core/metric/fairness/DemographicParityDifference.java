package dev.slicewise.core.metric.fairness;

import dev.slicewise.core.metric.Metric;
import dev.slicewise.core.metric.MetricInfo;
import dev.slicewise.core.metric.MetricInfo.Direction;
import dev.slicewise.core.term.Parameter;
import java.util.List;

/**
 * max − min selection rate over groups; everything else about it stands in its {@link MetricInfo}.
 */
@MetricInfo(
    id = "demographic_parity_difference",
    summary =
        "Demographic parity difference: how far the shares predicted positive are apart between "
            + "groups.",
    formula = "max − min over groups of #{p ≥ threshold} / n",
    range = "[0, 1]",
    better = Direction.LOWER,
    edges = {
      "fewer than two groups of min_group_size rows with a value: undefined",
      "a smaller group: left out, detail groups_small counts them",
      "equal rates: 0",
      "sensitive is NULL: row skipped, n_null",
      "more than 1,000 groups: those kept by hash, detail groups_truncated = 1",
      "no usable rows: undefined"
    },
    exactness = "the values of groups are as exact as the metric; one rounding more",
    use =
        "Whether a decision falls on groups equally often, whatever the labels say. Where base "
            + "rates differ, a perfect classifier does not have parity: read it beside "
            + "equalized_odds_difference.",
    source =
        "fairlearn 0.10 demographic_parity_difference, but without groups below min_group_size")
public record DemographicParityDifference(
    @Parameter(doc = BinaryRate.THRESHOLD, range = BinaryRate.FINITE) double threshold,
    @Parameter(doc = Against.DOC) Against method,
    @Parameter(doc = Groups.MIN_GROUP_SIZE, range = Groups.ROWS) int minGroupSize)
    implements GroupComparison {
  /** At ½, between groups of 30 rows or more. */
  public DemographicParityDifference() {
    this(BinaryRate.DEFAULT_THRESHOLD, Against.BETWEEN_GROUPS, Groups.DEFAULT_SIZE);
  }

  @Override
  public List<Metric> compared() {
    return List.of(new BinaryRate(BinaryRate.Of.SELECTED, threshold));
  }

  @Override
  public Gap gap() {
    return Gap.DIFFERENCE;
  }
}
