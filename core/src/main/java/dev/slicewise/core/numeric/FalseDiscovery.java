package dev.slicewise.core.numeric;

import java.util.Arrays;

/**
 * p-values adjusted for how many were looked at, so that calling those below q discoveries is wrong
 * in a share q of them.
 */
public final class FalseDiscovery {
  private FalseDiscovery() {}

  /**
   * Benjamini's and Hochberg's adjusted p-values: the smallest over all ranks from one's own up of
   * m·p/rank. For independent or positively dependent tests. Source:
   * doi:10.1111/j.2517-6161.1995.tb02031.x.
   */
  public static double[] benjaminiHochberg(double... p) {
    double[] sorted = p.clone();
    Arrays.sort(sorted);
    double[] adjusted = new double[p.length];
    double least = 1.0;
    for (int rank = p.length; rank >= 1; rank--) {
      least = Math.min(least, sorted[rank - 1] * p.length / rank);
      adjusted[rank - 1] = least;
    }
    double[] result = new double[p.length];
    for (int i = 0; i < p.length; i++) {
      result[i] = adjusted[Arrays.binarySearch(sorted, p[i])];
    }
    return result;
  }
}
