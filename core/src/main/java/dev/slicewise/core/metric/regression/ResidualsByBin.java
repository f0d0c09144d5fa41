package dev.slicewise.core.metric.regression;

import dev.slicewise.core.metric.Metric;
import dev.slicewise.core.metric.MetricInfo;
import dev.slicewise.core.metric.MetricInfo.Direction;
import dev.slicewise.core.metric.MetricValue;
import dev.slicewise.core.metric.MetricValue.Curve;
import dev.slicewise.core.numeric.Dyadic;
import dev.slicewise.core.numeric.ExactSum;
import dev.slicewise.core.numeric.Moments;
import dev.slicewise.core.statistic.BinnedSums;
import dev.slicewise.core.statistic.StateView;
import dev.slicewise.core.statistic.Statistic;
import dev.slicewise.core.term.Column;
import dev.slicewise.core.term.Parameter;
import dev.slicewise.core.term.Residual;
import dev.slicewise.core.term.Square;
import java.util.ArrayList;
import java.util.List;

/** Bias and spread of the errors along the prediction; the rest in its {@link MetricInfo}. */
@MetricInfo(
    id = "residuals_by_bin",
    aliases = {"heteroscedasticity"},
    summary = "Errors by size of prediction: their mean and variance per equal-mass bin.",
    formula = "(n, mean p, mean e, var e) of each bin between the i/bins quantiles of p",
    units = "units of the label; the variance squared",
    range = "(-inf, inf)",
    better = Direction.NONE,
    curve = true,
    exactness =
        "exact up to the rounding of each row's square; beyond 1,024 distinct predictions the cuts lie"
            + " between histogram bins, the sums on both sides are exact",
    edges = {
      "no usable rows: undefined",
      "many equal predictions: never split, so bins may be uneven and fewer than asked for",
      "one row in a bin: variance 0",
      "weighted rows: n is the bin's weight",
      "an overflow: undefined"
    },
    use =
        "A variance that grows with the prediction says that one error bar does not fit all; a mean that"
            + " drifts says that the model is bent. Bins follow the prediction: by label, regression to"
            + " the mean would look like a fault.")
public record ResidualsByBin(
    @Parameter(doc = "number of equal-mass bins", range = "[1, 1000]") int bins) implements Metric {
  private static final BinnedSums SUMS =
      new BinnedSums(
          Column.PREDICTION,
          List.of(Column.PREDICTION, Residual.SIGNED, new Square(Residual.SIGNED)),
          BinnedSums.DEFAULT_BINS);

  /** Tenths. */
  public ResidualsByBin() {
    this(10);
  }

  @Override
  public List<Statistic<?>> needs() {
    return List.of(SUMS);
  }

  @Override
  public MetricValue value(StateView states) {
    BinnedSums.State state = states.state(SUMS);
    Dyadic total = Dyadic.ZERO;
    for (long key : state.keys()) {
      for (ExactSum sum : state.sums(key)) {
        if (sum.overflows() > 0) {
          return Sums.overflowed();
        }
      }
      total = total.plus(weight(state.sums(key)));
    }
    List<List<Double>> points = new ArrayList<>();
    Dyadic before = Dyadic.ZERO;
    Dyadic end = total;
    Bin open = Bin.EMPTY;
    for (long key : state.keys()) {
      // A fine bin belongs where it begins: to bin ⌊bins·(weight before it)/W⌋.
      Dyadic position = before.times(Dyadic.of(bins));
      if (position.compareTo(end) >= 0) {
        points.add(open.point());
        open = Bin.EMPTY;
        while (position.compareTo(end) >= 0) {
          end = end.plus(total);
        }
      }
      open = open.plus(state.sums(key));
      before = before.plus(weight(state.sums(key)));
    }
    points.add(open.point());
    return new Curve(List.of("n", "mean_prediction", "mean_error", "error_variance"), points);
  }

  private static Dyadic weight(ExactSum[] sums) {
    return sums[sums.length - 1].toDyadic();
  }

  /** Sums over neighbouring fine bins. */
  private record Bin(Dyadic prediction, Dyadic error, Dyadic square, Dyadic weight) {
    static final Bin EMPTY = new Bin(Dyadic.ZERO, Dyadic.ZERO, Dyadic.ZERO, Dyadic.ZERO);

    Bin plus(ExactSum[] sums) {
      return new Bin(
          prediction.plus(sums[0].toDyadic()),
          error.plus(sums[1].toDyadic()),
          square.plus(sums[2].toDyadic()),
          weight.plus(sums[3].toDyadic()));
    }

    List<Double> point() {
      Moments errors = new Moments(weight, error, square);
      return List.of(
          weight.toDouble(),
          prediction.over(weight) + 0.0,
          errors.mean() + 0.0,
          errors.variance(0));
    }
  }
}
