package dev.slicewise.core.metric.ranking;

/** What equal scores in a list mean. */
public enum Ties {
  /** Each of the tied places gets the mean gain of the tied items. */
  AVERAGE,
  /** They rank in the order of the array. */
  STABLE
}
