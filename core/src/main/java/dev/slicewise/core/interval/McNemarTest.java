package dev.slicewise.core.interval;

import dev.slicewise.core.numeric.ChiSquared;
import org.apache.commons.numbers.gamma.RegularizedBeta;

/**
 * McNemar's test of two classifiers on the same rows: only the rows count that exactly one of them
 * gets right.
 *
 * @param statistic (b − c)² / (b + c), without continuity correction; 0 when b + c = 0
 * @param chiSquaredP its p-value by χ² with one degree of freedom
 * @param exactP two-sided binomial p-value: twice the smaller tail, at most 1
 * @param discordant b + c
 */
public record McNemarTest(double statistic, double chiSquaredP, double exactP, double discordant) {
  /** Below this many discordant rows χ² is too rough. */
  public static final int EXACT_BELOW = 25;

  /**
   * The test.
   *
   * @param onlyFirst rows that only the first classifier gets right
   * @param onlySecond rows that only the second one gets right; for weighted rows both counts may
   *     be effective ones, not integers
   */
  public static McNemarTest of(double onlyFirst, double onlySecond) {
    double discordant = onlyFirst + onlySecond;
    if (discordant == 0) {
      return new McNemarTest(0.0, 1.0, 1.0, 0.0);
    }
    double difference = onlyFirst - onlySecond;
    double statistic = difference * difference / discordant;
    double fewer = Math.min(onlyFirst, onlySecond);
    // P(X ≤ k) of a fair binomial is the incomplete beta function I_½(n − k, k + 1).
    double tail = RegularizedBeta.value(0.5, discordant - fewer, fewer + 1);
    return new McNemarTest(
        statistic, ChiSquared.survival(statistic, 1), Math.min(1.0, 2 * tail), discordant);
  }

  /** The p-value to report: exact for few discordant rows. */
  public double pValue() {
    return discordant < EXACT_BELOW ? exactP : chiSquaredP;
  }
}
