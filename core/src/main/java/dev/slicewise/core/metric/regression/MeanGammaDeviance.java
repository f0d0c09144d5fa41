package dev.slicewise.core.metric.regression;

import dev.slicewise.core.metric.MetricInfo;
import dev.slicewise.core.metric.MetricInfo.Direction;
import dev.slicewise.core.term.Loss;
import dev.slicewise.core.term.loss.GammaDeviance;

/** Mean Gamma deviance; everything else about it stands in its {@link MetricInfo}. */
@MetricInfo(
    id = "mean_gamma_deviance",
    summary = "Mean Gamma deviance: for positive amounts whose relative spread is constant.",
    formula = "Σ w·2(ln(p/y) + y/p − 1) / W",
    range = "[0, inf)",
    better = Direction.LOWER,
    edges = {"no usable rows: undefined", "y ≤ 0 or p ≤ 0: the row is skipped, n_domain"},
    use =
        "Scale-free: 10 for 20 is as bad as 10,000 for 20,000. Labels of 0 are skipped: watch n_domain.",
    source = "scikit-learn 1.2 mean_gamma_deviance")
public record MeanGammaDeviance() implements MeanOfLoss {
  @Override
  public Loss loss() {
    return new GammaDeviance();
  }
}
