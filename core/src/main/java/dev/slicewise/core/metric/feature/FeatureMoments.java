package dev.slicewise.core.metric.feature;

import dev.slicewise.core.drift.ArrayMoments;
import dev.slicewise.core.metric.Metric;
import dev.slicewise.core.metric.MetricValue;
import dev.slicewise.core.statistic.MomentMatrix;
import dev.slicewise.core.statistic.StateView;
import dev.slicewise.core.statistic.Statistic;
import dev.slicewise.core.term.Role;
import java.util.List;

/** A function of the correlations of an array of features. */
interface FeatureMoments extends Metric {
  String DIMENSION =
      "how many features; rows with another number are skipped. 0: whatever they have, all the same";
  String DIMENSIONS = "[0, 64]";
  String LENGTHS = "arrays of different lengths: undefined, unless dimension says which to take";
  String LONG_ARRAYS = "an empty array, or one of more than 64 elements: row skipped, n_domain";
  int MOST = 64;

  int dimension();

  /** The metric's value for the correlations of features that all vary. */
  MetricValue ofCorrelations(double[][] correlations);

  private MomentMatrix matrix() {
    return dimension() == 0
        ? new MomentMatrix(Role.FEATURES, 1, MOST, true)
        : new MomentMatrix(Role.FEATURES, dimension(), dimension(), true);
  }

  @Override
  default List<Statistic<?>> needs() {
    return List.of(matrix());
  }

  @Override
  default MetricValue value(StateView states) {
    MomentMatrix.State moments = states.state(matrix());
    if (moments.mixed()) {
      return MetricValue.undefined(
          "arrays have different lengths, the shortest "
              + moments.dimension()
              + "; set dimension to skip others");
    }
    if (moments.overflows() > 0) {
      return MetricValue.undefined("sums overflowed");
    }
    double[][] correlations =
        new ArrayMoments(moments, states.rows(matrix().domain()).exactWeight()).correlations();
    return correlations == null
        ? MetricValue.undefined("a feature does not vary")
        : ofCorrelations(correlations);
  }
}
