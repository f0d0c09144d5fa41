package dev.slicewise.core.metric.binary;

import dev.slicewise.core.metric.MetricValue;

/** What 0/0 is; scikit-learn's {@code zero_division}. */
public enum ZeroDivision {
  /** Undefined. */
  NULL,
  /** 0. */
  _0,
  /** 1. */
  _1;

  /** What the parameter means. */
  public static final String DOC = "what 0/0 gives: null (undefined), 0 or 1";

  /** The value where 0/0 is asked for. */
  public MetricValue value(String reason) {
    return this == NULL ? MetricValue.undefined(reason) : MetricValue.exact(this == _1 ? 1 : 0);
  }
}
