package dev.slicewise.core.laws;

import java.util.SplittableRandom;

/**
 * Runs a property on many seeded inputs and prints the seed of the one that fails.
 *
 * <p>Trial i of a run with seed s is trial 0 of a run with seed s + i, so {@code
 * -Dslicewise.seed=N} with the printed number meets the failure first. Seeds are fixed unless that
 * property is set. {@code -Dslicewise.laws.trees=1000000} runs the laws on a million merge trees
 * instead of some thousand; the Maven profile {@code soak} sets it.
 */
public final class Property {
  private static final long FIRST_SEED = Long.getLong("slicewise.seed", 20_260L);

  /** How many merge trees the laws of states try; other laws are tried in proportion. */
  public static final long TREES = Long.getLong("slicewise.laws.trees", 1_200L);

  /** What must hold for every source of randomness. */
  @FunctionalInterface
  public interface Body {
    /** Throws when the property does not hold. */
    void run(SplittableRandom random);
  }

  private Property() {}

  /** Checks a property {@code trials} times. */
  public static void check(long trials, Body body) {
    for (long trial = 0; trial < trials; trial++) {
      long seed = FIRST_SEED + trial;
      try {
        body.run(new SplittableRandom(seed));
      } catch (AssertionError | RuntimeException failure) {
        throw new AssertionError(
            "fails with -Dslicewise.seed=" + seed + ": " + failure.getMessage(), failure);
      }
    }
  }
}
