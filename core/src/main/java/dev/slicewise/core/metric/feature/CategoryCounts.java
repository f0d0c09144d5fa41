package dev.slicewise.core.metric.feature;

import dev.slicewise.core.metric.Metric;
import dev.slicewise.core.metric.MetricInfo;
import dev.slicewise.core.metric.MetricInfo.Direction;
import dev.slicewise.core.metric.MetricValue;
import dev.slicewise.core.numeric.Dyadic;
import dev.slicewise.core.statistic.PerCategory;
import dev.slicewise.core.statistic.PerCategoryState;
import dev.slicewise.core.statistic.StateView;
import dev.slicewise.core.statistic.Statistic;
import dev.slicewise.core.statistic.Sum;
import dev.slicewise.core.term.Domain;
import dev.slicewise.core.term.One;
import dev.slicewise.core.term.Parameter;
import dev.slicewise.core.term.Role;
import dev.slicewise.core.term.Shape;
import java.util.ArrayList;
import java.util.List;

/** How often each value of a column occurs; the rest in its {@link MetricInfo}. */
@MetricInfo(
    id = "category_counts",
    aliases = {"value_counts"},
    summary = "Category counts: how often each value of a column occurs.",
    formula = "(category, n, share) in the order of the values' texts, n the weight of its rows",
    range = "[0, inf)",
    better = Direction.NONE,
    curve = true,
    edges = {
      "NULL: row skipped, n_null",
      "more than 1,000 values: those kept by hash, the rest as one point, its name empty",
      "integral numbers of any type: the same value, 3 and 3.0 both 3",
      "no usable rows: undefined"
    },
    use =
        "What a column holds, per slice: a default that took over, a category that vanished. For the"
            + " classes of a label class_balance numbers them as the other multiclass metrics do.",
    source = "pandas 2.2 value_counts(sort=False)")
public record CategoryCounts(
    @Parameter(doc = "the column, or a role such as label or prediction") String column)
    implements Metric {
  /** Of the column in the role value. */
  public CategoryCounts() {
    this(Role.VALUE.name());
  }

  private Sum weight() {
    return Sum.of(new One(Domain.of(role())));
  }

  private Role role() {
    return new Role(column, Shape.TEXT);
  }

  @Override
  public List<Statistic<?>> needs() {
    return List.of(PerCategory.of(role(), weight()));
  }

  @Override
  public MetricValue value(StateView states) {
    PerCategoryState categories = states.state(PerCategory.of(role(), weight()));
    Dyadic all = states.rows(Domain.of(role())).exactWeight();
    List<String> names = new ArrayList<>();
    List<List<Double>> points = new ArrayList<>();
    for (String name : categories.categories()) {
      names.add(name);
      points.add(point(points.size(), categories.of(name, weight()).sum().toDyadic(), all));
    }
    if (categories.truncated()) {
      names.add("");
      points.add(point(points.size(), categories.others(weight()).sum().toDyadic(), all));
    }
    return new MetricValue.Curve(List.of("category", "n", "share"), points, names);
  }

  private static List<Double> point(int number, Dyadic weight, Dyadic all) {
    return List.of((double) number, weight.toDouble(), weight.over(all));
  }
}
