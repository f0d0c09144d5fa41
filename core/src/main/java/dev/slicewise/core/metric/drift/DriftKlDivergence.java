package dev.slicewise.core.metric.drift;

import dev.slicewise.core.drift.BinDistances;
import dev.slicewise.core.drift.BinPair;
import dev.slicewise.core.metric.MetricInfo;
import dev.slicewise.core.metric.MetricInfo.Direction;
import dev.slicewise.core.metric.MetricValue;
import dev.slicewise.core.term.Parameter;

/** Σ c·ln(c/r); everything else about it stands in its {@link MetricInfo}. */
@MetricInfo(
    id = "drift_kl_divergence",
    summary = "Kullback–Leibler divergence of the current shares from those of the reference.",
    formula =
        "Σ c·ln(c/r) over bins, r and c the shares of reference and current, each at least"
            + " epsilon"
            + BinDrift.DETAILS,
    range = "(-inf, inf)",
    better = Direction.LOWER,
    edges = {
      "an empty bin on one side: its share is epsilon, and the sum may be a little below 0",
      BinDrift.SEVERAL_VALUES,
      BinDrift.MANY_CATEGORIES,
      BinDrift.NULLS,
      TwoSided.NO_SIDE,
      TwoSided.OTHER_SPLITS
    },
    exactness = BinDrift.EXACTNESS,
    use =
        "The extra nats that a code made for the reference costs. It is not symmetric, and"
            + " one empty reference bin decides it: prefer js_distance to watch. kl_divergence is"
            + " the loss of a row with two distributions.",
    source = "scipy 1.17 stats.entropy of the floored shares, not renormalised")
public record DriftKlDivergence(
    @Parameter(doc = Kind.COLUMN) String column,
    @Parameter(doc = Kind.DOC) Kind kind,
    @Parameter(doc = BinDrift.BINS, range = BinDrift.BIN_RANGE) int bins,
    @Parameter(doc = BinDrift.FLOOR, range = BinDrift.FLOOR_RANGE) double epsilon,
    @Parameter(doc = BinDrift.NULL_BIN) boolean nullBin,
    @Parameter(doc = TwoSided.REFERENCE) String reference,
    @Parameter(doc = TwoSided.CURRENT) String current)
    implements BinDrift {
  /** Of the column in the role value, in tenths, current against reference. */
  public DriftKlDivergence() {
    this(
        Kind.DEFAULT_COLUMN,
        Kind.NUMBERS,
        BinDrift.DEFAULT_BINS,
        BinDrift.DEFAULT_FLOOR,
        false,
        "reference",
        "current");
  }

  @Override
  public MetricValue distance(BinDistances distances, BinPair pair) {
    return MetricValue.exact(distances.kullbackLeibler(epsilon));
  }

  @Override
  public double noise(BinDistances distances) {
    return distances.stabilityThreshold() / 2;
  }
}
