package dev.slicewise.core.drift;

import dev.slicewise.core.numeric.Dyadic;
import dev.slicewise.core.numeric.Kolmogorov;
import dev.slicewise.core.numeric.Rounding;
import dev.slicewise.core.statistic.Distribution;
import java.math.BigInteger;

/**
 * Two distribution functions as steps at the same places, and distances between them. Exact where
 * every bin holds one value; else each distance says how far the bins' widths can have moved it.
 */
public final class StepPair {
  /** Covers the roundings of a few thousand positive summands. */
  private static final double SLACK = 1 + 0x1p-30;

  private final Distribution reference;
  private final Distribution current;
  private final double[] at;

  /** Mass of each side at each place. */
  private final BigInteger[][] mass;

  private final BigInteger[] total;

  /**
   * Of two distributions in the same bins, see {@code BitHistogram.State.aligned}; both have mass.
   */
  public StepPair(Distribution reference, Distribution current) {
    this.reference = reference;
    this.current = current;
    this.total = new BigInteger[] {reference.total(), current.total()};
    if (total[0].signum() == 0 || total[1].signum() == 0) {
      throw new IllegalArgumentException("expected mass on both sides, found an empty one");
    }
    double[] places = new double[reference.size() + current.size()];
    BigInteger[][] masses = new BigInteger[2][places.length];
    int count = 0;
    for (int i = 0, j = 0; i < reference.size() || j < current.size(); count++) {
      double x = i < reference.size() ? reference.middle()[i] : Double.POSITIVE_INFINITY;
      double y = j < current.size() ? current.middle()[j] : Double.POSITIVE_INFINITY;
      places[count] = Math.min(x, y);
      masses[0][count] = x <= y ? reference.mass()[i++] : BigInteger.ZERO;
      masses[1][count] = y <= x ? current.mass()[j++] : BigInteger.ZERO;
    }
    this.at = java.util.Arrays.copyOf(places, count);
    this.mass = masses;
  }

  BigInteger mass(int side, int place) {
    return mass[side][place];
  }

  BigInteger total(int side) {
    return total[side];
  }

  /** How many places have mass. */
  public int places() {
    return at.length;
  }

  /** What is done with F_r − F_c, in units of 1/(W_r·W_c), between a place and the next. */
  private interface Gap {
    void between(int place, BigInteger gap);
  }

  private void eachGap(Gap gap) {
    BigInteger r = BigInteger.ZERO;
    BigInteger c = BigInteger.ZERO;
    for (int i = 0; i + 1 < at.length; i++) {
      r = r.add(mass[0][i]);
      c = c.add(mass[1][i]);
      gap.between(i, r.multiply(total[1]).subtract(c.multiply(total[0])));
    }
  }

  /** The largest |F_r − F_c|; the true one is at most its bound larger. */
  public Certified kolmogorovSmirnov() {
    BigInteger[] largest = {BigInteger.ZERO};
    eachGap((place, gap) -> largest[0] = largest[0].max(gap.abs()));
    double value = Rounding.ratio(largest[0], total[0].multiply(total[1]));
    double bound = Math.max(largestWideShare(reference), largestWideShare(current));
    return new Certified(value, Math.min(bound, 1 - value));
  }

  /**
   * The asymptotic probability of a larger distance if both sides came from one distribution.
   *
   * @param n rows of the reference, W²/Σw² when weighted
   * @param m rows of the current side likewise
   */
  public static double kolmogorovProbability(double distance, double n, double m) {
    return Kolmogorov.survival(Math.sqrt(n * m / (n + m)) * distance);
  }

  /** ∫ |F_r − F_c|. */
  public Certified wasserstein() {
    Dyadic[] area = {Dyadic.ZERO};
    eachGap((place, gap) -> area[0] = area[0].plus(new Dyadic(gap.abs(), 0).times(width(place))));
    double bound = (meanReach(reference) + meanReach(current)) * SLACK;
    return new Certified(area[0].over(new Dyadic(total[0].multiply(total[1]), 0)), bound);
  }

  /** √(2·∫ (F_r − F_c)²), the energy distance. */
  public Certified energyDistance() {
    Dyadic[] area = {Dyadic.ZERO};
    eachGap(
        (place, gap) ->
            area[0] = area[0].plus(new Dyadic(gap.multiply(gap), 0).times(width(place))));
    Dyadic scale = new Dyadic(total[0].multiply(total[1]), 0).squared();
    double value = Math.sqrt(2 * area[0].over(scale));
    // A metric: each side moves by at most √(2·∫(F − F')²), and |F − F'| is at most a wide bin's
    // mass.
    double moved =
        Math.sqrt(2 * meanReach(reference) * largestWideShare(reference))
            + Math.sqrt(2 * meanReach(current) * largestWideShare(current));
    return new Certified(value, moved * SLACK);
  }

  private Dyadic width(int place) {
    return Dyadic.of(at[place + 1]).minus(Dyadic.of(at[place]));
  }

  /** How far a bin's values can be from the one that stands for them. */
  private static double reach(Distribution side, int bin) {
    double above = Math.min(side.high()[bin], Double.MAX_VALUE) - side.middle()[bin];
    double below = side.middle()[bin] - Math.max(side.low()[bin], -Double.MAX_VALUE);
    return Math.max(above, below);
  }

  private static double meanReach(Distribution side) {
    BigInteger total = side.total();
    double mean = 0;
    for (int i = 0; i < side.size(); i++) {
      double reach = reach(side, i);
      mean += reach == 0 ? 0 : reach * Rounding.ratio(side.mass()[i], total);
    }
    return mean;
  }

  /** The largest share of a bin that may hold several values. */
  private static double largestWideShare(Distribution side) {
    BigInteger largest = BigInteger.ZERO;
    for (int i = 0; i < side.size(); i++) {
      largest = reach(side, i) > 0 ? largest.max(side.mass()[i]) : largest;
    }
    return Rounding.ratio(largest, side.total());
  }
}
