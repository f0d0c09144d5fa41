package dev.slicewise.core.metric.fairness;

import dev.slicewise.core.metric.Metric;
import dev.slicewise.core.metric.MetricCatalog;
import dev.slicewise.core.metric.MetricInfo;
import dev.slicewise.core.metric.MetricInfo.Direction;
import dev.slicewise.core.metric.MetricValue;
import dev.slicewise.core.numeric.Moments;
import dev.slicewise.core.statistic.StateView;
import dev.slicewise.core.term.Parameter;
import java.util.List;

/**
 * max − min of any metric over groups; everything else about it stands in its {@link MetricInfo}.
 */
@MetricInfo(
    id = "group_metric_gap",
    summary =
        "Group metric gap: how far any metric is apart between groups, with the variance of its "
            + "values.",
    formula =
        "max − min of the metric over groups; details highest, lowest and variance (of the "
            + "groups, each counted once)",
    units = "units of the metric",
    range = "[0, inf)",
    better = Direction.LOWER,
    edges = {
      "fewer than two groups of min_group_size rows with a value: undefined",
      "a smaller group: left out, detail groups_small counts them",
      "a group where the metric is undefined or infinite: left out, detail groups_undefined "
          + "counts them",
      "sensitive is NULL: row skipped, n_null",
      "more than 1,000 groups: those kept by hash, detail groups_truncated = 1",
      "no usable rows: undefined"
    },
    exactness = "the values of groups are as exact as the metric; one rounding more",
    use =
        "For whatever a report cares about: the error of a forecast, the AUC of a score. "
            + "group_metrics says which groups they are. The interval takes the two extreme groups as "
            + "given; among many small groups some gap is certain.",
    source = "fairlearn 0.10 MetricFrame.difference()")
public record GroupMetricGap(
    @Parameter(doc = "the metric, with its parameters if any, in single quotes") String metric,
    @Parameter(doc = Against.DOC) Against method,
    @Parameter(doc = Groups.MIN_GROUP_SIZE, range = Groups.ROWS) int minGroupSize)
    implements GroupComparison {
  /** Of the mean absolute error, between groups of 30 rows or more. */
  public GroupMetricGap() {
    this("mean_absolute_error", Against.BETWEEN_GROUPS, Groups.DEFAULT_SIZE);
  }

  @Override
  public List<Metric> compared() {
    return List.of(inner());
  }

  @Override
  public Gap gap() {
    return Gap.DIFFERENCE;
  }

  private Metric inner() {
    return MetricCatalog.standard().parseScalar(metric).metric();
  }

  @Override
  public MetricValue value(StateView states) {
    MetricValue value = GroupComparison.super.value(states);
    if (!(value instanceof MetricValue.Scalar gap)) {
      return value;
    }
    Groups groups = Groups.of(states, inner(), minGroupSize);
    double[] values = groups.groups().stream().mapToDouble(Groups.Group::value).toArray();
    return gap.with("highest", groups.highest().value())
        .with("lowest", groups.lowest().value())
        .with("variance", Moments.of(values).variance(0));
  }
}
