package dev.slicewise.core.metric.multiclass;

import dev.slicewise.core.metric.MetricValue;

/**
 * A ratio of linear functions of a confusion table, which several classes or labels have each;
 * coefficients in the order tn, fn, fp, tp.
 */
public interface ClassRatio {
  /** Coefficient of each cell above the line. */
  double[] numerator();

  /** Coefficient of each cell below the line. */
  double[] denominator();

  /** The value of 0/0. */
  MetricValue whenUndefined();
}
