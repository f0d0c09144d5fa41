package dev.slicewise.core.statistic;

import java.math.BigDecimal;
import java.math.BigInteger;
import java.math.RoundingMode;

/**
 * The bins of a histogram in ascending order, ready for quantiles, tails and distances.
 *
 * @param low smallest value a bin may hold
 * @param high largest value a bin may hold
 * @param middle the value that stands for the bin
 * @param mass rows in the bin, or their weight in units of 2^-unitBits
 * @param unitBits 0 for counts, 60 for weights
 * @param relativeBound largest relative distance of a value from its bin's middle; 0 when exact
 */
public record Distribution(
    double[] low,
    double[] high,
    double[] middle,
    BigInteger[] mass,
    int unitBits,
    double relativeBound) {

  /** Number of bins. */
  public int size() {
    return mass.length;
  }

  /** All the mass, in units. */
  public BigInteger total() {
    BigInteger total = BigInteger.ZERO;
    for (BigInteger bin : mass) {
      total = total.add(bin);
    }
    return total;
  }

  /**
   * The bin of the smallest value x with F(x) ≥ q (the inverted CDF, type 1); −1 without rows.
   *
   * @param q a decimal in [0, 1], exactly as the user wrote it
   */
  public int quantileBin(BigDecimal q) {
    BigInteger rank =
        q.multiply(new BigDecimal(total())).setScale(0, RoundingMode.CEILING).toBigIntegerExact();
    return binOfRank(rank.max(BigInteger.ONE));
  }

  /** The bin in which the cumulative mass first reaches {@code rank} units; −1 beyond the end. */
  public int binOfRank(BigInteger rank) {
    BigInteger below = BigInteger.ZERO;
    for (int bin = 0; bin < mass.length; bin++) {
      below = below.add(mass[bin]);
      if (below.compareTo(rank) >= 0) {
        return bin;
      }
    }
    return -1;
  }
}
