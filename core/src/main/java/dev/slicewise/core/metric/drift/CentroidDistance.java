package dev.slicewise.core.metric.drift;

import dev.slicewise.core.drift.PointClouds;
import dev.slicewise.core.metric.MetricInfo;
import dev.slicewise.core.metric.MetricInfo.Direction;
import dev.slicewise.core.metric.MetricValue;
import dev.slicewise.core.term.Parameter;

/** ‖μ_c − μ_r‖; everything else about it stands in its {@link MetricInfo}. */
@MetricInfo(
    id = "centroid_distance",
    summary = "Distance between the mean points of both sides.",
    formula = "‖mean_c − mean_r‖, Euclidean",
    units = "units of the elements",
    range = "[0, inf)",
    better = Direction.LOWER,
    edges = {
      "equal means: 0",
      PointDrift.LENGTHS,
      PointDrift.LONG_ARRAYS,
      "a sum that overflows: undefined",
      TwoSided.NO_SIDE,
      TwoSided.OTHER_SPLITS
    },
    exactness = "a few roundings an element",
    use =
        "The cheapest look at an embedding: d sums a side. It does not see spread:"
            + " frechet_distance.",
    source = "numpy linalg.norm")
public record CentroidDistance(
    @Parameter(doc = PointDrift.COLUMN) String column,
    @Parameter(doc = PointDrift.DIMENSION, range = PointDrift.DIMENSIONS) int dimension,
    @Parameter(doc = TwoSided.REFERENCE) String reference,
    @Parameter(doc = TwoSided.CURRENT) String current)
    implements PointDrift {
  /** Of the column in the role embedding, current against reference. */
  public CentroidDistance() {
    this(PointDrift.DEFAULT_COLUMN, 0, "reference", "current");
  }

  @Override
  public boolean products() {
    return false;
  }

  @Override
  public MetricValue distance(Points reference, Points current) {
    return MetricValue.finite(PointClouds.centroidDistance(reference.moments(), current.moments()));
  }
}
