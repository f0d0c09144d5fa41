package dev.slicewise.core.metric.quality;

import dev.slicewise.core.metric.Metric;
import dev.slicewise.core.metric.MetricInfo;
import dev.slicewise.core.metric.MetricInfo.Direction;
import dev.slicewise.core.metric.MetricValue;
import dev.slicewise.core.statistic.RowAudit;
import dev.slicewise.core.statistic.StateView;
import dev.slicewise.core.statistic.Statistic;
import dev.slicewise.core.term.Domain;
import java.util.List;

/** How many rows count; everything else about it stands in its {@link MetricInfo}. */
@MetricInfo(
    id = "count",
    aliases = {"example_count", "row_count"},
    summary = "Count: how many rows of the slice have a usable label and prediction.",
    formula = "n_used; the counter n_rows beside it counts unusable rows as well",
    units = "rows",
    range = "[1, inf)",
    better = Direction.NONE,
    edges = {
      "no usable rows: undefined",
      "weighted rows: those of positive weight are counted, whatever it is"
    },
    use =
        "Every other value is as sure as its count is large; a count that falls is often the first sign that data went missing.",
    source = "TensorFlow Model Analysis ExampleCount, which counts unusable rows too")
public record RowCount() implements Metric {
  private static final RowAudit ROWS = new RowAudit(Domain.REAL);

  @Override
  public List<Statistic<?>> needs() {
    return List.of(ROWS);
  }

  @Override
  public MetricValue value(StateView states) {
    RowAudit.State rows = states.state(ROWS);
    return MetricValue.exact(rows.used());
  }
}
