package dev.slicewise.core.metric.feature;

import dev.slicewise.core.metric.MetricInfo;
import dev.slicewise.core.metric.MetricInfo.Direction;
import dev.slicewise.core.metric.MetricValue;
import dev.slicewise.core.numeric.Cholesky;
import dev.slicewise.core.term.Parameter;
import java.util.ArrayList;
import java.util.List;

/** 1/(1 − R²) of each feature on the others; the rest in its {@link MetricInfo}. */
@MetricInfo(
    id = "variance_inflation_factor",
    aliases = {"vif"},
    summary =
        "Variance inflation factor of each feature: how far it is a combination of the others.",
    formula =
        "(feature, vif) for each, vif = the diagonal of the inverse of the correlation matrix",
    range = "[1, inf)",
    better = Direction.LOWER,
    curve = true,
    edges = {
      "a feature that does not vary: undefined",
      "collinear features, or fewer rows than features: undefined",
      "one feature: 1",
      FeatureMoments.LENGTHS,
      FeatureMoments.LONG_ARRAYS,
      "a sum that overflows, no usable rows: undefined"
    },
    exactness = "sums exact; the inverse within 1e-13 of the largest factor, relatively",
    use =
        "Above 5 or 10 the coefficient of a linear model says little about that feature. Trees do not"
            + " mind, but their importances are shared out at random among such features.",
    source = "numpy 2.4 linalg.inv(corrcoef)")
public record VarianceInflationFactor(
    @Parameter(doc = FeatureMoments.DIMENSION, range = FeatureMoments.DIMENSIONS) int dimension)
    implements FeatureMoments {
  /** Of as many features as the rows have. */
  public VarianceInflationFactor() {
    this(0);
  }

  @Override
  public MetricValue ofCorrelations(double[][] correlations) {
    Cholesky factor = Cholesky.of(correlations);
    if (factor.singular()) {
      return MetricValue.undefined("features are collinear");
    }
    List<List<Double>> points = new ArrayList<>();
    double[] inverse = factor.inverseDiagonal();
    for (int i = 0; i < inverse.length; i++) {
      points.add(List.of((double) i, Math.max(1.0, inverse[i])));
    }
    return new MetricValue.Curve(List.of("feature", "vif"), points);
  }
}
