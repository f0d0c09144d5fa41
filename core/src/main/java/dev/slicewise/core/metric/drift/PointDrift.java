package dev.slicewise.core.metric.drift;

import dev.slicewise.core.drift.ArrayMoments;
import dev.slicewise.core.metric.MetricValue;
import dev.slicewise.core.statistic.MomentMatrix;
import dev.slicewise.core.statistic.StateView;
import dev.slicewise.core.statistic.Statistic;
import dev.slicewise.core.term.Role;
import dev.slicewise.core.term.Shape;
import java.util.List;
import java.util.Set;

/** A distance between the points of two sides, from their moments. */
interface PointDrift extends TwoSided {
  String COLUMN = "the column of arrays";
  String DEFAULT_COLUMN = "embedding";
  String DIMENSION =
      "elements of an array; rows with another number are skipped. 0: whatever they have, all the"
          + " same";
  String DIMENSIONS = "[0, 512]";
  String LENGTHS = "arrays of different lengths: undefined, unless dimension says which to take";
  String LONG_ARRAYS = "an empty array, or one of more than 512 elements: row skipped, n_domain";

  String column();

  int dimension();

  /** Whether covariances are needed. */
  boolean products();

  /** The distance of two sides whose arrays all have one length. */
  MetricValue distance(Points reference, Points current);

  /** One side. */
  record Points(ArrayMoments moments, double rows) {}

  @Override
  default Set<ColumnKind> kinds() {
    return Set.of(ColumnKind.EMBEDDING);
  }

  @Override
  default List<Statistic<?>> ofEachSide() {
    return List.of(matrix());
  }

  private MomentMatrix matrix() {
    return matrix(column(), dimension(), MomentMatrix.MOST, products());
  }

  /** The moments of a column of arrays. */
  static MomentMatrix matrix(String column, int dimension, int most, boolean products) {
    Role role = new Role(column, Shape.NUMBERS);
    return dimension == 0
        ? new MomentMatrix(role, 1, most, products)
        : new MomentMatrix(role, dimension, dimension, products);
  }

  @Override
  default MetricValue compare(StateView reference, StateView current) {
    MomentMatrix.State r = reference.state(matrix());
    MomentMatrix.State c = current.state(matrix());
    if (r.mixed() || c.mixed() || r.dimension() != c.dimension()) {
      return MetricValue.undefined(
          "arrays have different lengths, the shortest "
              + Math.min(r.dimension(), c.dimension())
              + "; set dimension to skip others");
    }
    if (r.overflows() > 0 || c.overflows() > 0) {
      return MetricValue.undefined("sums overflowed");
    }
    return distance(points(reference, r), points(current, c));
  }

  private Points points(StateView side, MomentMatrix.State state) {
    return new Points(
        new ArrayMoments(state, side.rows(matrix().domain()).exactWeight()),
        side.count(matrix().domain()));
  }
}
