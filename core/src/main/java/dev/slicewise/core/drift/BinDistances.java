package dev.slicewise.core.drift;

import dev.slicewise.core.numeric.ChiSquared;
import dev.slicewise.core.numeric.ExactSum;
import java.util.function.IntToDoubleFunction;

/**
 * Distances of two sides in the same bins, from their shares r of the reference and c of the
 * current side. Both sides have mass. Each summand carries a few roundings and the sum none.
 */
public final class BinDistances {
  private static final double LOG_OF_TWO = StrictMath.log(2);

  private final BinPair pair;
  private final double[] r;
  private final double[] c;
  private final double[] difference;

  /** Of a pair with mass on both sides. */
  public BinDistances(BinPair pair) {
    if (pair.oneSided()) {
      throw new IllegalArgumentException("expected mass on both sides, found an empty one");
    }
    BinPair.Shares shares = pair.shares();
    this.pair = pair;
    this.r = shares.reference();
    this.c = shares.current();
    this.difference = shares.difference();
  }

  private double sum(IntToDoubleFunction term) {
    ExactSum sum = new ExactSum();
    for (int i = 0; i < r.length; i++) {
      sum.add(term.applyAsDouble(i));
    }
    return sum.value();
  }

  /** Σ (c − r)·ln(c/r), shares below ε taken as ε. */
  public double populationStabilityIndex(double epsilon) {
    return sum(i -> flooredDifference(i, epsilon) * logRatio(i, epsilon));
  }

  /** Σ c·ln(c/r), shares below ε taken as ε. */
  public double kullbackLeibler(double epsilon) {
    return sum(i -> Math.max(c[i], epsilon) * logRatio(i, epsilon));
  }

  private boolean floored(int i, double epsilon) {
    return r[i] < epsilon || c[i] < epsilon;
  }

  private double flooredDifference(int i, double epsilon) {
    return floored(i, epsilon) ? Math.max(c[i], epsilon) - Math.max(r[i], epsilon) : difference[i];
  }

  /** ln(c/r) from the exact difference, so that nearly equal shares do not cancel. */
  private double logRatio(int i, double epsilon) {
    return StrictMath.log1p(flooredDifference(i, epsilon) / Math.max(r[i], epsilon));
  }

  /**
   * What the index exceeds in one of twenty samples without any drift: the 95 % point of χ² with B
   * − 1 degrees of freedom, times 1/n_r + 1/n_c. 0 for one bin.
   */
  public double stabilityThreshold() {
    return chiSquareNoise() * (1 / pair.referenceRows() + 1 / pair.currentRows());
  }

  /** The 95 % point of χ² with B − 1 degrees of freedom; 0 for one bin. */
  public double chiSquareNoise() {
    return r.length < 2 ? 0.0 : ChiSquared.tailQuantile(0.05, r.length - 1);
  }

  /**
   * What {@link #totalVariation} and {@link #largestDifference} exceed at most that often: by
   * Cauchy and Schwarz neither is above half the root of Σ (c − r)²/r, which is the index for
   * nearly equal shares.
   */
  public double variationNoise() {
    return Math.sqrt(stabilityThreshold()) / 2;
  }

  /** What {@link #hellinger} exceeds that often: its square is an eighth of the index then. */
  public double hellingerNoise() {
    return Math.sqrt(stabilityThreshold() / 8);
  }

  /** What {@link #jensenShannonDistance} exceeds that often: its square likewise, in the base. */
  public double jensenShannonNoise(double base) {
    return Math.sqrt(stabilityThreshold() / (8 * StrictMath.log(base)));
  }

  /** What {@link #cramersV} exceeds that often. */
  public double cramersNoise() {
    double n = pair.referenceRows();
    double m = pair.currentRows();
    return Math.sqrt(stabilityThreshold() * n * m) / (n + m);
  }

  /** The square root of the Jensen–Shannon divergence with logarithms to a base. */
  public double jensenShannonDistance(double base) {
    double divergence =
        sum(i -> towardsMiddle(r[i], -difference[i], i) + towardsMiddle(c[i], difference[i], i));
    double unit = base == 2 ? LOG_OF_TWO : StrictMath.log(base);
    return Math.sqrt(Math.max(0.0, divergence / (2 * unit)));
  }

  /** x·ln(x/m) with m the mean of both shares, from which x lies half the difference away. */
  private double towardsMiddle(double x, double ahead, int i) {
    return x == 0 ? 0.0 : x * StrictMath.log1p(ahead / (r[i] + c[i]));
  }

  /** √(1 − Σ √(r·c)), as √(½ Σ (√r − √c)²). */
  public double hellinger() {
    double squares =
        sum(
            i -> {
              double gap = difference[i] / (Math.sqrt(r[i]) + Math.sqrt(c[i]));
              return gap * gap;
            });
    return Math.sqrt(squares / 2);
  }

  /** ½ Σ |c − r|. */
  public double totalVariation() {
    return sum(i -> Math.abs(difference[i])) / 2;
  }

  /** max |c − r|. */
  public double largestDifference() {
    double largest = 0;
    for (double gap : difference) {
      largest = Math.max(largest, Math.abs(gap));
    }
    return largest;
  }

  /** The share of the current side in bins where the reference has nothing. */
  public double newShare() {
    return sum(i -> r[i] == 0 ? c[i] : 0.0);
  }

  /**
   * Pearson's test that both sides have the same shares.
   *
   * @param statistic χ²
   * @param degreesOfFreedom bins − 1
   * @param p the probability of a larger χ² if they had
   * @param rare how many of the 2·B expected counts are below 5, where the test is not to be relied
   *     on
   */
  public record ChiSquareTest(double statistic, int degreesOfFreedom, double p, int rare) {}

  /** χ² of the 2 × B table; for two bins at least. */
  public ChiSquareTest chiSquare() {
    double n = pair.referenceRows();
    double m = pair.currentRows();
    double statistic = sum(i -> n * m * difference[i] * difference[i] / (n * r[i] + m * c[i]));
    int rare = 0;
    for (int i = 0; i < r.length; i++) {
      double expected = (n * r[i] + m * c[i]) / (n + m);
      rare += (n * expected < 5 ? 1 : 0) + (m * expected < 5 ? 1 : 0);
    }
    int degreesOfFreedom = r.length - 1;
    double p = ChiSquared.survival(statistic, degreesOfFreedom);
    return new ChiSquareTest(statistic, degreesOfFreedom, p, rare);
  }

  /**
   * Cramér's V of the 2 × B table, √(χ²/n).
   *
   * @param corrected whether the expectation without association is taken off first (Bergsma 2013)
   */
  public double cramersV(boolean corrected) {
    double n = pair.referenceRows() + pair.currentRows();
    double phi = chiSquare().statistic() / n;
    if (!corrected) {
      return Math.sqrt(phi);
    }
    double bins = r.length;
    double left = Math.max(0.0, phi - (bins - 1) / (n - 1));
    double columns = bins - (bins - 1) * (bins - 1) / (n - 1);
    double rows = 2 - 1 / (n - 1);
    double room = Math.min(columns - 1, rows - 1);
    return room > 0 ? Math.min(1.0, Math.sqrt(left / room)) : 0.0;
  }
}
