package dev.slicewise.core.metric.drift;

import dev.slicewise.core.drift.BinDistances;
import dev.slicewise.core.drift.BinPair;
import dev.slicewise.core.metric.MetricInfo;
import dev.slicewise.core.metric.MetricInfo.Direction;
import dev.slicewise.core.metric.MetricValue;
import dev.slicewise.core.term.Parameter;

/** Σ (c − r)·ln(c/r); everything else about it stands in its {@link MetricInfo}. */
@MetricInfo(
    id = "population_stability_index",
    aliases = {"psi"},
    summary = "Population stability index: how far the shares of bins or categories have moved.",
    formula =
        "Σ (c − r)·ln(c/r) over bins, r and c the shares of reference and current, each at"
            + " least epsilon"
            + BinDrift.DETAILS,
    range = "[0, inf)",
    better = Direction.LOWER,
    edges = {
      "an empty bin on one side: its share is epsilon",
      "one bin: 0",
      BinDrift.SEVERAL_VALUES,
      BinDrift.MANY_CATEGORIES,
      BinDrift.NULLS,
      TwoSided.NO_SIDE,
      TwoSided.OTHER_SPLITS
    },
    exactness = BinDrift.EXACTNESS,
    use =
        "The usual number for inputs and scores of a deployed model. The usual limits 0.1 and"
            + " 0.25 ignore n: detail psi_threshold_95 is what one in twenty undrifted samples"
            + " exceeds.",
    source =
        "Yurdakul 2018, Statistical Properties of the Population Stability Index, for the"
            + " threshold; floors as in most scorecard tools")
public record PopulationStabilityIndex(
    @Parameter(doc = Kind.COLUMN) String column,
    @Parameter(doc = Kind.DOC) Kind kind,
    @Parameter(doc = BinDrift.BINS, range = BinDrift.BIN_RANGE) int bins,
    @Parameter(doc = BinDrift.FLOOR, range = BinDrift.FLOOR_RANGE) double epsilon,
    @Parameter(doc = BinDrift.NULL_BIN) boolean nullBin,
    @Parameter(doc = TwoSided.REFERENCE) String reference,
    @Parameter(doc = TwoSided.CURRENT) String current)
    implements BinDrift {
  /** Of the column in the role value, in tenths, current against reference. */
  public PopulationStabilityIndex() {
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
    return MetricValue.exact(distances.populationStabilityIndex(epsilon))
        .with("bins", pair.size())
        .with("psi_threshold_95", distances.stabilityThreshold());
  }

  @Override
  public double noise(BinDistances distances) {
    return distances.stabilityThreshold();
  }
}
