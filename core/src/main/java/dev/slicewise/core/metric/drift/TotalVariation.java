package dev.slicewise.core.metric.drift;

import dev.slicewise.core.drift.BinDistances;
import dev.slicewise.core.drift.BinPair;
import dev.slicewise.core.metric.MetricInfo;
import dev.slicewise.core.metric.MetricInfo.Direction;
import dev.slicewise.core.metric.MetricValue;
import dev.slicewise.core.term.Parameter;

/** ½ Σ |c − r|; everything else about it stands in its {@link MetricInfo}. */
@MetricInfo(
    id = "total_variation",
    aliases = {"tv_distance"},
    summary =
        "Total variation distance: the share of rows that would have to change their bin or"
            + " category.",
    formula = "½ Σ |c − r|, r and c the shares of reference and current" + BinDrift.DETAILS,
    range = "[0, 1]",
    better = Direction.LOWER,
    edges = {
      "equal shares: 0",
      "no bin in common: 1",
      BinDrift.SEVERAL_VALUES,
      BinDrift.MANY_CATEGORIES,
      BinDrift.NULLS,
      TwoSided.NO_SIDE,
      TwoSided.OTHER_SPLITS
    },
    exactness = BinDrift.EXACTNESS,
    use =
        "The plainest to explain: 0.08 means that eight rows in a hundred moved. It does not"
            + " see where to.",
    source = "½ of scipy 1.17 spatial.distance.cityblock of the shares")
public record TotalVariation(
    @Parameter(doc = Kind.COLUMN) String column,
    @Parameter(doc = Kind.DOC) Kind kind,
    @Parameter(doc = BinDrift.BINS, range = BinDrift.BIN_RANGE) int bins,
    @Parameter(doc = BinDrift.NULL_BIN) boolean nullBin,
    @Parameter(doc = TwoSided.REFERENCE) String reference,
    @Parameter(doc = TwoSided.CURRENT) String current)
    implements BinDrift {
  /** Of the column in the role value, in tenths, current against reference. */
  public TotalVariation() {
    this(Kind.DEFAULT_COLUMN, Kind.NUMBERS, BinDrift.DEFAULT_BINS, false, "reference", "current");
  }

  @Override
  public MetricValue distance(BinDistances distances, BinPair pair) {
    return MetricValue.exact(distances.totalVariation());
  }

  @Override
  public double noise(BinDistances distances) {
    return distances.variationNoise();
  }
}
