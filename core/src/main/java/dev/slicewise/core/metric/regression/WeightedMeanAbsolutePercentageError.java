package dev.slicewise.core.metric.regression;

import dev.slicewise.core.interval.IntervalMethod;
import dev.slicewise.core.interval.RatioInterval;
import dev.slicewise.core.metric.Metric;
import dev.slicewise.core.metric.MetricInfo;
import dev.slicewise.core.metric.MetricInfo.Direction;
import dev.slicewise.core.metric.MetricValue;
import dev.slicewise.core.numeric.Dyadic;
import dev.slicewise.core.statistic.StateView;
import dev.slicewise.core.statistic.Statistic;
import dev.slicewise.core.statistic.Sum;
import dev.slicewise.core.term.Magnitude;
import dev.slicewise.core.term.Parameter;
import dev.slicewise.core.term.Residual;
import java.util.List;

/** Σ|e| over Σ|y|; everything else about it stands in its {@link MetricInfo}. */
@MetricInfo(
    id = "weighted_mean_absolute_percentage_error",
    aliases = {"wape", "wmape"},
    summary = "Total absolute error as a share of the total label (0.2 is 20 %).",
    formula = "Σ w·|e| / max(Σ w·|y|, eps)",
    range = "[0, inf)",
    better = Direction.LOWER,
    edges = {
      "no usable rows: undefined",
      "all labels 0: undefined, unless eps > 0",
      "an overflow: undefined"
    },
    use =
        "The percentage error for low volumes and zeros: each row counts by its size. Large items"
            + " decide it; slice by size to see the small ones.",
    source = "torchmetrics 1.4 WeightedMeanAbsolutePercentageError")
public record WeightedMeanAbsolutePercentageError(
    @Parameter(
            doc = "the least total label that is divided by, in its units",
            range = "[0, inf)",
            quiet = true)
        double eps)
    implements Metric {
  private static final Sum SIZES = Sum.of(Magnitude.LABEL);

  /** Undefined when all labels are 0. */
  public WeightedMeanAbsolutePercentageError() {
    this(0.0);
  }

  @Override
  public List<Statistic<?>> needs() {
    return List.of(Sums.OVER, Sums.UNDER, SIZES);
  }

  @Override
  public MetricValue value(StateView states) {
    if (Sums.overflowed(states, needs())) {
      return Sums.overflowed();
    }
    Dyadic floor = Dyadic.of(eps);
    Dyadic size = states.sum(SIZES).toDyadic();
    return Sums.ratio(
        states.sum(Sums.OVER).toDyadic().plus(states.sum(Sums.UNDER).toDyadic()),
        size.compareTo(floor) < 0 ? floor : size,
        "all labels are 0");
  }

  @Override
  public IntervalMethod interval() {
    return RatioInterval.of(Residual.ABSOLUTE, Magnitude.LABEL);
  }
}
