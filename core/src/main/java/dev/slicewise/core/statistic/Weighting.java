package dev.slicewise.core.statistic;

/** What each term of a sum is multiplied by. */
public enum Weighting {
  /** The row's weight w: estimates. */
  WEIGHT,
  /** w² rounded once: the variances of estimates. */
  SQUARED_WEIGHT
}
