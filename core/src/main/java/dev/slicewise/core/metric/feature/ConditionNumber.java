package dev.slicewise.core.metric.feature;

import dev.slicewise.core.metric.MetricInfo;
import dev.slicewise.core.metric.MetricInfo.Direction;
import dev.slicewise.core.metric.MetricValue;
import dev.slicewise.core.numeric.Cholesky;
import dev.slicewise.core.numeric.SingularValues;
import dev.slicewise.core.term.Parameter;

/** λmax/λmin of the correlation matrix; the rest in its {@link MetricInfo}. */
@MetricInfo(
    id = "condition_number",
    summary = "Condition number of the features' correlation matrix: collinearity in one number.",
    formula = "largest / smallest eigenvalue of the correlation matrix",
    range = "[1, inf)",
    better = Direction.LOWER,
    edges = {
      "a feature that does not vary: undefined",
      "collinear features, or fewer rows than features: undefined",
      "one feature: 1",
      FeatureMoments.LENGTHS,
      FeatureMoments.LONG_ARRAYS,
      "a sum that overflows, no usable rows: undefined"
    },
    exactness = "sums exact; the ratio within 1e-14 times itself, relatively",
    use =
        "Its square root is the condition index of standardised features: above 30 a linear model's"
            + " coefficients are not to be read. variance_inflation_factor says which features.",
    source = "numpy 2.4 linalg.cond(corrcoef); Belsley, Kuh and Welsch 1980 without the intercept")
public record ConditionNumber(
    @Parameter(doc = FeatureMoments.DIMENSION, range = FeatureMoments.DIMENSIONS) int dimension)
    implements FeatureMoments {
  /** Of as many features as the rows have. */
  public ConditionNumber() {
    this(0);
  }

  @Override
  public MetricValue ofCorrelations(double[][] correlations) {
    if (Cholesky.of(correlations).singular()) {
      return MetricValue.undefined("features are collinear");
    }
    double[] values = SingularValues.of(correlations);
    return MetricValue.exact(Math.max(1.0, values[0] / values[values.length - 1]));
  }
}
