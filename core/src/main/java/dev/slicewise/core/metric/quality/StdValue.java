package dev.slicewise.core.metric.quality;

import dev.slicewise.core.metric.Metric;
import dev.slicewise.core.metric.MetricInfo;
import dev.slicewise.core.metric.MetricInfo.Direction;
import dev.slicewise.core.metric.MetricValue;
import dev.slicewise.core.numeric.Moments;
import dev.slicewise.core.statistic.ProductSum;
import dev.slicewise.core.statistic.StateView;
import dev.slicewise.core.statistic.Statistic;
import dev.slicewise.core.statistic.Sum;
import dev.slicewise.core.term.Column;
import dev.slicewise.core.term.Parameter;
import java.util.List;

/** The spread of any column; everything else about it stands in its {@link MetricInfo}. */
@MetricInfo(
    id = "std_value",
    aliases = {"column_std"},
    presets = {"std_label = column: label", "std_prediction = column: prediction"},
    summary = "Standard deviation of a column.",
    formula = "√(Σ w(x − mean)² / W), evaluated in exact integers",
    units = "units of the column",
    range = "[0, inf)",
    better = Direction.NONE,
    edges = {
      "fewer than 2 rows: undefined",
      "a constant column: 0",
      "squares that overflow: undefined"
    },
    use =
        "A prediction whose spread collapses has stopped using its inputs. Divides by W, not by W − 1.",
    source = "numpy 1.24 std with ddof=0")
public record StdValue(@Parameter(doc = NamedColumn.DOC) String column) implements Metric {
  /** Of the column in the role value. */
  public StdValue() {
    this(NamedColumn.VALUE);
  }

  /** Refuses what is no column name. */
  public StdValue {
    NamedColumn.of(column);
  }

  @Override
  public List<Statistic<?>> needs() {
    Column values = NamedColumn.of(column);
    return List.of(Sum.of(values), ProductSum.square(values));
  }

  @Override
  public MetricValue value(StateView states) {
    Column values = NamedColumn.of(column);
    if (states.count(values.domain()) < 2) {
      return MetricValue.undefined("expected at least 2 rows, found 1");
    }
    if (states.sum(ProductSum.square(values)).overflows() > 0
        || states.sum(Sum.of(values)).overflows() > 0) {
      return MetricValue.undefined("a sum overflowed");
    }
    Moments moments =
        new Moments(
            states.rows(values.domain()).exactWeight(),
            states.sum(Sum.of(values)).toDyadic(),
            states.sum(ProductSum.square(values)).toDyadic());
    return MetricValue.exact(Math.sqrt(moments.variance(0)));
  }
}
