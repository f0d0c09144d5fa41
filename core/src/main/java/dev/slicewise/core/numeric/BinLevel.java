package dev.slicewise.core.numeric;

/**
 * How finely bins of doubles are cut: a level k gives bins whose width is at most 2^-k of their
 * value; level 52 gives every double a bin of its own, negative levels join powers of two.
 */
public final class BinLevel {
  /** The coarsest level: one bin for all doubles of one sign. */
  public static final int COARSEST = -11;

  private BinLevel() {}

  /** The smallest |x| in the bin of a non-negative key. */
  public static double lower(long key, int level) {
    return fromBits(key << (BinTable.FULL_LEVEL - level));
  }

  /** The value nearest to 0 in the bin of a key made of {@link BinTable#code}, of either sign. */
  public static double nearestToZero(long key, int level) {
    return key >= 0 ? lower(key, level) : -lower(~key, level);
  }

  /** The end of the bin of a non-negative key: the first |x| beyond it. */
  public static double upper(long key, int level) {
    return fromBits((key + 1) << (BinTable.FULL_LEVEL - level));
  }

  private static double fromBits(long bits) {
    long infinity = Double.doubleToRawLongBits(Double.POSITIVE_INFINITY);
    return Double.longBitsToDouble(bits < 0 || bits > infinity ? infinity : bits);
  }

  /**
   * The value that stands for a bin of a non-negative key: its only value when nothing below the
   * level was ever seen, else the middle.
   */
  public static double representative(long key, int level, boolean lossless) {
    double lower = lower(key, level);
    if (lossless || Double.isInfinite(lower)) {
      return lower;
    }
    return middle(lower, upper(key, level));
  }

  /** The middle of [lower, upper), where upper may stand for the end of the doubles. */
  public static double middle(double lower, double upper) {
    return lower + (Math.min(upper, Double.MAX_VALUE) - lower) / 2;
  }

  /** Whether the union of all bit patterns shows that no bin joins two different values. */
  public static boolean lossless(long orOfBits, int level) {
    int dropped = BinTable.FULL_LEVEL - level;
    return dropped == 0 || (orOfBits & ((1L << dropped) - 1)) == 0;
  }

  /**
   * The largest relative distance between a bin's representative and a value in it that is neither
   * subnormal nor infinite.
   */
  public static double relativeBound(int level, boolean lossless) {
    if (lossless) {
      return 0.0;
    }
    return level >= 0 ? Math.scalb(1.0, -level - 1) : (StrictMath.pow(2, 1 << -level) - 1) / 2;
  }

  /**
   * Counts, per number of levels given up, how many neighbours among the sorted keys become one bin
   * exactly then; adds to {@code joinedAt[1..64]}.
   */
  public static void countJoins(long[] sortedKeys, int[] joinedAt) {
    for (int i = 1; i < sortedKeys.length; i++) {
      joinedAt[64 - Long.numberOfLeadingZeros(sortedKeys[i - 1] ^ sortedKeys[i])]++;
    }
  }

  /**
   * The fewest levels to give up so that at most {@code limit} of {@code occupied} bins remain.
   *
   * @param joinedAt as {@link #countJoins} fills it
   */
  public static int levelsToGiveUp(int occupied, int[] joinedAt, int limit, int level) {
    int remaining = occupied;
    int levels = 0;
    while (remaining > limit && levels < level) {
      levels++;
      remaining -= joinedAt[levels];
    }
    return levels;
  }
}
