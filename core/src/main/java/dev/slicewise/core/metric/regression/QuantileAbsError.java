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
import dev.slicewise.core.term.Parameter;
import dev.slicewise.core.term.Residual;
import java.util.List;

/** A quantile of |prediction − label|; everything else stands in its {@link MetricInfo}. */
@MetricInfo(
    id = "quantile_abs_error",
    aliases = {"abs_error_quantile"},
    presets = {
      "p50_abs = q: 0.5",
      "p90_abs = q: 0.9",
      "p95_abs = q: 0.95",
      "p99_abs = q: 0.99",
      "p999_abs = q: 0.999"
    },
    summary = "Quantile of the absolute error: the share q of rows is off by no more.",
    formula = "smallest x with F(x) ≥ q, F the distribution of |e| by weight",
    units = "units of the label",
    range = "[0, inf)",
    better = Direction.LOWER,
    exactness =
        "exact up to 4,096 distinct |e| and for integers and float32; else within half a bin, at"
            + " most 0.4 % of the value for ordinary data, at p99.9 as at p50; the bound is reported",
    edges = {
      "no usable rows: undefined",
      "n < 1/(1 − q): the largest |e|, with detail extrapolated = 1",
      "method=linear with unequal weights: undefined"
    },
    use =
        "What the tail looks like, which means hide. A p99 of 200 rows rests on two of them: read the"
            + " interval.",
    source = "numpy 1.24 quantile(method=…); ranks from the decimal q")
public record QuantileAbsError(
    @Parameter(doc = "which quantile, a share of the rows", range = "(0, 1]") double q,
    @Parameter(doc = "inverted_cdf, linear (numpy's default) or averaged_inverted_cdf")
        QuantileMethod method)
    implements Metric {
  /** The distribution of |e|. */
  static final BitHistogram ERRORS = BitHistogram.of(Residual.ABSOLUTE);

  /** The 95th percentile. */
  public QuantileAbsError() {
    this(0.95, QuantileMethod.INVERTED_CDF);
  }

  @Override
  public List<Statistic<?>> needs() {
    return List.of(ERRORS);
  }

  @Override
  public MetricValue value(StateView states) {
    return Quantiles.of(states, ERRORS, q, method);
  }

  @Override
  public IntervalMethod interval() {
    return QuantileInterval.of(ERRORS, q);
  }
}
