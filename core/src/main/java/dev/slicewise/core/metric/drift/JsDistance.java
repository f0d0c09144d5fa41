package dev.slicewise.core.metric.drift;

import dev.slicewise.core.drift.BinDistances;
import dev.slicewise.core.drift.BinPair;
import dev.slicewise.core.metric.MetricInfo;
import dev.slicewise.core.metric.MetricInfo.Direction;
import dev.slicewise.core.metric.MetricValue;
import dev.slicewise.core.term.Parameter;

/**
 * √ of the Jensen–Shannon divergence; everything else about it stands in its {@link MetricInfo}.
 */
@MetricInfo(
    id = "js_distance",
    aliases = {"jensen_shannon_distance"},
    summary = "Jensen–Shannon distance of the shares of bins or categories.",
    formula = "√(½ Σ r·log(r/m) + ½ Σ c·log(c/m)), m = (r + c)/2" + BinDrift.DETAILS,
    range = "[0, 1]",
    better = Direction.LOWER,
    edges = {
      "equal shares: 0",
      "no bin in common: 1 for base 2",
      BinDrift.SEVERAL_VALUES,
      BinDrift.MANY_CATEGORIES,
      BinDrift.NULLS,
      TwoSided.NO_SIDE,
      TwoSided.OTHER_SPLITS
    },
    exactness = BinDrift.EXACTNESS,
    use =
        "Bounded, symmetric and a metric, so one limit fits all columns: 0.1 is a common one."
            + " With few rows it is above 0 without any drift.",
    source = "scipy 1.17 spatial.distance.jensenshannon")
public record JsDistance(
    @Parameter(doc = Kind.COLUMN) String column,
    @Parameter(doc = Kind.DOC) Kind kind,
    @Parameter(doc = BinDrift.BINS, range = BinDrift.BIN_RANGE) int bins,
    @Parameter(doc = "base of the logarithms", range = "(1, 1000]") double base,
    @Parameter(doc = BinDrift.NULL_BIN) boolean nullBin,
    @Parameter(doc = TwoSided.REFERENCE) String reference,
    @Parameter(doc = TwoSided.CURRENT) String current)
    implements BinDrift {
  /** Of the column in the role value, in tenths, current against reference. */
  public JsDistance() {
    this(
        Kind.DEFAULT_COLUMN, Kind.NUMBERS, BinDrift.DEFAULT_BINS, 2, false, "reference", "current");
  }

  @Override
  public MetricValue distance(BinDistances distances, BinPair pair) {
    return MetricValue.exact(distances.jensenShannonDistance(base));
  }

  @Override
  public double noise(BinDistances distances) {
    return distances.jensenShannonNoise(base);
  }
}
