package dev.slicewise.core.statistic;

import java.math.BigInteger;
import java.util.Arrays;

/**
 * The cells of a joint histogram, ascending by the first bin, then the second: ready for rank
 * correlations. Bins are numbered from 0 in the order of their values, on each axis.
 *
 * @param first bin of each cell on the first axis
 * @param second bin of each cell on the second axis
 * @param mass rows in each cell, or their weight in units of 2^-60
 * @param firstLossless whether every bin of the first axis holds one value
 * @param secondLossless likewise of the second
 */
public record JointDistribution(
    int[] first, int[] second, BigInteger[] mass, boolean firstLossless, boolean secondLossless) {

  /** Number of cells. */
  public int size() {
    return mass.length;
  }

  /** All the mass, in units. */
  public BigInteger total() {
    BigInteger total = BigInteger.ZERO;
    for (BigInteger cell : mass) {
      total = total.add(cell);
    }
    return total;
  }

  /** The mass of each bin of the first axis. */
  public BigInteger[] firstMasses() {
    return masses(first);
  }

  /** The mass of each bin of the second axis. */
  public BigInteger[] secondMasses() {
    return masses(second);
  }

  private BigInteger[] masses(int[] bins) {
    int count = 0;
    for (int bin : bins) {
      count = Math.max(count, bin + 1);
    }
    BigInteger[] masses = new BigInteger[count];
    Arrays.fill(masses, BigInteger.ZERO);
    for (int cell = 0; cell < size(); cell++) {
      masses[bins[cell]] = masses[bins[cell]].add(mass[cell]);
    }
    return masses;
  }
}
