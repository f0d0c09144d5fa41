package dev.slicewise.core.interval;

import dev.slicewise.core.numeric.Dyadic;
import dev.slicewise.core.numeric.Moments;
import java.util.Optional;

/**
 * Two models on the same rows: the t-test of the mean of d = ℓ_B − ℓ_A, the losses' difference row
 * by row, which is blind to what makes a row hard for both.
 */
public final class PairedDifference {
  private PairedDifference() {}

  /**
   * The test; nothing for fewer than two rows.
   *
   * @param differences n, Σd and Σd² of unweighted rows. Σℓ_B − Σℓ_A and Σℓ_B² − 2Σℓ_Aℓ_B + Σℓ_A²
   *     from exact sums are the same numbers without rounding in any row.
   */
  public static Optional<StudentTest> of(Moments differences) {
    Dyadic n = differences.weight();
    Dyadic degrees = n.minus(Dyadic.ONE);
    if (degrees.signum() <= 0) {
      return Optional.empty();
    }
    // se² = variance/n, where the variance is spread/(n(n − 1)).
    return Optional.of(
        StudentTest.of(differences.sum(), n, differences.spread(), degrees, degrees.toDouble()));
  }
}
