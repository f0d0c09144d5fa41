package dev.slicewise.core.metric.fairness;

import dev.slicewise.core.interval.IndependentDifference;
import dev.slicewise.core.interval.Interval;
import dev.slicewise.core.metric.CategoryView;
import dev.slicewise.core.metric.Metric;
import dev.slicewise.core.metric.MetricCatalog;
import dev.slicewise.core.metric.MetricInfo;
import dev.slicewise.core.metric.MetricInfo.Direction;
import dev.slicewise.core.metric.MetricValue;
import dev.slicewise.core.numeric.FalseDiscovery;
import dev.slicewise.core.numeric.Normal;
import dev.slicewise.core.statistic.StateView;
import dev.slicewise.core.statistic.Statistic;
import dev.slicewise.core.term.Parameter;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;

/**
 * Any metric by group, with intervals; everything else about it stands in its {@link MetricInfo}.
 */
@MetricInfo(
    id = "group_metrics",
    aliases = {"metric_frame"},
    summary =
        "Any metric by group: its value, its 95 % interval, and the difference to the largest group"
            + " with a test.",
    formula =
        "(group, n, value, interval, value − value of the group with most rows, p of the difference,"
            + " p adjusted over groups)",
    units = "units of the metric",
    range = "(-inf, inf)",
    better = Direction.NONE,
    curve = true,
    edges = {
      "no group of min_group_size rows with a value: undefined",
      "a group below min_group_size or without a value: left out",
      "a metric without a closed-form interval: no interval and no p",
      "sensitive is NULL: row skipped, n_null",
      "more than 1,000 groups: those kept by hash",
      "no usable rows: undefined"
    },
    exactness = "as exact as the metric",
    use =
        "The table behind a gap. p_adjusted is by Benjamini and Hochberg over the groups compared; with"
            + " many rows everything is significant, so read the difference first.",
    source = "fairlearn 0.10 MetricFrame.by_group; Benjamini and Hochberg 1995")
public record GroupMetrics(
    @Parameter(doc = "the metric, with its parameters if any, in single quotes") String metric,
    @Parameter(doc = Groups.MIN_GROUP_SIZE, range = Groups.ROWS) int minGroupSize)
    implements Metric {
  private static final double CONFIDENCE = 0.95;

  private static final List<String> COLUMNS =
      List.of("group", "n", "value", "ci_low", "ci_high", "difference", "p_value", "p_adjusted");

  /** The mean absolute error of groups of 30 rows or more. */
  public GroupMetrics() {
    this("mean_absolute_error", Groups.DEFAULT_SIZE);
  }

  private Metric inner() {
    return MetricCatalog.standard().parseScalar(metric).metric();
  }

  @Override
  public List<Statistic<?>> needs() {
    // Intervals are part of the table, so what they need is part of the metric.
    return new GroupGapInterval(inner(), minGroupSize).needs();
  }

  @Override
  public MetricValue value(StateView states) {
    List<Groups.Group> groups = Groups.of(states, inner(), minGroupSize).groups();
    if (groups.isEmpty()) {
      return MetricValue.undefined("no group of " + minGroupSize + " rows has a value");
    }
    Groups.Group largest = groups.get(0);
    for (Groups.Group group : groups) {
      largest = group.rows() > largest.rows() ? group : largest;
    }
    Optional<Interval> ofLargest = interval(largest);
    List<String> names = new ArrayList<>();
    List<List<Double>> points = new ArrayList<>();
    for (Groups.Group group : groups) {
      Optional<Interval> interval = interval(group);
      names.add(group.name());
      points.add(
          Arrays.asList(
              (double) points.size(),
              (double) group.rows(),
              group.value(),
              interval.map(Interval::low).orElse(null),
              interval.map(Interval::high).orElse(null),
              group.value() - largest.value() + 0.0,
              group == largest ? null : probability(group, interval, largest, ofLargest),
              null));
    }
    adjust(points);
    return new MetricValue.Curve(COLUMNS, points, names);
  }

  private Optional<Interval> interval(Groups.Group group) {
    return CategoryView.interval(inner(), group.view(), CONFIDENCE);
  }

  private static Double probability(
      Groups.Group group,
      Optional<Interval> interval,
      Groups.Group largest,
      Optional<Interval> ofLargest) {
    Double standardError =
        IndependentDifference.of(group.value(), interval, largest.value(), ofLargest)
            .map(Interval::standardError)
            .orElse(null);
    return standardError == null || standardError == 0
        ? null
        : (Double) Normal.twoSided((group.value() - largest.value()) / standardError);
  }

  /** Fills the last column from the one before it. */
  private static void adjust(List<List<Double>> points) {
    int p = COLUMNS.indexOf("p_value");
    double[] tested =
        points.stream()
            .filter(point -> point.get(p) != null)
            .mapToDouble(point -> point.get(p))
            .toArray();
    double[] adjusted = FalseDiscovery.benjaminiHochberg(tested);
    int next = 0;
    for (List<Double> point : points) {
      if (point.get(p) != null) {
        point.set(p + 1, adjusted[next++]);
      }
    }
  }
}
