package dev.slicewise.core.metric.drift;

import dev.slicewise.core.drift.BinDistances;
import dev.slicewise.core.drift.BinPair;
import dev.slicewise.core.metric.MetricInfo;
import dev.slicewise.core.metric.MetricInfo.Direction;
import dev.slicewise.core.metric.MetricValue;
import dev.slicewise.core.term.Parameter;

/** max |c − r|; everything else about it stands in its {@link MetricInfo}. */
@MetricInfo(
    id = "l_infinity_distance",
    aliases = {"chebyshev_distance"},
    summary = "L-infinity distance: by how much the share of one bin or category moved at most.",
    formula = "max |c − r|, r and c the shares of reference and current" + BinDrift.DETAILS,
    range = "[0, 1]",
    better = Direction.LOWER,
    edges = {
      "equal shares: 0",
      BinDrift.SEVERAL_VALUES,
      BinDrift.MANY_CATEGORIES,
      BinDrift.NULLS,
      TwoSided.NO_SIDE,
      TwoSided.OTHER_SPLITS
    },
    exactness = BinDrift.EXACTNESS,
    use =
        "What SageMaker and Vertex AI watch categories by: one category that took over is seen"
            + " whatever the others do, many that moved a little are not (total_variation sees"
            + " them).",
    source = "scipy 1.17 spatial.distance.chebyshev of the shares")
public record LInfinityDistance(
    @Parameter(doc = Kind.COLUMN) String column,
    @Parameter(doc = Kind.DOC) Kind kind,
    @Parameter(doc = BinDrift.BINS, range = BinDrift.BIN_RANGE) int bins,
    @Parameter(doc = BinDrift.NULL_BIN) boolean nullBin,
    @Parameter(doc = TwoSided.REFERENCE) String reference,
    @Parameter(doc = TwoSided.CURRENT) String current)
    implements BinDrift {
  /** Of the column in the role value, in tenths, current against reference. */
  public LInfinityDistance() {
    this(Kind.DEFAULT_COLUMN, Kind.NUMBERS, BinDrift.DEFAULT_BINS, false, "reference", "current");
  }

  @Override
  public MetricValue distance(BinDistances distances, BinPair pair) {
    return MetricValue.exact(distances.largestDifference());
  }

  @Override
  public double noise(BinDistances distances) {
    return distances.variationNoise();
  }
}
