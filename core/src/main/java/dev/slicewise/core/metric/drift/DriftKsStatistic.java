package dev.slicewise.core.metric.drift;

import dev.slicewise.core.drift.SampleNoise;
import dev.slicewise.core.drift.StepPair;
import dev.slicewise.core.metric.MetricInfo;
import dev.slicewise.core.metric.MetricInfo.Direction;
import dev.slicewise.core.metric.MetricValue;
import dev.slicewise.core.term.Parameter;

/** max |F_r − F_c|; everything else about it stands in its {@link MetricInfo}. */
@MetricInfo(
    id = "drift_ks_statistic",
    summary =
        "Kolmogorov–Smirnov distance: the largest gap between the distribution functions of"
            + " both sides.",
    formula =
        "max over x of |F_r(x) − F_c(x)|; details p_value (ks_p_value) and noise_95, which one in"
            + " twenty samples without drift exceeds",
    range = "[0, 1]",
    better = Direction.LOWER,
    edges = {
      "equal distributions: 0",
      "no overlap: 1",
      TwoSided.NO_SIDE,
      TwoSided.OTHER_SPLITS,
      "weights that vanish below 2^-61: undefined"
    },
    exactness = NumberDrift.EXACTNESS,
    use =
        "An effect size from 0 to 1 in any unit, blind to how far values moved beyond each"
            + " other. ks_statistic is the same gap between the scores of positives and negatives.",
    source = "scipy 1.17 stats.ks_2samp")
public record DriftKsStatistic(
    @Parameter(doc = Kind.COLUMN) String column,
    @Parameter(doc = TwoSided.REFERENCE) String reference,
    @Parameter(doc = TwoSided.CURRENT) String current)
    implements NumberDrift {
  /** Of the column in the role value, current against reference. */
  public DriftKsStatistic() {
    this(Kind.DEFAULT_COLUMN, "reference", "current");
  }

  @Override
  public MetricValue distance(StepPair steps, double referenceRows, double currentRows) {
    MetricValue.Scalar value = NumberDrift.certified(steps.kolmogorovSmirnov());
    return value
        .with("p_value", StepPair.kolmogorovProbability(value.value(), referenceRows, currentRows))
        .with(SampleNoise.DETAIL, SampleNoise.kolmogorovSmirnov(referenceRows, currentRows));
  }
}
