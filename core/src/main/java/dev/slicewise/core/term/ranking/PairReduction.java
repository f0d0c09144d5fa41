package dev.slicewise.core.term.ranking;

/** How the losses of a list's pairs become one number. */
public enum PairReduction {
  /** Their mean, so that long lists count as much as short ones. */
  MEAN,
  /** Their sum. */
  SUM
}
