package dev.slicewise.core.metric.regression;

import dev.slicewise.core.metric.Metric;
import dev.slicewise.core.metric.MetricInfo;
import dev.slicewise.core.metric.MetricInfo.Direction;
import dev.slicewise.core.metric.MetricValue;
import dev.slicewise.core.numeric.Dyadic;
import dev.slicewise.core.statistic.Extremes;
import dev.slicewise.core.statistic.StateView;
import dev.slicewise.core.statistic.Statistic;
import dev.slicewise.core.term.Column;
import dev.slicewise.core.term.Domain;
import dev.slicewise.core.term.Parameter;
import java.util.List;

/** RMSE over a size of the label; everything else about it stands in its {@link MetricInfo}. */
@MetricInfo(
    id = "normalized_rmse",
    aliases = {"nrmse", "normalized_root_mean_squared_error"},
    summary = "RMSE as a share of the label's mean, range or standard deviation.",
    formula = "√(Σ w·e² / W) / d, d = |ȳ|, max y − min y, or √(Σ w(y − ȳ)² / W)",
    range = "[0, inf)",
    better = Direction.LOWER,
    edges = {
      "no usable rows: undefined",
      "d = 0 (mean 0, constant label): undefined",
      "an overflow: undefined"
    },
    use =
        "Compares slices of different scale. The three denominators differ by factors: say which;"
            + " the range grows with the number of rows.",
    source = "torchmetrics NormalizedRootMeanSquaredError")
public record NormalizedRmse(
    @Parameter(doc = "the size of the label that the error is divided by") Denominator by)
    implements Metric {
  private static final Extremes LABELS = new Extremes(Column.LABEL);

  /** What the error is divided by. */
  public enum Denominator {
    /** |ȳ|. */
    MEAN,
    /** max y − min y. */
    RANGE,
    /** The standard deviation of y over all rows. */
    STD
  }

  /** By the mean. */
  public NormalizedRmse() {
    this(Denominator.MEAN);
  }

  @Override
  public List<Statistic<?>> needs() {
    return switch (by) {
      case MEAN -> List.of(Sums.SQUARED_OVER, Sums.SQUARED_UNDER, Sums.LABELS);
      case RANGE -> List.of(Sums.SQUARED_OVER, Sums.SQUARED_UNDER, LABELS);
      case STD -> List.of(Sums.SQUARED_OVER, Sums.SQUARED_UNDER, Sums.LABELS, Sums.SQUARED_LABELS);
    };
  }

  @Override
  public MetricValue value(StateView states) {
    if (Sums.overflowed(states, needs())) {
      return Sums.overflowed();
    }
    // mse / d² = Σwe²·W / (W·d)², where W·d is |Σwy|, W·range, or √(W·Σwy² − (Σwy)²).
    Dyadic weight = states.rows(Domain.REAL).exactWeight();
    Dyadic squaredDenominator =
        switch (by) {
          case MEAN -> states.sum(Sums.LABELS).toDyadic().squared();
          case RANGE -> weight.times(range(states.state(LABELS))).squared();
          case STD -> Sums.labels(states).spread();
        };
    return Sums.squareRoot(
        Sums.ratio(
            Sums.squaredErrors(states).times(weight),
            squaredDenominator,
            by == Denominator.MEAN ? "the mean label is 0" : "the label is constant"));
  }

  private static Dyadic range(Extremes.State labels) {
    return Dyadic.of(labels.largest()).minus(Dyadic.of(labels.smallest()));
  }
}
