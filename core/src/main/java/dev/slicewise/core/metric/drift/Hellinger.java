package dev.slicewise.core.metric.drift;

import dev.slicewise.core.drift.BinDistances;
import dev.slicewise.core.drift.BinPair;
import dev.slicewise.core.metric.MetricInfo;
import dev.slicewise.core.metric.MetricInfo.Direction;
import dev.slicewise.core.metric.MetricValue;
import dev.slicewise.core.term.Parameter;

/** √(1 − Σ √(r·c)); everything else about it stands in its {@link MetricInfo}. */
@MetricInfo(
    id = "hellinger",
    aliases = {"hellinger_distance"},
    summary = "Hellinger distance of the shares of bins or categories.",
    formula = "√(1 − Σ √(r·c)), r and c the shares of reference and current" + BinDrift.DETAILS,
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
    use = "Bounded and symmetric, and more sensitive to rare categories than total_variation.",
    source = "Hellinger 1909")
public record Hellinger(
    @Parameter(doc = Kind.COLUMN) String column,
    @Parameter(doc = Kind.DOC) Kind kind,
    @Parameter(doc = BinDrift.BINS, range = BinDrift.BIN_RANGE) int bins,
    @Parameter(doc = BinDrift.NULL_BIN) boolean nullBin,
    @Parameter(doc = TwoSided.REFERENCE) String reference,
    @Parameter(doc = TwoSided.CURRENT) String current)
    implements BinDrift {
  /** Of the column in the role value, in tenths, current against reference. */
  public Hellinger() {
    this(Kind.DEFAULT_COLUMN, Kind.NUMBERS, BinDrift.DEFAULT_BINS, false, "reference", "current");
  }

  @Override
  public MetricValue distance(BinDistances distances, BinPair pair) {
    return MetricValue.exact(distances.hellinger());
  }

  @Override
  public double noise(BinDistances distances) {
    return distances.hellingerNoise();
  }
}
