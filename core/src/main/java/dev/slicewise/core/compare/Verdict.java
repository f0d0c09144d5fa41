package dev.slicewise.core.compare;

import dev.slicewise.core.interval.Interval;

/** What the interval of a difference says about two models. */
public enum Verdict {
  /** The whole interval is on the good side of 0. */
  BETTER,
  /** The whole interval is on the bad side of 0, and no margin tolerates it. */
  WORSE,
  /** Not worse by as much as the margin. */
  NON_INFERIOR,
  /** Neither worse nor better by as much as the margin. */
  EQUIVALENT,
  /** The rows do not tell. */
  INCONCLUSIVE,
  /** There is no difference to speak of, for want of a value. */
  UNDEFINED;

  /**
   * The verdict on how much worse something is.
   *
   * @param worsening the interval of it: negative where it is better
   * @param margin how much worse would be tolerated, or null
   */
  static Verdict of(Interval worsening, Double margin) {
    double low = worsening.low() == null ? Double.NEGATIVE_INFINITY : worsening.low();
    double high = worsening.high() == null ? Double.POSITIVE_INFINITY : worsening.high();
    if (high < 0) {
      return BETTER;
    }
    if (margin != null && high < margin) {
      return low > -margin ? EQUIVALENT : NON_INFERIOR;
    }
    return low > 0 ? WORSE : INCONCLUSIVE;
  }
}
