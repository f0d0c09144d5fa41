package dev.slicewise.core.metric.regression;

import dev.slicewise.core.metric.Metric;
import dev.slicewise.core.metric.MetricInfo;
import dev.slicewise.core.metric.MetricInfo.Direction;
import dev.slicewise.core.metric.MetricValue;
import dev.slicewise.core.numeric.Dyadic;
import dev.slicewise.core.numeric.Rounding;
import dev.slicewise.core.statistic.Distribution;
import dev.slicewise.core.statistic.StateView;
import dev.slicewise.core.statistic.Statistic;
import dev.slicewise.core.term.Parameter;
import java.math.BigDecimal;
import java.math.BigInteger;
import java.util.List;

/** The mean of the largest |prediction − label|; the rest in its {@link MetricInfo}. */
@MetricInfo(
    id = "tail_mean_abs_error",
    aliases = {"cvar", "expected_shortfall"},
    summary = "Expected shortfall: the mean absolute error of the worst rows.",
    formula = "mean of the largest (1 − q)·W of |e|, the row on the boundary counted in part",
    units = "units of the label",
    range = "[0, inf)",
    better = Direction.LOWER,
    exactness =
        "exact up to 4,096 distinct values and for integers and float32; else within half a bin, at"
            + " most 0.4 % of the value for ordinary data, at p99.9 as at p50; the bound is reported",
    edges = {
      "no usable rows: undefined",
      "q = 0: the mean absolute error",
      "less than one row in the tail: the largest |e|",
      "an error that overflows: +Infinity"
    },
    use =
        "How bad the bad cases are; a p99 only says where they begin. A model may lower every mean and"
            + " raise this.",
    source = "Rockafellar and Uryasev 2002, doi:10.1016/S0378-4266(02)00271-6")
public record TailMeanAbsError(
    @Parameter(doc = "the share of the rows that is left out, the best ones", range = "[0, 1)")
        double q)
    implements Metric {

  /** The worst twentieth. */
  public TailMeanAbsError() {
    this(0.95);
  }

  @Override
  public List<Statistic<?>> needs() {
    return List.of(QuantileAbsError.ERRORS);
  }

  @Override
  public MetricValue value(StateView states) {
    Distribution errors = states.state(QuantileAbsError.ERRORS).distribution();
    if (errors.total().signum() == 0) {
      return Quantiles.NO_MASS;
    }
    // Masses times 10^digits, so that the decimal share of them is an integer too.
    BigDecimal tail = BigDecimal.ONE.subtract(Rounding.shortestDecimal(q));
    BigInteger scale = BigInteger.TEN.pow(Math.max(0, tail.scale()));
    BigInteger wanted =
        tail.multiply(new BigDecimal(errors.total().multiply(scale))).toBigIntegerExact();
    BigInteger missing = wanted;
    Dyadic sum = Dyadic.ZERO;
    Dyadic bound = Dyadic.ZERO;
    for (int bin = errors.size() - 1; missing.signum() > 0; bin--) {
      Quantiles.Point point = Quantiles.at(errors, bin);
      if (Double.isInfinite(point.value())) {
        return MetricValue.exact(point.value());
      }
      BigInteger taken = errors.mass()[bin].multiply(scale).min(missing);
      Dyadic mass = new Dyadic(taken, 0);
      sum = sum.plus(mass.times(Dyadic.of(point.value())));
      bound = bound.plus(mass.times(Dyadic.of(point.bound())));
      missing = missing.subtract(taken);
    }
    Dyadic whole = new Dyadic(wanted, 0);
    return MetricValue.bounded(sum.over(whole), bound.over(whole));
  }
}
