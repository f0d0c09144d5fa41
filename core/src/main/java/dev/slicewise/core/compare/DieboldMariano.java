package dev.slicewise.core.compare;

import dev.slicewise.core.interval.DifferenceTest;
import java.util.Optional;
import org.apache.commons.statistics.distribution.TDistribution;

/**
 * The test of Diebold and Mariano that two forecasts are equally good, from the mean loss
 * difference of each window of a series: forecasts h windows ahead have errors that are correlated
 * over h − 1 windows, which the variance takes in: V = (γ₀ + 2Σ γ_k, k below h)/n. With the
 * small-sample correction √((n + 1 − 2h + h(h−1)/n)/n) and Student's t with n − 1 degrees of
 * freedom; for h = 1 that is the paired t-test over windows.
 *
 * <p>Undefined for fewer than two windows, for a horizon that is no less than their number, and
 * when V is not positive, as the sum of estimated autocovariances can be.
 *
 * <p>Source: Diebold and Mariano 1995, doi:10.1080/07350015.1995.10524599; Harvey, Leybourne and
 * Newbold 1997, doi:10.1016/S0169-2070(96)00719-4.
 *
 * @param windows n
 * @param horizon h
 * @param meanDifference mean of the windows' differences, each counted once
 * @param statistic the corrected statistic
 * @param pValue two-sided
 */
public record DieboldMariano(
    int windows, int horizon, double meanDifference, double statistic, double pValue) {

  /**
   * The test.
   *
   * @param differences of the windows' mean losses, in the order of time, all finite
   * @param horizon how many windows ahead was forecast, at least 1
   */
  public static Optional<DieboldMariano> of(double[] differences, int horizon) {
    int n = differences.length;
    if (horizon < 1) {
      throw new IllegalArgumentException("expected a horizon of at least 1, found " + horizon);
    }
    if (n < 2 || horizon >= n) {
      return Optional.empty();
    }
    double mean = 0;
    for (double difference : differences) {
      mean += difference / n;
    }
    double variance = autocovariance(differences, mean, 0);
    boolean none = variance == 0;
    for (int lag = 1; lag < horizon; lag++) {
      variance += 2 * autocovariance(differences, mean, lag);
    }
    if (none) {
      return Optional.of(certain(n, horizon, mean));
    }
    if (!(variance > 0)) {
      return Optional.empty();
    }
    double h = horizon;
    double correction = Math.sqrt((n + 1 - 2 * h + h * (h - 1) / n) / n);
    double statistic = correction * mean / Math.sqrt(variance / n);
    double p = 2 * TDistribution.of(n - 1).survivalProbability(Math.abs(statistic));
    return Optional.of(new DieboldMariano(n, horizon, mean, statistic, p));
  }

  /** All windows differ by the same. */
  private static DieboldMariano certain(int n, int horizon, double mean) {
    return mean == 0
        ? new DieboldMariano(n, horizon, 0, 0, 1)
        : new DieboldMariano(n, horizon, mean, Math.copySign(Double.POSITIVE_INFINITY, mean), 0);
  }

  private static double autocovariance(double[] values, double mean, int lag) {
    double sum = 0;
    for (int i = lag; i < values.length; i++) {
      sum += (values[i] - mean) * (values[i - lag] - mean);
    }
    return sum / values.length;
  }

  /** As a test among others. */
  public DifferenceTest test() {
    return new DifferenceTest("diebold-mariano", pValue);
  }
}
