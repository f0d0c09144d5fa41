package dev.slicewise.core.numeric;

/**
 * The hash that stands in for randomness: a row's hash depends on its key and on nothing else, so
 * groups, samples and ties are the same whatever the partitioning.
 *
 * <p>{@code h(key, seed, stream) = mix64(key ^ mix64(seed + (stream + 1)·0x9E3779B97F4A7C15))}, all
 * modulo 2^64, with the finaliser of SplitMix64.
 */
public final class RowHash {
  /** The seed of every hash that a report depends on. */
  public static final long SEED = 42;

  /** Number of groups of the delete-a-group jackknife. */
  public static final int GROUPS = 32;

  private static final long GOLDEN_GAMMA = 0x9E3779B97F4A7C15L;

  private RowHash() {}

  /** The finaliser of SplitMix64: every input bit flips every output bit half the time. */
  public static long mix64(long value) {
    long z = value;
    z ^= z >>> 30;
    z *= 0xBF58476D1CE4E5B9L;
    z ^= z >>> 27;
    z *= 0x94D049BB133111EBL;
    return z ^ (z >>> 31);
  }

  /** The hash of a key in one stream of a seed. */
  public static long hash(long key, long seed, int stream) {
    return mix64(key ^ mix64(seed + (stream + 1) * GOLDEN_GAMMA));
  }

  /** Folds one more column into the key of a row that declares none. */
  public static long combine(long key, double value, boolean isNull) {
    long bits = isNull ? 0x7ff8_0000_dead_beefL : Double.doubleToLongBits(value + 0.0);
    return mix64(key * GOLDEN_GAMMA + bits);
  }

  /** Folds one more hash into a key. */
  public static long combine(long key, long hash) {
    return mix64(key * GOLDEN_GAMMA + hash);
  }

  /** The hash of a text, by its UTF-16 code units. */
  public static long ofText(String text) {
    long hash = text.length();
    for (int i = 0; i < text.length(); i++) {
      hash = hash * GOLDEN_GAMMA + text.charAt(i);
    }
    return mix64(hash);
  }

  /** The hash of the first bytes of an array. */
  public static long ofBytes(byte[] bytes, int length) {
    long hash = length;
    for (int i = 0; i < length; i++) {
      hash = hash * GOLDEN_GAMMA + bytes[i];
    }
    return mix64(hash);
  }

  /** The jackknife group of a row hash, 0 to 31. */
  public static int group(long hash) {
    return (int) (hash >>> 59);
  }
}
