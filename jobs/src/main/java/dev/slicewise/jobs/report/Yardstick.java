package dev.slicewise.jobs.report;

import dev.slicewise.core.interval.Interval;
import dev.slicewise.core.metric.MetricInfo.Direction;
import dev.slicewise.core.metric.MetricValue;
import dev.slicewise.core.plan.MetricResult;

/**
 * What slices are held against: a metric's value of all rows, and which values are good.
 *
 * @param better which values are good
 * @param all the value of all rows; NaN when there is none
 */
record Yardstick(Direction better, double all) {
  /** Slices with fewer usable rows are neither judged nor ranked. */
  static final int LEAST_ROWS = 30;

  /** The yardstick of a metric; {@code all} may be null. */
  static Yardstick of(Direction better, MetricResult all) {
    return new Yardstick(
        better,
        all != null && all.value() instanceof MetricValue.Scalar scalar
            ? scalar.value()
            : Double.NaN);
  }

  /** Whether values can be told better from worse. */
  boolean ranks() {
    return better != Direction.NONE;
  }

  /** Whether slices can be judged against all rows. */
  boolean judges() {
    return ranks() && !Double.isNaN(all);
  }

  /** Higher for worse values. */
  double badness(double value) {
    return switch (better) {
      case LOWER -> value;
      case HIGHER -> -value;
      case ZERO -> Math.abs(value);
      case ONE -> Math.abs(value - 1);
      case NONE -> 0;
    };
  }

  /** How a slice stands. */
  Standing standing(MetricResult slice) {
    Interval interval = slice.interval();
    if (!judges()
        || interval == null
        || slice.rows() < LEAST_ROWS
        || !(slice.value() instanceof MetricValue.Scalar)) {
      return Standing.NOT_JUDGED;
    }
    double low = interval.low() == null ? Double.NEGATIVE_INFINITY : interval.low();
    double high = interval.high() == null ? Double.POSITIVE_INFINITY : interval.high();
    double ideal = better == Direction.ONE ? 1 : 0;
    boolean inside = low <= ideal && ideal <= high;
    boolean twoSided = better == Direction.ZERO || better == Direction.ONE;
    double least = twoSided && inside ? 0 : Math.min(badness(low), badness(high));
    double most = Math.max(badness(low), badness(high));
    if (least > badness(all)) {
      return Standing.WORSE;
    }
    return most < badness(all) ? Standing.BETTER : Standing.OPEN;
  }

  /**
   * The mark of a standing: filled for worse, hollow for better, pointing to where the value is.
   */
  String mark(Standing standing, double value) {
    boolean above = value > all;
    return switch (standing) {
      case WORSE -> above ? "▲" : "▼";
      case BETTER -> above ? "△" : "▽";
      case OPEN, NOT_JUDGED -> "";
    };
  }
}
