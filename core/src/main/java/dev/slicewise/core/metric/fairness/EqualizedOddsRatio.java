package dev.slicewise.core.metric.fairness;

import dev.slicewise.core.metric.Metric;
import dev.slicewise.core.metric.MetricInfo;
import dev.slicewise.core.metric.MetricInfo.Direction;
import dev.slicewise.core.term.Parameter;
import java.util.List;

/**
 * The smaller ratio of recall and of false positive rate; everything else about it stands in its
 * {@link MetricInfo}.
 */
@MetricInfo(
    id = "equalized_odds_ratio",
    summary =
        "Equalized odds ratio: the smaller of the ratios, lowest to highest group, of recall and "
            + "of false positive rate.",
    formula = "min(min / max tpr, min / max fpr) over groups; their mean with agg = mean",
    range = "[0, 1]",
    better = Direction.ONE,
    edges = {
      "fewer than two groups of min_group_size rows with a value: undefined",
      "a smaller group: left out, detail groups_small counts them",
      "a rate that is 0 in all groups: undefined",
      "sensitive is NULL: row skipped, n_null",
      "more than 1,000 groups: those kept by hash, detail groups_truncated = 1",
      "no usable rows: undefined"
    },
    exactness = "the values of groups are as exact as the metric; one rounding more",
    use =
        "As equalized_odds_difference, in relative terms: a false positive rate of 0.2 % against "
            + "0.1 % is a ratio of one half, and may be noise.",
    source = "fairlearn 0.10 equalized_odds_ratio")
public record EqualizedOddsRatio(
    @Parameter(doc = BinaryRate.THRESHOLD, range = BinaryRate.FINITE) double threshold,
    @Parameter(doc = Against.DOC) Against method,
    @Parameter(doc = Groups.MIN_GROUP_SIZE, range = Groups.ROWS) int minGroupSize,
    @Parameter(doc = "worst_case: the larger gap of both rates; mean: their mean") Both agg)
    implements GroupComparison {
  /** At ½, between groups of 30 rows or more. */
  public EqualizedOddsRatio() {
    this(
        BinaryRate.DEFAULT_THRESHOLD, Against.BETWEEN_GROUPS, Groups.DEFAULT_SIZE, Both.WORST_CASE);
  }

  @Override
  public List<Metric> compared() {
    return List.of(
        new BinaryRate(BinaryRate.Of.TRUE_POSITIVE, threshold),
        new BinaryRate(BinaryRate.Of.FALSE_POSITIVE, threshold));
  }

  @Override
  public Gap gap() {
    return Gap.RATIO;
  }

  @Override
  public double combined(double[] gaps) {
    return agg == Both.MEAN ? (gaps[0] + gaps[1]) / 2 : Math.min(gaps[0], gaps[1]);
  }
}
