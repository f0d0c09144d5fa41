package dev.slicewise.core.numeric;

/**
 * How often a replicate of the Poisson bootstrap sees a row: a Poisson(1) number that depends on
 * the row's hash alone, so that replicates are the same whatever the partitioning, and merge.
 *
 * <p>Replicate b takes the hashes of stream b. Drawing each row Poisson(1) times stands in for
 * drawing n of n rows with replacement, which would need to know n beforehand.
 *
 * <p>Source: N. Chamandy, O. Muralidharan, A. Najmi and S. Naidu, "Estimating uncertainty for
 * massive data streams", Google (2012).
 */
public final class PoissonWeight {
  /** Threshold k is ⌊2^53·P(X ≤ k)⌋; after the last, no 53-bit number is left. */
  private static final long[] THRESHOLDS = {
    3313563428353947L,
    6627126856707895L,
    8283908570884869L,
    8836169142277194L,
    8974234285125275L,
    9001847313694891L,
    9006449485123161L,
    9007106938184342L,
    9007189119816990L,
    9007198251109506L,
    9007199164238758L,
    9007199247250508L,
    9007199254168154L,
    9007199254700280L,
    9007199254738289L,
    9007199254740823L,
    9007199254740982L,
    9007199254740991L,
    9007199254740991L
  };

  private PoissonWeight() {}

  /** The weight of a row hash: the number of thresholds that its upper 53 bits reach. */
  public static int of(long hash) {
    long uniform = hash >>> 11;
    int weight = 0;
    while (weight < THRESHOLDS.length && THRESHOLDS[weight] <= uniform) {
      weight++;
    }
    return weight;
  }
}
