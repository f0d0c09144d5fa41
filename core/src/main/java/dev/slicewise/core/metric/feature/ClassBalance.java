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
import java.util.Map;

/** How often each class occurs; the rest in its {@link MetricInfo}. */
@MetricInfo(
    id = "class_balance",
    aliases = {"category_counts", "value_counts"},
    summary =
        "Class balance: how often each class of the label, or each value of a column, occurs.",
    formula = "(class, n, share) in the order of the classes' texts, n the weight of its rows",
    range = "[0, inf)",
    better = Direction.NONE,
    curve = true,
    edges = {
      "NULL: row skipped, n_null",
      "more than 1,000 classes: those kept by hash, the rest as one point, its text empty",
      "integral numbers of any type: the same class, 3 and 3.0 both 3",
      "no usable rows: undefined"
    },
    use =
        "What accuracy has to beat: always predicting the largest class is right in its share of"
            + " rows. Rare classes have wide intervals in every other metric.",
    source = "pandas 2.2 value_counts(sort=False)")
public record ClassBalance(
    @Parameter(doc = "the column, or a role such as label or prediction") String column)
    implements Metric {
  /** Of the label. */
  public ClassBalance() {
    this(Role.LABEL.name());
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
    PerCategoryState classes = states.state(PerCategory.of(role(), weight()));
    Dyadic all = states.rows(Domain.of(role())).exactWeight();
    List<String> names = new ArrayList<>();
    List<List<Double>> points = new ArrayList<>();
    for (String name : classes.categories()) {
      names.add(name);
      points.add(point(classes.of(name, weight()).sum().toDyadic(), all));
    }
    if (classes.truncated()) {
      names.add("");
      points.add(point(classes.others(weight()).sum().toDyadic(), all));
    }
    return new MetricValue.Curve(List.of("n", "share"), points, Map.of("class", names));
  }

  private static List<Double> point(Dyadic weight, Dyadic all) {
    return List.of(weight.toDouble(), weight.over(all));
  }
}
