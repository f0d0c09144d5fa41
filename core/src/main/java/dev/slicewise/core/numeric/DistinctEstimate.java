package dev.slicewise.core.numeric;

/**
 * The number of distinct values behind the registers of a HyperLogLog sketch: Ertl's improved raw
 * estimator, a function of the registers alone and without bias from the smallest counts to the
 * largest.
 *
 * <p>Source: Ertl 2017, New cardinality estimation algorithms for HyperLogLog sketches,
 * arXiv:1702.01284, algorithm 6.
 */
public final class DistinctEstimate {
  private DistinctEstimate() {}

  /**
   * The estimate.
   *
   * @param histogram how many registers hold each value from 0 to q + 1, where q is the number of
   *     hash bits beyond those that choose the register
   */
  public static double of(int[] histogram) {
    int registers = 0;
    for (int count : histogram) {
      registers += count;
    }
    double m = registers;
    int last = histogram.length - 1;
    double z = m * tau((m - histogram[last]) / m);
    for (int value = last - 1; value >= 1; value--) {
      z = (z + histogram[value]) / 2;
    }
    z += m * sigma(histogram[0] / m);
    return m * m / (2 * StrictMath.log(2) * z);
  }

  /** σ(x) = x + Σ x^(2^k)·2^(k−1): what registers still at 0 say. */
  private static double sigma(double x) {
    if (x == 1.0) {
      return Double.POSITIVE_INFINITY;
    }
    double power = x;
    double factor = 1;
    double sum = x;
    double before;
    do {
      power *= power;
      before = sum;
      sum += power * factor;
      factor += factor;
    } while (sum != before);
    return sum;
  }

  /** τ(x) = (1 − x − Σ (1 − x^(2^−k))²·2^−k)/3: what registers at their end say. */
  private static double tau(double x) {
    if (x == 0.0 || x == 1.0) {
      return 0.0;
    }
    double root = x;
    double factor = 1;
    double sum = 1 - x;
    double before;
    do {
      root = Math.sqrt(root);
      before = sum;
      factor /= 2;
      sum -= (1 - root) * (1 - root) * factor;
    } while (sum != before);
    return sum / 3;
  }
}
