package dev.slicewise.core.metric.fairness;

import dev.slicewise.core.metric.CategoryView;
import dev.slicewise.core.metric.Metric;
import dev.slicewise.core.metric.MetricValue;
import dev.slicewise.core.statistic.PerCategory;
import dev.slicewise.core.statistic.RowAudit;
import dev.slicewise.core.statistic.StateView;
import dev.slicewise.core.statistic.Statistic;
import dev.slicewise.core.term.Domain;
import dev.slicewise.core.term.Role;
import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;

/**
 * One metric's values by group, those of groups that are too small or have none left out.
 *
 * @param groups the groups that are compared, by name
 * @param small how many had fewer rows than asked for
 * @param undefined how many others had no value
 * @param truncated whether there were more groups than a state keeps
 */
record Groups(List<Group> groups, int small, int undefined, boolean truncated) {
  static final String MIN_GROUP_SIZE = "groups of fewer rows are not compared";
  static final String ROWS = "[1, 1e9]";
  static final int DEFAULT_SIZE = 30;

  /** Groups by the role {@code sensitive}. */
  static final PerCategory GROUPING =
      PerCategory.of(Role.SENSITIVE, new RowAudit(Domain.of(Role.SENSITIVE)));

  /** One group. */
  record Group(String name, long rows, double value, CategoryView view) {}

  /** What must be remembered for the values of metrics by group. */
  static List<Statistic<?>> needs(List<? extends Metric> metrics) {
    Set<Statistic<?>> inside = new LinkedHashSet<>();
    metrics.forEach(metric -> inside.addAll(metric.needs()));
    return CategoryView.needs(GROUPING, inside);
  }

  static Groups of(StateView states, Metric metric, int minGroupSize) {
    Domain domain = metric.needs().get(0).domain();
    List<Group> groups = new ArrayList<>();
    int small = 0;
    int undefined = 0;
    for (String name : CategoryView.categories(states, GROUPING, domain)) {
      CategoryView view = new CategoryView(states, GROUPING, name);
      long rows = view.count(domain);
      if (rows < minGroupSize) {
        small += rows > 0 ? 1 : 0;
      } else if (CategoryView.value(metric, view) instanceof MetricValue.Scalar scalar
          && Double.isFinite(scalar.value())) {
        groups.add(new Group(name, rows, scalar.value(), view));
      } else {
        undefined++;
      }
    }
    boolean truncated = states.state(GROUPING.with(new RowAudit(domain))).truncated();
    return new Groups(List.copyOf(groups), small, undefined, truncated);
  }

  /** The group with the largest value; the first of several. */
  Group highest() {
    Group highest = groups.get(0);
    for (Group group : groups) {
      highest = group.value() > highest.value() ? group : highest;
    }
    return highest;
  }

  /** The group with the smallest value; the first of several. */
  Group lowest() {
    Group lowest = groups.get(0);
    for (Group group : groups) {
      lowest = group.value() < lowest.value() ? group : lowest;
    }
    return lowest;
  }

  /** Why groups cannot be compared, when they cannot. */
  Optional<MetricValue> incomparable() {
    if (groups.size() >= 2) {
      return Optional.empty();
    }
    String reason =
        "expected two groups to compare, found "
            + groups.size()
            + (small > 0 ? ", " + small + " below min_group_size" : "")
            + (undefined > 0 ? ", " + undefined + " without a value" : "");
    return Optional.of(MetricValue.undefined(reason));
  }

  /** A value with what is to be known about the groups behind it. */
  MetricValue.Scalar told(MetricValue.Scalar value) {
    MetricValue.Scalar told = value.with("groups", groups.size());
    told = small > 0 ? told.with("groups_small", small) : told;
    told = undefined > 0 ? told.with("groups_undefined", undefined) : told;
    return truncated ? told.with("groups_truncated", 1) : told;
  }
}
