package dev.slicewise.core.metric.fairness;

import dev.slicewise.core.metric.Metric;
import dev.slicewise.core.metric.MetricInfo;
import dev.slicewise.core.metric.MetricInfo.Direction;
import dev.slicewise.core.term.Parameter;
import java.util.List;

/** max − min precision over groups; everything else about it stands in its {@link MetricInfo}. */
@MetricInfo(
    id = "predictive_parity_difference",
    summary = "Predictive parity difference: how far the precision is apart between groups.",
    formula = "max − min over groups of tp / (tp + fp)",
    range = "[0, 1]",
    better = Direction.LOWER,
    edges = {
      "fewer than two groups of min_group_size rows with a value: undefined",
      "a smaller group: left out, detail groups_small counts them",
      "a group without a row predicted positive: left out, detail groups_undefined counts them",
      "sensitive is NULL: row skipped, n_null",
      "more than 1,000 groups: those kept by hash, detail groups_truncated = 1",
      "no usable rows: undefined"
    },
    exactness = "the values of groups are as exact as the metric; one rounding more",
    use =
        "Whether a positive decision means the same for every group. Precision follows the base "
            + "rate: groups with rarer positives have less of it under the same model.",
    source = "Chouldechova 2017, doi:10.1089/big.2016.0047")
public record PredictiveParityDifference(
    @Parameter(doc = BinaryRate.THRESHOLD, range = BinaryRate.FINITE) double threshold,
    @Parameter(doc = Against.DOC) Against method,
    @Parameter(doc = Groups.MIN_GROUP_SIZE, range = Groups.ROWS) int minGroupSize)
    implements GroupComparison {
  /** At ½, between groups of 30 rows or more. */
  public PredictiveParityDifference() {
    this(BinaryRate.DEFAULT_THRESHOLD, Against.BETWEEN_GROUPS, Groups.DEFAULT_SIZE);
  }

  @Override
  public List<Metric> compared() {
    return List.of(new BinaryRate(BinaryRate.Of.PRECISE, threshold));
  }

  @Override
  public Gap gap() {
    return Gap.DIFFERENCE;
  }
}
