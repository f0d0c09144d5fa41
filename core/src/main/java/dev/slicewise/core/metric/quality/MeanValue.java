package dev.slicewise.core.metric.quality;

import dev.slicewise.core.interval.IntervalMethod;
import dev.slicewise.core.interval.MeanInterval;
import dev.slicewise.core.metric.Metric;
import dev.slicewise.core.metric.MetricInfo;
import dev.slicewise.core.metric.MetricInfo.Direction;
import dev.slicewise.core.metric.MetricValue;
import dev.slicewise.core.metric.TermMean;
import dev.slicewise.core.statistic.StateView;
import dev.slicewise.core.statistic.Statistic;
import dev.slicewise.core.statistic.Sum;
import dev.slicewise.core.term.Parameter;
import java.util.List;

/** The mean of any column; everything else about it stands in its {@link MetricInfo}. */
@MetricInfo(
    id = "mean_value",
    aliases = {"column_mean"},
    summary = "Mean of a column: the average latency, price or size of a slice.",
    formula = "Σ w·x / W over the rows where the column is usable",
    units = "units of the column",
    range = "(-inf, inf)",
    better = Direction.NONE,
    edges = {"no usable rows: undefined"},
    use = "It needs no label. One outlier moves it; quantile_value at 0.5 does not follow.")
public record MeanValue(@Parameter(doc = NamedColumn.DOC) String column) implements Metric {
  /** Of the column in the role value. */
  public MeanValue() {
    this(NamedColumn.VALUE);
  }

  /** Refuses what is no column name. */
  public MeanValue {
    NamedColumn.of(column);
  }

  @Override
  public List<Statistic<?>> needs() {
    return List.of(Sum.of(NamedColumn.of(column)));
  }

  @Override
  public MetricValue value(StateView states) {
    return TermMean.of(states, NamedColumn.of(column));
  }

  @Override
  public IntervalMethod interval() {
    return MeanInterval.of(NamedColumn.of(column));
  }
}
