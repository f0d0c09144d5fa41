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

/** How much the rows weigh; everything else about it stands in its {@link MetricInfo}. */
@MetricInfo(
    id = "weighted_count",
    aliases = {"weighted_example_count", "sum_weight"},
    summary = "Weighted count: the weight of all rows with a usable label and prediction.",
    formula = "W = Σw; detail effective_rows is W²/Σw²",
    units = "units of the weight; rows without weights",
    range = "(0, inf)",
    better = Direction.NONE,
    edges = {
      "no usable rows: undefined",
      "unweighted rows: their number",
      "weights that overflow: +Infinity"
    },
    use =
        "effective_rows says how many rows of equal weight would say as much: far below the count, a few rows decide every value.",
    source = "TensorFlow Model Analysis WeightedExampleCount; Kish 1965 for the effective rows")
public record WeightedCount() implements Metric {
  private static final RowAudit ROWS = new RowAudit(Domain.REAL);

  @Override
  public List<Statistic<?>> needs() {
    return List.of(ROWS);
  }

  @Override
  public MetricValue value(StateView states) {
    RowAudit.State rows = states.state(ROWS);
    return MetricValue.exact(rows.weight()).with("effective_rows", rows.effectiveRows());
  }
}
