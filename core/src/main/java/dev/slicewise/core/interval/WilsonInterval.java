package dev.slicewise.core.interval;

import dev.slicewise.core.numeric.Normal;

/**
 * The score interval of a proportion k/n, (p + z²/2n ± z√(p(1−p)/n + z²/4n²)) / (1 + z²/n): inside
 * [0, 1] for any counts, and not a point when none or all are successes.
 *
 * <p>Source: Wilson 1927; Brown, Cai, DasGupta 2001, doi:10.1214/ss/1009213286.
 */
public final class WilsonInterval {
  private WilsonInterval() {}

  /**
   * The interval.
   *
   * @param successes k, 0 to n
   * @param n at least 1
   */
  public static Interval of(double successes, double n, double confidence) {
    double z = Normal.tailQuantile((1 - confidence) / 2);
    double p = successes / n;
    double shrink = 1 + z * z / n;
    double centre = (p + z * z / (2 * n)) / shrink;
    double reach = z / shrink * Math.sqrt(p * (1 - p) / n + z * z / (4 * n * n));
    double low = successes == 0 ? 0.0 : Math.max(0.0, centre - reach);
    double high = successes == n ? 1.0 : Math.min(1.0, centre + reach);
    return new Interval(low, high, Math.sqrt(p * (1 - p) / n), "wilson");
  }
}
