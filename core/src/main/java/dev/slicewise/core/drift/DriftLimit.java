package dev.slicewise.core.drift;

import dev.slicewise.core.interval.Interval;

/**
 * The values that count as drift: those below one limit or above another.
 *
 * @param below the lower limit, or null
 * @param above the upper limit, or null
 */
public record DriftLimit(Double below, Double above) {
  /** Refuses limits that are none, or that every value is beyond. */
  public DriftLimit {
    boolean nothing = below == null && above == null;
    boolean nan = (below != null && below.isNaN()) || (above != null && above.isNaN());
    if (nothing || nan || (below != null && above != null && below > above)) {
      throw new IllegalArgumentException(
          "expected a lower limit below an upper one, found below "
              + below
              + " and above "
              + above);
    }
  }

  /** Values above a limit. */
  public static DriftLimit above(double limit) {
    return new DriftLimit(null, limit);
  }

  /** Values below a limit. */
  public static DriftLimit below(double limit) {
    return new DriftLimit(limit, null);
  }

  /** Values farther from 0 than a limit. */
  public static DriftLimit farFromZero(double limit) {
    return new DriftLimit(-limit, limit);
  }

  /** below, above or outside. */
  public String direction() {
    return below == null ? "above" : above == null ? "below" : "outside";
  }

  /**
   * The limit that a value is compared with: the upper one, unless it is beyond the lower one, or
   * on its side of 0.
   */
  public double against(double value) {
    boolean nearerBelow = below != null && below < 0 ? value < 0 : below != null && value < below;
    return above == null || nearerBelow ? below : above;
  }

  /** How far a value has come towards a limit: 1 at it, 2 at twice as far, for sorting. */
  public double reached(double value) {
    if (below != null && above != null && below > 0) {
      return Math.max(value / above, below / value);
    }
    return value / against(value);
  }

  private boolean beyond(double value) {
    return (below != null && value < below) || (above != null && value > above);
  }

  /**
   * The verdict on a distance, by its size. One that chance alone may bring beyond the limit, since
   * the samples are small, says nothing.
   *
   * @param noise what one in twenty pairs of samples without drift exceeds; 0 when that is unknown
   */
  public DriftVerdict on(double value, double noise) {
    if (!beyond(value)) {
      return DriftVerdict.NO_DRIFT;
    }
    return Math.abs(value) > noise ? DriftVerdict.DRIFT : DriftVerdict.INCONCLUSIVE;
  }

  /** The verdict on an estimate, by where its interval lies: all of it beyond a limit, or none. */
  public DriftVerdict on(Interval interval) {
    double low = interval.low() == null ? Double.NEGATIVE_INFINITY : interval.low();
    double high = interval.high() == null ? Double.POSITIVE_INFINITY : interval.high();
    boolean beyond = (below != null && high < below) || (above != null && low > above);
    if (beyond) {
      return DriftVerdict.DRIFT;
    }
    return beyond(low) || beyond(high) ? DriftVerdict.INCONCLUSIVE : DriftVerdict.NO_DRIFT;
  }
}
