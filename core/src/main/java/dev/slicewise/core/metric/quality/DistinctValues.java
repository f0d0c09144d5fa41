package dev.slicewise.core.metric.quality;

import dev.slicewise.core.interval.DistinctInterval;
import dev.slicewise.core.interval.IntervalMethod;
import dev.slicewise.core.metric.Metric;
import dev.slicewise.core.metric.MetricInfo;
import dev.slicewise.core.metric.MetricInfo.Direction;
import dev.slicewise.core.metric.MetricValue;
import dev.slicewise.core.statistic.DistinctCount;
import dev.slicewise.core.statistic.StateView;
import dev.slicewise.core.statistic.Statistic;
import dev.slicewise.core.term.Parameter;
import java.util.List;

/** How many different values a column has; all else stands in its {@link MetricInfo}. */
@MetricInfo(
    id = "distinct_count",
    aliases = {"distinct_values", "approx_distinct"},
    presets = {"distinct_labels = column: label", "distinct_predictions = column: prediction"},
    summary = "Distinct values of a column, estimated.",
    formula =
        "#{distinct x} over rows of positive weight, by 2^precision HyperLogLog registers and"
            + " Ertl's estimator, rounded to a whole number",
    units = "values",
    range = "[1, inf)",
    better = Direction.NONE,
    edges = {
      "no usable rows: undefined",
      "−0.0 and 0.0: one value",
      "weights do not matter, but for 0, which excludes a row"
    },
    exactness =
        "estimated: the standard error is 1.04/√(2^precision) of the value, 1.6 % at precision 12;"
            + " the interval is the estimate's",
    use =
        "A model that returns twelve different predictions is a table of twelve; a column with as"
            + " many values as rows is an identifier.",
    source = "Ertl 2017, arXiv:1702.01284; the hash of catalogue D.9")
public record DistinctValues(
    @Parameter(doc = NamedColumn.DOC) String column,
    @Parameter(doc = "bits that choose a register", range = "[4, 16]") int precision)
    implements Metric {
  /** Of the column in the role value, with 4,096 registers. */
  public DistinctValues() {
    this(NamedColumn.VALUE, DistinctCount.DEFAULT_PRECISION);
  }

  /** Refuses what is no column name. */
  public DistinctValues {
    NamedColumn.of(column);
  }

  private DistinctCount statistic() {
    return new DistinctCount(NamedColumn.of(column), precision);
  }

  @Override
  public List<Statistic<?>> needs() {
    return List.of(statistic());
  }

  @Override
  public MetricValue value(StateView states) {
    return MetricValue.estimated(Math.rint(states.state(statistic()).estimate()));
  }

  @Override
  public IntervalMethod interval() {
    return new DistinctInterval(statistic());
  }
}
