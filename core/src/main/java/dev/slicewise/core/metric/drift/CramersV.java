package dev.slicewise.core.metric.drift;

import dev.slicewise.core.drift.BinDistances;
import dev.slicewise.core.drift.BinPair;
import dev.slicewise.core.metric.MetricInfo;
import dev.slicewise.core.metric.MetricInfo.Direction;
import dev.slicewise.core.metric.MetricValue;
import dev.slicewise.core.term.Parameter;

/** √(χ²/n) of two sides; everything else about it stands in its {@link MetricInfo}. */
@MetricInfo(
    id = "cramers_v",
    summary = "Cramér's V: the size of the association between side and bin or category.",
    formula = "√(χ²/(n·min(rows − 1, columns − 1))) of the 2 × bins table" + BinDrift.DETAILS,
    range = "[0, 1]",
    better = Direction.LOWER,
    edges = {
      "one bin: undefined",
      "bias_correction = true: what χ² is without association is taken off, down to 0",
      "weighted rows: n_eff = W²/Σw² rows a side",
      BinDrift.SEVERAL_VALUES,
      BinDrift.MANY_CATEGORIES,
      BinDrift.NULLS,
      TwoSided.NO_SIDE,
      TwoSided.OTHER_SPLITS
    },
    exactness = BinDrift.EXACTNESS,
    use =
        "An effect size for chi2 that does not grow with n. With sides of very different size"
            + " it stays small: compare like with like.",
    source =
        "scipy 1.17 stats.contingency.association(method=cramer); correction by Bergsma 2013,"
            + " doi:10.1016/j.jkss.2012.10.002")
public record CramersV(
    @Parameter(doc = Kind.COLUMN) String column,
    @Parameter(doc = Kind.DOC) Kind kind,
    @Parameter(doc = BinDrift.BINS, range = BinDrift.BIN_RANGE) int bins,
    @Parameter(doc = "whether the small-sample bias is taken off") boolean biasCorrection,
    @Parameter(doc = BinDrift.NULL_BIN) boolean nullBin,
    @Parameter(doc = TwoSided.REFERENCE) String reference,
    @Parameter(doc = TwoSided.CURRENT) String current)
    implements BinDrift {
  /** Of the column in the role value, in tenths, current against reference. */
  public CramersV() {
    this(
        Kind.DEFAULT_COLUMN,
        Kind.NUMBERS,
        BinDrift.DEFAULT_BINS,
        false,
        false,
        "reference",
        "current");
  }

  @Override
  public MetricValue distance(BinDistances distances, BinPair pair) {
    return pair.size() < 2
        ? MetricValue.undefined("all rows are in one bin")
        : MetricValue.exact(distances.cramersV(biasCorrection));
  }

  @Override
  public double noise(BinDistances distances) {
    return distances.cramersNoise();
  }
}
