package dev.slicewise.core.drift;

import dev.slicewise.core.numeric.Normal;

/**
 * Two shares of rows against each other.
 *
 * @param difference current − reference
 * @param z the difference over its standard error when both shares are one; null when that share is
 *     0 or 1
 * @param p the probability of a |z| at least as large; 1 then
 * @param noise the |difference| that one in twenty pairs of samples of one share exceeds; 0 then
 */
public record TwoProportions(double difference, Double z, double p, double noise) {
  /** Of {@code hits} among {@code rows} on each side; both have rows. */
  public static TwoProportions of(
      long referenceHits, long referenceRows, long currentHits, long currentRows) {
    double r = (double) referenceHits / referenceRows;
    double c = (double) currentHits / currentRows;
    double hits = referenceHits + currentHits;
    double rows = (double) referenceRows + currentRows;
    double misses = rows - hits;
    if (hits == 0 || misses == 0) {
      return new TwoProportions(c - r, null, 1.0, 0.0);
    }
    double variance = hits / rows * (misses / rows) * (1.0 / referenceRows + 1.0 / currentRows);
    double z = (c - r) / Math.sqrt(variance);
    return new TwoProportions(c - r, z, Normal.twoSided(z), SampleNoise.shareDifference(variance));
  }
}
