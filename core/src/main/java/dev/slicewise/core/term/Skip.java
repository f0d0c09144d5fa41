package dev.slicewise.core.term;

import java.util.Locale;

/** Why a row does not count for a domain; the first reason in this order wins. */
public enum Skip {
  /** A required column is SQL NULL. */
  NULL,
  /** A required number is NaN. */
  NAN,
  /** A required number is infinite. */
  INF,
  /** The weight is negative, NaN or infinite. */
  BAD_WEIGHT,
  /** The weight is zero: the row is fine and influences nothing. */
  ZERO_WEIGHT,
  /** The row breaks a rule of the metric: a probability of 1.5, a label of 2. */
  DOMAIN,
  /** The label is zero and the metric divides by it. */
  ZERO_LABEL,
  /** The row is fine, but the metric has no value on it: a query without relevant items. */
  GROUP;

  /** The status byte of a row skipped for this reason; 0 means admitted. */
  public byte code() {
    return (byte) (ordinal() + 1);
  }

  /** The name of its counter in reports: {@code n_null}, {@code n_bad_weight}, … */
  public String counter() {
    return this == GROUP ? "n_groups_skipped" : "n_" + name().toLowerCase(Locale.ROOT);
  }
}
