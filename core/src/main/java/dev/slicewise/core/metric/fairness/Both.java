package dev.slicewise.core.metric.fairness;

/** How the gaps of two rates become one number. */
public enum Both {
  /** The worse of them. */
  WORST_CASE,
  /** Their mean. */
  MEAN
}
