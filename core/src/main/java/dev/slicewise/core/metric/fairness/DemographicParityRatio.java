package dev.slicewise.core.metric.fairness;

import dev.slicewise.core.metric.Metric;
import dev.slicewise.core.metric.MetricInfo;
import dev.slicewise.core.metric.MetricInfo.Direction;
import dev.slicewise.core.metric.MetricValue;
import dev.slicewise.core.statistic.StateView;
import dev.slicewise.core.term.Parameter;
import java.util.List;

/**
 * min / max selection rate over groups; everything else about it stands in its {@link MetricInfo}.
 */
@MetricInfo(
    id = "demographic_parity_ratio",
    summary = "Demographic parity ratio: the smallest share predicted positive over the largest.",
    formula = "min / max over groups of #{p ≥ threshold} / n",
    range = "[0, 1]",
    better = Direction.ONE,
    edges = {
      "fewer than two groups of min_group_size rows with a value: undefined",
      "a smaller group: left out, detail groups_small counts them",
      "nobody is predicted positive: undefined",
      "sensitive is NULL: row skipped, n_null",
      "more than 1,000 groups: those kept by hash, detail groups_truncated = 1",
      "no usable rows: undefined"
    },
    exactness = "the values of groups are as exact as the metric; one rounding more",
    use =
        "The four-fifths rule of US employment law asks for 0.8: detail four_fifths_pass. It says"
            + " nothing about errors, and with small rates the ratio jumps by single rows.",
    source = "fairlearn 0.10 demographic_parity_ratio; 29 CFR 1607.4(D)")
public record DemographicParityRatio(
    @Parameter(doc = BinaryRate.THRESHOLD, range = BinaryRate.FINITE) double threshold,
    @Parameter(doc = Against.DOC) Against method,
    @Parameter(doc = Groups.MIN_GROUP_SIZE, range = Groups.ROWS) int minGroupSize)
    implements GroupComparison {
  private static final double FOUR_FIFTHS = 0.8;

  /** At ½, between groups of 30 rows or more. */
  public DemographicParityRatio() {
    this(BinaryRate.DEFAULT_THRESHOLD, Against.BETWEEN_GROUPS, Groups.DEFAULT_SIZE);
  }

  @Override
  public List<Metric> compared() {
    return List.of(new BinaryRate(BinaryRate.Of.SELECTED, threshold));
  }

  @Override
  public Gap gap() {
    return Gap.RATIO;
  }

  @Override
  public MetricValue value(StateView states) {
    MetricValue value = GroupComparison.super.value(states);
    return value instanceof MetricValue.Scalar ratio
        ? ratio.with("four_fifths_pass", ratio.value() >= FOUR_FIFTHS ? 1 : 0)
        : value;
  }
}
