package dev.slicewise.core.metric.multiclass;

import dev.slicewise.core.metric.Metric;
import dev.slicewise.core.metric.MetricInfo;
import dev.slicewise.core.metric.MetricInfo.Direction;
import dev.slicewise.core.metric.MetricValue;
import dev.slicewise.core.metric.MetricValue.Curve;
import dev.slicewise.core.statistic.CategoryPairs;
import dev.slicewise.core.statistic.PairCounts;
import dev.slicewise.core.statistic.StateView;
import dev.slicewise.core.statistic.Statistic;
import dev.slicewise.core.term.Category;
import dev.slicewise.core.term.Domain;
import dev.slicewise.core.term.Role;
import dev.slicewise.core.term.Shape;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;

/** How many rows each class has; everything else about it stands in its {@link MetricInfo}. */
@MetricInfo(
    id = "class_balance",
    aliases = {"class_distribution"},
    summary = "Class balance: rows and share of every class of the label.",
    formula = "(class, n, n / W) for each class",
    range = "[0, inf)",
    better = Direction.NONE,
    curve = true,
    edges = {
      "no usable rows: undefined",
      "weighted rows: n is weight",
      "text longer than 256 characters: row skipped, n_domain",
      "more than 1,000 classes: undefined"
    },
    use =
        "Explains most surprises of averaged metrics: macro gives the rarest class as much say as"
            + " the commonest.",
    source = "pandas value_counts")
public record ClassBalance() implements Metric {
  private static final Role LABEL = Role.LABEL.as(Shape.TEXT);
  private static final Category CLASS =
      new Category.Named(Domain.of(LABEL).where(new Category.ShortText(LABEL)), LABEL);
  private static final CategoryPairs COUNTS = CategoryPairs.of(CLASS, CLASS);

  @Override
  public List<Statistic<?>> needs() {
    return List.of(COUNTS);
  }

  @Override
  public MetricValue value(StateView states) {
    PairCounts counts = states.state(COUNTS);
    if (counts.truncated()) {
      return ClassInput.TRUNCATED;
    }
    ClassTable table = ClassTable.of(counts);
    double[] numbers = ClassTable.numbers(table.names());
    List<List<Double>> points = new ArrayList<>();
    for (int k = 0; k < table.size(); k++) {
      Double share =
          counts.total().signum() == 0 ? null : (Double) table.label()[k].over(counts.total());
      double number = numbers == null ? k : numbers[k];
      points.add(Arrays.asList(number, table.label()[k].toDouble(), share));
    }
    List<String> names = numbers == null ? table.names() : List.of();
    return new Curve(List.of("class", "n", "share"), points, names);
  }
}
