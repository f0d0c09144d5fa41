package dev.slicewise.core.metric.quality;

import dev.slicewise.core.metric.Metric;
import dev.slicewise.core.metric.MetricInfo;
import dev.slicewise.core.metric.MetricInfo.Direction;
import dev.slicewise.core.metric.MetricValue;
import dev.slicewise.core.statistic.Extremes;
import dev.slicewise.core.statistic.StateView;
import dev.slicewise.core.statistic.Statistic;
import dev.slicewise.core.term.Parameter;
import java.util.List;

/** The largest value of any column; everything else about it stands in its {@link MetricInfo}. */
@MetricInfo(
    id = "max_value",
    aliases = {"column_max"},
    presets = {"max_label = column: label", "max_prediction = column: prediction"},
    summary = "Largest value of a column.",
    formula = "max x over rows of positive weight",
    units = "units of the column",
    range = "(-inf, inf)",
    better = Direction.NONE,
    edges = {"no usable rows: undefined"},
    use =
        "Values beyond what a column can be (a negative age, a price of 999999) are seen here and nowhere else. It has no interval: the next row may lie anywhere.")
public record MaxValue(@Parameter(doc = NamedColumn.DOC) String column) implements Metric {
  /** Of the column in the role value. */
  public MaxValue() {
    this(NamedColumn.VALUE);
  }

  /** Refuses what is no column name. */
  public MaxValue {
    NamedColumn.of(column);
  }

  @Override
  public List<Statistic<?>> needs() {
    return List.of(new Extremes(NamedColumn.of(column)));
  }

  @Override
  public MetricValue value(StateView states) {
    return MetricValue.exact(states.state(new Extremes(NamedColumn.of(column))).largest());
  }
}
