package dev.slicewise.core.drift;

import dev.slicewise.core.numeric.Normal;

/**
 * How large a comparison of two samples is although nothing drifted: what one in twenty pairs of
 * samples of these sizes exceeds. A limit below that cannot be told from chance.
 */
public final class SampleNoise {
  /** Under which name comparisons report it. */
  public static final String DETAIL = "noise_95";

  private static final double Z = Normal.tailQuantile(0.025);

  /** The 95 % point of Kolmogorov's distribution. */
  private static final double KOLMOGOROV = 1.3580986393225507;

  /**
   * How many standard errors of a difference of means ∫ |F_r − F_c| exceeds in one of twenty pairs,
   * at most: 2.0 for uniform, 2.1 for normal, 2.2 for exponential, 2.3 for log-normal and 2.4 for
   * Student's t with 4 degrees of freedom, simulated with scipy 1.17. At least 1.96, since the
   * distance is at least the difference of the means.
   */
  private static final double MOVED = 2.4;

  private SampleNoise() {}

  /** √(1/n + 1/m). */
  private static double scale(double n, double m) {
    return Math.sqrt(1 / n + 1 / m);
  }

  /** Of a difference of means in standard deviations. */
  public static double meanShift(double n, double m) {
    return Z * scale(n, m);
  }

  /** Of max |F_r − F_c|. */
  public static double kolmogorovSmirnov(double n, double m) {
    return Math.min(1.0, KOLMOGOROV * scale(n, m));
  }

  /** Of ∫ |F_r − F_c| in standard deviations, roughly: it depends on the distribution's shape. */
  public static double wasserstein(double n, double m) {
    return MOVED * scale(n, m);
  }

  /** Of a difference of shares, from its variance. */
  static double shareDifference(double variance) {
    return Z * Math.sqrt(variance);
  }
}
