package dev.slicewise.core.metric.regression;

import dev.slicewise.core.interval.IntervalMethod;
import dev.slicewise.core.interval.QuantileInterval;
import dev.slicewise.core.metric.Metric;
import dev.slicewise.core.metric.MetricInfo;
import dev.slicewise.core.metric.MetricInfo.Direction;
import dev.slicewise.core.metric.MetricValue;
import dev.slicewise.core.statistic.BitHistogram;
import dev.slicewise.core.statistic.StateView;
import dev.slicewise.core.statistic.Statistic;
import dev.slicewise.core.term.Column;
import dev.slicewise.core.term.Domain;
import dev.slicewise.core.term.Parameter;
import dev.slicewise.core.term.Role;
import java.util.List;

/** A quantile of any column; everything else about it stands in its {@link MetricInfo}. */
@MetricInfo(
    id = "quantile_value",
    aliases = {"column_quantile"},
    summary = "Quantile of a column: p95 of a latency, the median of a label.",
    formula = "smallest x with F(x) ≥ q, F the distribution of the column by weight",
    units = "units of the column",
    range = "(-inf, inf)",
    better = Direction.NONE,
    exactness =
        "exact up to 4,096 distinct values and for integers and float32; else within half a bin, at"
            + " most 0.4 % of the value for ordinary data, at p99.9 as at p50; the bound is reported",
    edges = {
      "no usable rows: undefined",
      "n < 1/(1 − q) or n < 1/q: the largest or smallest value, with detail extrapolated = 1",
      "method=linear with unequal weights: undefined"
    },
    use =
        "Latencies and sizes beside the accuracy they were bought with. It needs no label; rows where"
            + " only the label is missing count.",
    source = "numpy 1.24 quantile(method=…); ranks from the decimal q")
public record QuantileValue(
    @Parameter(doc = "which quantile, a share of the rows", range = "(0, 1]") double q,
    @Parameter(doc = "the column, or a role such as label or prediction") String column,
    @Parameter(doc = "inverted_cdf, linear (numpy's default) or averaged_inverted_cdf")
        QuantileMethod method)
    implements Metric {

  /** The 95th percentile of the column in the role value. */
  public QuantileValue() {
    this(0.95, Role.VALUE.name(), QuantileMethod.INVERTED_CDF);
  }

  private BitHistogram histogram() {
    Role role = new Role(column);
    return BitHistogram.of(new Column(Domain.of(role), role));
  }

  @Override
  public List<Statistic<?>> needs() {
    return List.of(histogram());
  }

  @Override
  public MetricValue value(StateView states) {
    return Quantiles.ofBothSides(states, histogram(), q, method);
  }

  @Override
  public IntervalMethod interval() {
    return QuantileInterval.of(histogram(), q);
  }
}
