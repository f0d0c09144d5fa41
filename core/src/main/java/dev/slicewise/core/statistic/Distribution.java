package dev.slicewise.core.statistic;

import java.math.BigDecimal;
import java.math.BigInteger;
import java.math.RoundingMode;

/** The bins of a histogram in ascending order, ready for quantiles, tails and distances. */
public final class Distribution {
  private final double[] low;
  private final double[] high;
  private final double[] middle;
  private final BigInteger[] mass;
  private final int unitBits;
  private final double relativeBound;

  /** Per bin, the mass up to it; made when first asked for, then a dozen metrics may ask. */
  private BigInteger[] upTo;

  /**
   * Holds bins; keeps the arrays.
   *
   * @param low smallest value a bin may hold
   * @param high largest value a bin may hold
   * @param middle the value that stands for the bin
   * @param mass rows in the bin, or their weight in units of 2^-unitBits
   * @param unitBits 0 for counts, 60 for weights
   * @param relativeBound largest relative distance of a value from its bin's middle; 0 when exact
   */
  public Distribution(
      double[] low,
      double[] high,
      double[] middle,
      BigInteger[] mass,
      int unitBits,
      double relativeBound) {
    this.low = low;
    this.high = high;
    this.middle = middle;
    this.mass = mass;
    this.unitBits = unitBits;
    this.relativeBound = relativeBound;
  }

  /** Per bin, the smallest value it may hold. */
  public double[] low() {
    return low;
  }

  /** Per bin, the largest value it may hold. */
  public double[] high() {
    return high;
  }

  /** Per bin, the value that stands for it. */
  public double[] middle() {
    return middle;
  }

  /** Per bin, its rows, or their weight in units of 2^-{@link #unitBits}. */
  public BigInteger[] mass() {
    return mass;
  }

  /** 0 for counts, 60 for weights. */
  public int unitBits() {
    return unitBits;
  }

  /** The largest relative distance of a value from its bin's middle; 0 when exact. */
  public double relativeBound() {
    return relativeBound;
  }

  /** Number of bins. */
  public int size() {
    return mass.length;
  }

  /** All the mass, in units. */
  public BigInteger total() {
    return mass.length == 0 ? BigInteger.ZERO : upTo()[mass.length - 1];
  }

  private BigInteger[] upTo() {
    if (upTo == null) {
      BigInteger[] sums = new BigInteger[mass.length];
      BigInteger sum = BigInteger.ZERO;
      for (int bin = 0; bin < mass.length; bin++) {
        sum = sum.add(mass[bin]);
        sums[bin] = sum;
      }
      upTo = sums;
    }
    return upTo;
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
    BigInteger[] sums = upTo();
    int from = 0;
    int to = sums.length;
    while (from < to) {
      int bin = (from + to) >>> 1;
      if (sums[bin].compareTo(rank) >= 0) {
        to = bin;
      } else {
        from = bin + 1;
      }
    }
    return from == sums.length ? -1 : from;
  }
}
