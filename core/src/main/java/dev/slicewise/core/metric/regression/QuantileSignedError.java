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

/** A quantile of prediction − label; everything else stands in its {@link MetricInfo}. */
@MetricInfo(
    id = "quantile_signed_error",
    aliases = {"error_quantile"},
    summary = "Quantile of the signed error: where the errors lie, side by side.",
    formula = "smallest x with F(x) ≥ q, F the distribution of e by weight",
    units = "units of the label",
    range = "(-inf, inf)",
    better = Direction.ZERO,
    exactness =
        "exact up to 4,096 distinct values and for integers and float32; else within half a bin, at"
            + " most 0.4 % of the value for ordinary data, at p99.9 as at p50; the bound is reported",
    edges = {
      "no usable rows: undefined",
      "n < 1/(1 − q) or n < 1/q: the largest or smallest e, with detail extrapolated = 1",
      "method=linear with unequal weights: undefined"
    },
    use =
        "q = 0.05 and 0.95 together show a lopsided model that |e| hides. At q = 0.5 it is the median"
            + " bias, robust where mean_error is not.",
    source = "numpy 1.24 quantile(method=…); ranks from the decimal q")
public record QuantileSignedError(
    @Parameter(doc = "which quantile, a share of the rows", range = "(0, 1]") double q,
    @Parameter(doc = "inverted_cdf, linear (numpy's default) or averaged_inverted_cdf")
        QuantileMethod method)
    implements Metric {
  private static final BitHistogram ERRORS = BitHistogram.of(Residual.SIGNED);

  /** The median. */
  public QuantileSignedError() {
    this(0.5, QuantileMethod.INVERTED_CDF);
  }

  @Override
  public List<Statistic<?>> needs() {
    return List.of(ERRORS);
  }

  @Override
  public MetricValue value(StateView states) {
    return Quantiles.ofBothSides(states, ERRORS, q, method);
  }

  @Override
  public IntervalMethod interval() {
    return QuantileInterval.of(ERRORS, q);
  }
}
