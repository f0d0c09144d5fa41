package dev.slicewise.core.numeric;

/**
 * Kolmogorov's limiting distribution, Q(λ) = 2·Σ (−1)^(j−1)·exp(−2j²λ²) over j ≥ 1, with the same
 * bits on every CPU. Where that series is slow, Jacobi's theta identity gives 1 − Q by one that is
 * fast.
 */
public final class Kolmogorov {
  private static final double CROSSOVER = 1.0;
  private static final int TERMS = 12;

  private Kolmogorov() {}

  /** The probability of a value above λ ≥ 0. */
  public static double survival(double lambda) {
    if (!(lambda >= 0)) {
      throw new IllegalArgumentException("expected lambda >= 0, found " + lambda);
    }
    if (lambda == 0) {
      return 1.0;
    }
    double sum = 0;
    if (lambda < CROSSOVER) {
      for (int j = TERMS; j >= 1; j--) {
        double odd = (2 * j - 1) * Math.PI / lambda;
        sum += StrictMath.exp(-odd * odd / 8);
      }
      return Math.min(1.0, 1 - Math.sqrt(2 * Math.PI) / lambda * sum);
    }
    for (int j = TERMS; j >= 1; j--) {
      double term = StrictMath.exp(-2.0 * j * j * lambda * lambda);
      sum += j % 2 == 1 ? term : -term;
    }
    return 2 * sum;
  }
}
