package dev.slicewise.core.metric.regression;

import dev.slicewise.core.metric.MetricInfo;
import dev.slicewise.core.metric.MetricInfo.Direction;
import dev.slicewise.core.term.Loss;
import dev.slicewise.core.term.Parameter;
import dev.slicewise.core.term.loss.TweedieDeviance;

/** Mean Tweedie deviance; everything else about it stands in its {@link MetricInfo}. */
@MetricInfo(
    id = "mean_tweedie_deviance",
    summary = "Mean Tweedie deviance: for amounts whose variance is a power of their mean.",
    formula = "Σ w·2(max(y, 0)^(2−ρ)/((1−ρ)(2−ρ)) − y·p^(1−ρ)/(1−ρ) + p^(2−ρ)/(2−ρ)) / W",
    units = "units of the label to the power 2 − ρ",
    range = "[0, inf)",
    better = Direction.LOWER,
    edges = {
      "no usable rows: undefined",
      "0 < ρ < 1: refused, no such distribution exists",
      "rows outside the domain of ρ are skipped, n_domain"
    },
    use =
        "For claims, rain or sales with many zeros (1 < ρ < 2). Values of different power are not"
            + " comparable, and neither are models with different n_domain.",
    source = "scikit-learn 1.2 mean_tweedie_deviance")
public record MeanTweedieDeviance(
    @Parameter(doc = "ρ, the power of the mean in the variance", range = "(-inf, 0] or [1, inf)")
        double power)
    implements MeanOfLoss {

  /** With power 1.5. */
  public MeanTweedieDeviance() {
    this(1.5);
  }

  @Override
  public Loss loss() {
    return new TweedieDeviance(power);
  }
}
