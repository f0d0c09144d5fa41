package dev.slicewise.core.statistic;

import java.math.BigInteger;

/**
 * The bins of a score histogram in ascending order of the score.
 *
 * @param low smallest score a bin may hold; the threshold that admits the whole bin
 * @param score the score that stands for the bin: its only value when lossless, else the middle
 * @param positives rows with label 1, or their weight in units of 2^-unitBits
 * @param negatives likewise with label 0
 * @param scoreSums Σ score in units of 2^-60, or null when it was not kept
 * @param unitBits 0 for counts, 60 for weights
 * @param lossless whether every bin holds one distinct score
 */
public record ScoreBins(
    double[] low,
    double[] score,
    BigInteger[] positives,
    BigInteger[] negatives,
    BigInteger[] scoreSums,
    int unitBits,
    boolean lossless) {

  /** Number of bins. */
  public int size() {
    return low.length;
  }

  /** All positives, in units. */
  public BigInteger totalPositives() {
    return sum(positives);
  }

  /** All negatives, in units. */
  public BigInteger totalNegatives() {
    return sum(negatives);
  }

  private static BigInteger sum(BigInteger[] values) {
    BigInteger total = BigInteger.ZERO;
    for (BigInteger value : values) {
      total = total.add(value);
    }
    return total;
  }
}
