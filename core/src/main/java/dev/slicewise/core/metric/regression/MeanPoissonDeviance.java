package dev.slicewise.core.metric.regression;

import dev.slicewise.core.metric.MetricInfo;
import dev.slicewise.core.metric.MetricInfo.Direction;
import dev.slicewise.core.term.Loss;
import dev.slicewise.core.term.loss.PoissonDeviance;

/** Mean Poisson deviance; everything else about it stands in its {@link MetricInfo}. */
@MetricInfo(
    id = "mean_poisson_deviance",
    summary = "Mean Poisson deviance: for counts, whose variance grows with their mean.",
    formula = "Σ w·2(y ln(y/p) − y + p) / W",
    units = "units of the label",
    range = "[0, inf)",
    better = Direction.LOWER,
    edges = {"no usable rows: undefined", "y < 0 or p ≤ 0: the row is skipped, n_domain"},
    use =
        "The right yardstick for counts of rare events, where squared errors see only the large ones."
            + " Predictions of 0 are skipped: floor them first and watch n_domain.",
    source = "scikit-learn 1.2 mean_poisson_deviance")
public record MeanPoissonDeviance() implements MeanOfLoss {
  @Override
  public Loss loss() {
    return new PoissonDeviance();
  }
}
