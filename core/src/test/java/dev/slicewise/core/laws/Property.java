package dev.slicewise.core.laws;

import java.util.SplittableRandom;

/**
 * Runs a property on many seeded inputs and prints the seed of the one that fails.
 *
 * <p>Trial i of a run with seed s is trial 0 of a run with seed s + i, so {@code
 * -Dslicewise.seed=N} with the printed number meets the failure first. Seeds are fixed unless that
 * property is set.
 */
public final class Property {
  private static final long FIRST_SEED = Long.getLong("slicewise.seed", 20_260L);

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
