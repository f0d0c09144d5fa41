package dev.slicewise.core.metric.drift;

import dev.slicewise.core.drift.PointClouds;
import dev.slicewise.core.metric.MetricInfo;
import dev.slicewise.core.metric.MetricInfo.Direction;
import dev.slicewise.core.metric.MetricValue;
import dev.slicewise.core.term.Parameter;

/** 1 − cos(μ_r, μ_c); everything else about it stands in its {@link MetricInfo}. */
@MetricInfo(
    id = "cosine_shift",
    summary = "Cosine distance between the mean points of both sides.",
    formula = "1 − cos(mean_r, mean_c)",
    range = "[0, 2]",
    better = Direction.LOWER,
    edges = {
      "equal directions: 0",
      "a mean of length 0: undefined",
      PointDrift.LENGTHS,
      PointDrift.LONG_ARRAYS,
      "a sum that overflows: undefined",
      TwoSided.NO_SIDE,
      TwoSided.OTHER_SPLITS
    },
    exactness = "a few roundings an element",
    use =
        "For embeddings whose length means nothing. Anisotropic embeddings have means that"
            + " agree anyway: watch its change, not its size.",
    source = "scipy 1.17 spatial.distance.cosine")
public record CosineShift(
    @Parameter(doc = PointDrift.COLUMN) String column,
    @Parameter(doc = PointDrift.DIMENSION, range = PointDrift.DIMENSIONS) int dimension,
    @Parameter(doc = TwoSided.REFERENCE) String reference,
    @Parameter(doc = TwoSided.CURRENT) String current)
    implements PointDrift {
  /** Of the column in the role embedding, current against reference. */
  public CosineShift() {
    this(PointDrift.DEFAULT_COLUMN, 0, "reference", "current");
  }

  @Override
  public boolean products() {
    return false;
  }

  @Override
  public MetricValue distance(Points reference, Points current) {
    Double shift = PointClouds.cosineShift(reference.moments(), current.moments());
    return shift == null ? MetricValue.undefined("a mean has length 0") : MetricValue.finite(shift);
  }
}
