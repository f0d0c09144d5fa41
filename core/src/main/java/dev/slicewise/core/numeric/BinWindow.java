package dev.slicewise.core.numeric;

/** A range of keys whose bins are found by subtraction. */
record BinWindow(long from, int length) {
  /** A window over all bins may have so many places for each. */
  private static final int PLACES_A_BIN = 4;

  /**
   * The window worth having: over all bins if they lie close enough together, else over the part
   * with the most counts; null if that has less than half of them, the others being hashed.
   *
   * @param keys at least two bins, ascending
   * @param counts of each
   */
  static BinWindow over(long[] keys, long[] counts) {
    long range = keys[keys.length - 1] - keys[0] + 1;
    if (Long.compareUnsigned(range, (long) PLACES_A_BIN * keys.length) <= 0) {
      return new BinWindow(keys[0], (int) range);
    }
    int length = Integer.highestOneBit(keys.length - 1) * 2;
    int best = 0;
    long most = 0;
    long inside = 0;
    long all = 0;
    for (int from = 0, to = 0; from < keys.length; from++) {
      while (to < keys.length && Long.compareUnsigned(keys[to] - keys[from], length) < 0) {
        inside += counts[to++];
      }
      if (inside > most) {
        most = inside;
        best = from;
      }
      inside -= counts[from];
      all += counts[from];
    }
    return 2 * most >= all ? new BinWindow(keys[best], length) : null;
  }
}
