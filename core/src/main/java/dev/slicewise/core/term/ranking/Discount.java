package dev.slicewise.core.term.ranking;

import java.util.Arrays;

/** The discounts 1/log₂(1 + rank) of the first ranks, and discounted cumulative gains. */
public final class Discount {
  private static final double LN2 = StrictMath.log(2.0);
  private static final double[] FIRST = new double[1024];

  static {
    for (int i = 0; i < FIRST.length; i++) {
      FIRST[i] = compute(i + 1);
    }
  }

  private Discount() {}

  /** The discount of a rank, 1 being the first. */
  public static double of(int rank) {
    return rank <= FIRST.length ? FIRST[rank - 1] : compute(rank);
  }

  private static double compute(int rank) {
    int next = rank + 1;
    // Powers of two exactly; a ratio of logarithms may miss them by a bit.
    return Integer.bitCount(next) == 1
        ? 1.0 / Integer.numberOfTrailingZeros(next)
        : LN2 / StrictMath.log(next);
  }

  /** The discounted cumulative gain of the best order, cut at k. */
  public static double ideal(double[] gains, int k) {
    double[] sorted = gains.clone();
    Arrays.sort(sorted);
    double sum = 0;
    for (int rank = 1; rank <= Math.min(k, sorted.length); rank++) {
      sum += sorted[sorted.length - rank] * of(rank);
    }
    return sum;
  }
}
