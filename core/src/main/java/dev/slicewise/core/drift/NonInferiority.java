package dev.slicewise.core.drift;

import dev.slicewise.core.numeric.Normal;

/**
 * Whether something got worse by less than a margin: a test whose null hypothesis is that it did
 * not.
 *
 * @param z (worsening − margin)/se
 * @param p the probability of a smaller z if it had worsened by exactly the margin
 */
public record NonInferiority(double z, double p) {
  /**
   * The test.
   *
   * @param worsening how much worse the current side is; negative when better
   * @param standardError of the worsening, positive
   * @param margin what would be tolerated
   */
  public static NonInferiority of(double worsening, double standardError, double margin) {
    double z = (worsening - margin) / standardError;
    return new NonInferiority(z, Normal.cdf(z));
  }
}
