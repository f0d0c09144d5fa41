package dev.slicewise.core.metric.drift;

import dev.slicewise.core.drift.Certified;
import dev.slicewise.core.drift.PointClouds;
import dev.slicewise.core.metric.MetricInfo;
import dev.slicewise.core.metric.MetricInfo.Direction;
import dev.slicewise.core.metric.MetricValue;
import dev.slicewise.core.term.Parameter;

/**
 * ‖μ_c − μ_r‖² + tr(C_r + C_c − 2·(C_r·C_c)^½); everything else about it stands in its {@link
 * MetricInfo}.
 */
@MetricInfo(
    id = "frechet_distance",
    aliases = {"fid"},
    summary =
        "Fréchet distance between two clouds of points, taken as normal: FID when the points"
            + " are image embeddings.",
    formula = "‖mean_c − mean_r‖² + tr(C_r + C_c − 2·(C_r·C_c)^½), covariances with n − 1",
    units = "units of the elements, squared",
    range = "[0, inf)",
    better = Direction.LOWER,
    edges = {
      "one row on a side: undefined",
      "fewer rows than elements on a side: detail few_rows = 1",
      PointDrift.LENGTHS,
      PointDrift.LONG_ARRAYS,
      "a sum that overflows: undefined",
      TwoSided.NO_SIDE,
      TwoSided.OTHER_SPLITS
    },
    exactness = "within 1e-9 of the sum of all variances",
    use =
        "The usual number for generated images and for embeddings in production. It is biased"
            + " upward in small samples, and d² sums a slice are kept: at 512 elements about 3 MB"
            + " and 131,328 products a row.",
    source = "scipy 1.17 linalg.sqrtm; Heusel et al. 2017, arXiv:1706.08500")
public record FrechetDistance(
    @Parameter(doc = PointDrift.COLUMN) String column,
    @Parameter(doc = PointDrift.DIMENSION, range = PointDrift.DIMENSIONS) int dimension,
    @Parameter(doc = TwoSided.REFERENCE) String reference,
    @Parameter(doc = TwoSided.CURRENT) String current)
    implements PointDrift {
  /** Of the column in the role embedding, current against reference. */
  public FrechetDistance() {
    this(PointDrift.DEFAULT_COLUMN, 0, "reference", "current");
  }

  @Override
  public boolean products() {
    return true;
  }

  @Override
  public MetricValue distance(Points reference, Points current) {
    if (reference.rows() < 2 || current.rows() < 2) {
      return MetricValue.undefined("one row on a side has no covariance");
    }
    Certified distance =
        PointClouds.frechet(
            reference.moments(), reference.rows(), current.moments(), current.rows());
    if (Double.isNaN(distance.value())) {
      return MetricValue.undefined("covariances overflowed");
    }
    MetricValue.Scalar value = NumberDrift.certified(distance);
    boolean few = Math.min(reference.rows(), current.rows()) <= reference.moments().dimension();
    return few ? value.with("few_rows", 1) : value;
  }
}
