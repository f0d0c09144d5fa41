package dev.slicewise.core.metric.regression;

import dev.slicewise.core.metric.Metric;
import dev.slicewise.core.metric.MetricInfo;
import dev.slicewise.core.metric.MetricInfo.Direction;
import dev.slicewise.core.metric.MetricValue;
import dev.slicewise.core.numeric.Dyadic;
import dev.slicewise.core.statistic.StateView;
import dev.slicewise.core.statistic.Statistic;
import dev.slicewise.core.term.Domain;
import dev.slicewise.core.term.Parameter;
import java.util.List;

/** R² with a fine for predictors; everything else stands in its {@link MetricInfo}. */
@MetricInfo(
    id = "adjusted_r2",
    aliases = {"adjusted_r2_score"},
    summary = "R² less what k predictors would explain by chance.",
    formula = "1 − (1 − R²)(n − 1)/(n − k − 1)",
    range = "(-inf, 1]",
    better = Direction.HIGHER,
    edges = {"n ≤ k + 1: undefined", "constant label: undefined", "an overflow: undefined"},
    use =
        "For linear models on the rows they were fitted to. On held-out rows nothing needs adjusting:"
            + " read r2_score.",
    source = "Theil 1961; n is the number of rows, weighted or not")
public record AdjustedR2(
    @Parameter(
            doc = "k, how many predictors the model has, intercept excluded",
            range = "[0, 1000000]")
        int predictors)
    implements Metric {

  /** With one predictor. */
  public AdjustedR2() {
    this(1);
  }

  @Override
  public List<Statistic<?>> needs() {
    return R2Score.NEEDS;
  }

  @Override
  public MetricValue value(StateView states) {
    long rows = states.count(Domain.REAL);
    if (rows <= predictors + 1L) {
      return Sums.tooFewRows(rows, predictors + 2L);
    }
    if (Sums.overflowed(states, R2Score.NEEDS)) {
      return Sums.overflowed();
    }
    Dyadic total = Sums.labels(states).spread().times(Dyadic.of(rows - predictors - 1));
    Dyadic residual = Sums.squaredErrors(states).times(states.rows(Domain.REAL).exactWeight());
    return R2Score.explained(total, residual.times(Dyadic.of(rows - 1)), false);
  }
}
