package dev.slicewise.core.metric.fairness;

import dev.slicewise.core.metric.Metric;
import dev.slicewise.core.metric.MetricInfo;
import dev.slicewise.core.metric.MetricInfo.Direction;
import dev.slicewise.core.term.Parameter;
import java.util.List;

/**
 * The larger gap of recall and false positive rate; everything else about it stands in its {@link
 * MetricInfo}.
 */
@MetricInfo(
    id = "equalized_odds_difference",
    summary =
        "Equalized odds difference: the larger of the gaps of recall and of false positive rate "
            + "between groups.",
    formula = "max(max − min tpr, max − min fpr) over groups; their mean with agg = mean",
    range = "[0, 1]",
    better = Direction.LOWER,
    edges = {
      "fewer than two groups of min_group_size rows with a value: undefined",
      "a smaller group: left out, detail groups_small counts them",
      "a group without label 1 has no recall, one without label 0 no false positive rate: left "
          + "out of that gap",
      "sensitive is NULL: row skipped, n_null",
      "more than 1,000 groups: those kept by hash, detail groups_truncated = 1",
      "no usable rows: undefined"
    },
    exactness = "the values of groups are as exact as the metric; one rounding more",
    use =
        "Whether errors of both kinds fall on groups equally often. It cannot hold together with "
            + "equal precision where base rates differ, unless the model is perfect.",
    source = "fairlearn 0.10 equalized_odds_difference; Hardt et al. 2016, arXiv:1610.02413")
public record EqualizedOddsDifference(
    @Parameter(doc = BinaryRate.THRESHOLD, range = BinaryRate.FINITE) double threshold,
    @Parameter(doc = Against.DOC) Against method,
    @Parameter(doc = Groups.MIN_GROUP_SIZE, range = Groups.ROWS) int minGroupSize,
    @Parameter(doc = "worst_case: the larger gap of both rates; mean: their mean") Both agg)
    implements GroupComparison {
  /** At ½, between groups of 30 rows or more. */
  public EqualizedOddsDifference() {
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
    return Gap.DIFFERENCE;
  }

  @Override
  public double combined(double[] gaps) {
    return agg == Both.MEAN ? (gaps[0] + gaps[1]) / 2 : Math.max(gaps[0], gaps[1]);
  }
}
