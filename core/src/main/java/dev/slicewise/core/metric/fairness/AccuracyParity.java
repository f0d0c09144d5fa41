package dev.slicewise.core.metric.fairness;

import dev.slicewise.core.metric.Metric;
import dev.slicewise.core.metric.MetricInfo;
import dev.slicewise.core.metric.MetricInfo.Direction;
import dev.slicewise.core.term.Parameter;
import java.util.List;

/** max − min accuracy over groups; everything else about it stands in its {@link MetricInfo}. */
@MetricInfo(
    id = "accuracy_parity",
    aliases = {"accuracy_parity_difference"},
    summary = "Accuracy parity: how far the accuracy is apart between groups.",
    formula = "max − min over groups of (tp + tn) / n",
    range = "[0, 1]",
    better = Direction.LOWER,
    edges = {
      "fewer than two groups of min_group_size rows with a value: undefined",
      "a smaller group: left out, detail groups_small counts them",
      "equal accuracies: 0",
      "sensitive is NULL: row skipped, n_null",
      "more than 1,000 groups: those kept by hash, detail groups_truncated = 1",
      "no usable rows: undefined"
    },
    exactness = "the values of groups are as exact as the metric; one rounding more",
    use =
        "The first look at who a model serves worse. Equal accuracy can hide opposite errors: "
            + "false alarms for one group, misses for another.",
    source = "fairlearn 0.10 MetricFrame(accuracy_score).difference()")
public record AccuracyParity(
    @Parameter(doc = BinaryRate.THRESHOLD, range = BinaryRate.FINITE) double threshold,
    @Parameter(doc = Against.DOC) Against method,
    @Parameter(doc = Groups.MIN_GROUP_SIZE, range = Groups.ROWS) int minGroupSize)
    implements GroupComparison {
  /** At ½, between groups of 30 rows or more. */
  public AccuracyParity() {
    this(BinaryRate.DEFAULT_THRESHOLD, Against.BETWEEN_GROUPS, Groups.DEFAULT_SIZE);
  }

  @Override
  public List<Metric> compared() {
    return List.of(new BinaryRate(BinaryRate.Of.RIGHT, threshold));
  }

  @Override
  public Gap gap() {
    return Gap.DIFFERENCE;
  }
}
