package dev.slicewise.core.metric.ranking;

/** What a group counts that has nothing to find. */
public enum EmptyGroup {
  /** Nothing: it is skipped and counted as n_groups_skipped. */
  SKIP,
  /** 0. */
  ZERO,
  /** 1. */
  ONE;

  /** The value of an empty group that is not skipped. */
  double value() {
    return this == ONE ? 1.0 : 0.0;
  }
}
