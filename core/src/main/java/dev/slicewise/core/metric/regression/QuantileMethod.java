package dev.slicewise.core.metric.regression;

/** Which number is called the q-quantile of finitely many, by numpy's names. */
public enum QuantileMethod {
  /** Type 1: the smallest value x with F(x) ≥ q; weighted, F is the share of the weight. */
  INVERTED_CDF,
  /** Type 7: between two neighbours at (n − 1)q, for rows of equal weight. */
  LINEAR,
  /** Type 2: as type 1, but the mean of two neighbours where F is exactly q between them. */
  AVERAGED_INVERTED_CDF
}
