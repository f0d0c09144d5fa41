package dev.slicewise.core.metric.drift;

import dev.slicewise.core.drift.StepPair;
import dev.slicewise.core.metric.MetricInfo;
import dev.slicewise.core.metric.MetricInfo.Direction;
import dev.slicewise.core.metric.MetricValue;
import dev.slicewise.core.term.Parameter;

/** √(2·∫ (F_r − F_c)² dx); everything else about it stands in its {@link MetricInfo}. */
@MetricInfo(
    id = "energy_distance",
    summary = "Energy distance of the distributions of both sides.",
    formula = "√(2·∫ (F_r − F_c)² dx)",
    units = "square root of the units of the column",
    range = "[0, inf)",
    better = Direction.LOWER,
    edges = {
      "equal distributions: 0",
      TwoSided.NO_SIDE,
      TwoSided.OTHER_SPLITS,
      "weights that vanish below 2^-61: undefined"
    },
    exactness = NumberDrift.EXACTNESS,
    use =
        "Like wasserstein_1 it knows how far values moved; a broad shift counts more than a"
            + " long tail. In the square root of the column's units.",
    source = "scipy 1.17 stats.energy_distance")
public record EnergyDistance(
    @Parameter(doc = Kind.COLUMN) String column,
    @Parameter(doc = TwoSided.REFERENCE) String reference,
    @Parameter(doc = TwoSided.CURRENT) String current)
    implements NumberDrift {
  /** Of the column in the role value, current against reference. */
  public EnergyDistance() {
    this(Kind.DEFAULT_COLUMN, "reference", "current");
  }

  @Override
  public MetricValue distance(StepPair steps, double referenceRows, double currentRows) {
    return NumberDrift.certified(steps.energyDistance());
  }
}
