package dev.slicewise.core.drift;

import dev.slicewise.core.numeric.Dyadic;
import dev.slicewise.core.statistic.Distribution;
import java.math.BigInteger;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;

/**
 * The mass of two sides in the same bins or categories, exactly. Bins that are empty on both sides
 * are left out.
 *
 * @param reference mass by bin
 * @param current mass by bin
 * @param referenceRows n of the reference, W²/Σw² when weighted
 * @param currentRows n of the current side likewise
 */
public record BinPair(
    List<Dyadic> reference, List<Dyadic> current, double referenceRows, double currentRows) {

  /** Leaves out bins without mass. */
  public BinPair {
    List<Dyadic> r = new ArrayList<>();
    List<Dyadic> c = new ArrayList<>();
    for (int i = 0; i < reference.size(); i++) {
      if (reference.get(i).signum() > 0 || current.get(i).signum() > 0) {
        r.add(reference.get(i));
        c.add(current.get(i));
      }
    }
    reference = List.copyOf(r);
    current = List.copyOf(c);
  }

  /**
   * Two distributions in bins of equal mass of the reference: a bin ends with the value at which
   * the reference's cumulative mass reaches k/bins of its total. A value is never split, so there
   * may be fewer bins; the first and the last are open.
   *
   * @param reference in the same bins as {@code current}, see {@code BitHistogram.State.aligned}
   * @param current the other side
   */
  public static BinPair ofNumbers(
      Distribution reference,
      Distribution current,
      int bins,
      double referenceRows,
      double currentRows) {
    double[] cuts = cuts(reference, bins);
    return new BinPair(masses(reference, cuts), masses(current, cuts), referenceRows, currentRows);
  }

  /** The largest value of each bin but the last. */
  public static double[] cuts(Distribution reference, int bins) {
    BigInteger total = reference.total();
    double[] cuts = new double[bins];
    int count = 0;
    for (int k = 1; k < bins; k++) {
      BigInteger[] rank =
          total.multiply(BigInteger.valueOf(k)).divideAndRemainder(BigInteger.valueOf(bins));
      BigInteger reached = rank[1].signum() == 0 ? rank[0] : rank[0].add(BigInteger.ONE);
      int bin = reference.binOfRank(reached.max(BigInteger.ONE));
      if (bin >= 0 && (count == 0 || reference.middle()[bin] > cuts[count - 1])) {
        cuts[count++] = reference.middle()[bin];
      }
    }
    return Arrays.copyOf(cuts, count);
  }

  /** The mass of a distribution in the bins between cuts, empty ones included. */
  public static List<Dyadic> masses(Distribution distribution, double[] cuts) {
    BigInteger[] masses = new BigInteger[cuts.length + 1];
    Arrays.fill(masses, BigInteger.ZERO);
    int bin = 0;
    for (int i = 0; i < distribution.size(); i++) {
      while (bin < cuts.length && distribution.middle()[i] > cuts[bin]) {
        bin++;
      }
      masses[bin] = masses[bin].add(distribution.mass()[i]);
    }
    List<Dyadic> exact = new ArrayList<>();
    for (BigInteger mass : masses) {
      exact.add(new Dyadic(mass, -distribution.unitBits()));
    }
    return exact;
  }

  /** These bins and one more, with the numbers of rows that there are then. */
  public BinPair with(Dyadic ofReference, Dyadic ofCurrent, double rows, double rowsOfCurrent) {
    List<Dyadic> r = new ArrayList<>(reference);
    List<Dyadic> c = new ArrayList<>(current);
    r.add(ofReference);
    c.add(ofCurrent);
    return new BinPair(r, c, rows, rowsOfCurrent);
  }

  /** Number of bins. */
  public int size() {
    return reference.size();
  }

  /** Whether a side has no mass at all. */
  public boolean oneSided() {
    return total(reference).signum() == 0 || total(current).signum() == 0;
  }

  /** Σ mass. */
  public static Dyadic total(List<Dyadic> masses) {
    Dyadic total = Dyadic.ZERO;
    for (Dyadic mass : masses) {
      total = total.plus(mass);
    }
    return total;
  }

  /**
   * Each bin's share of the reference and of the current side, and their difference, rounded once.
   */
  Shares shares() {
    Dyadic r = total(reference);
    Dyadic c = total(current);
    Dyadic both = r.times(c);
    double[] ofReference = new double[size()];
    double[] ofCurrent = new double[size()];
    double[] difference = new double[size()];
    for (int i = 0; i < difference.length; i++) {
      ofReference[i] = reference.get(i).over(r);
      ofCurrent[i] = current.get(i).over(c);
      difference[i] = current.get(i).times(r).minus(reference.get(i).times(c)).over(both);
    }
    return new Shares(ofReference, ofCurrent, difference);
  }

  /** Shares by bin. */
  record Shares(double[] reference, double[] current, double[] difference) {}
}
