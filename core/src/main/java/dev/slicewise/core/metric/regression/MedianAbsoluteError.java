package dev.slicewise.core.metric.regression;

import dev.slicewise.core.interval.IntervalMethod;
import dev.slicewise.core.interval.QuantileInterval;
import dev.slicewise.core.metric.Metric;
import dev.slicewise.core.metric.MetricInfo;
import dev.slicewise.core.metric.MetricInfo.Direction;
import dev.slicewise.core.metric.MetricValue;
import dev.slicewise.core.statistic.StateView;
import dev.slicewise.core.statistic.Statistic;
import dev.slicewise.core.term.Parameter;
import java.util.List;

/** The median of |prediction − label|; everything else stands in its {@link MetricInfo}. */
@MetricInfo(
    id = "median_absolute_error",
    aliases = {"medae"},
    summary = "Median absolute error: half of the rows are off by no more.",
    formula = "median of |e|; the mean of the two middle values when n is even, or as method says",
    units = "units of the label",
    range = "[0, inf)",
    better = Direction.LOWER,
    exactness =
        "exact up to 4,096 distinct |e| and for integers and float32; else within half a bin, at"
            + " most 0.4 % of the value for ordinary data; the bound is reported",
    edges = {
      "no usable rows: undefined",
      "method=linear with unequal weights: undefined",
      "weighted: the mean of the two neighbours where the weight splits exactly in half"
    },
    use =
        "Untouched by outliers: up to half of the rows can be arbitrarily wrong without showing."
            + " Never read it alone.",
    source =
        "scikit-learn 1.2 median_absolute_error (unweighted), 1.7 (weighted); before 1.7 weighted rows"
            + " have the lower median, method=inverted_cdf")
public record MedianAbsoluteError(
    @Parameter(
            doc = "averaged_inverted_cdf, linear, or inverted_cdf, which takes the lower median",
            quiet = true)
        QuantileMethod method)
    implements Metric {
  private static final double HALF = 0.5;

  /** The mean of the two middle values. */
  public MedianAbsoluteError() {
    this(QuantileMethod.AVERAGED_INVERTED_CDF);
  }

  @Override
  public List<Statistic<?>> needs() {
    return List.of(QuantileAbsError.ERRORS);
  }

  @Override
  public MetricValue value(StateView states) {
    return Quantiles.of(states, QuantileAbsError.ERRORS, HALF, method);
  }

  @Override
  public IntervalMethod interval() {
    return QuantileInterval.of(QuantileAbsError.ERRORS, HALF);
  }
}
