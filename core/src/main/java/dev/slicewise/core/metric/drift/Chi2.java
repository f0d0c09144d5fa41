package dev.slicewise.core.metric.drift;

import dev.slicewise.core.drift.BinDistances;
import dev.slicewise.core.drift.BinPair;
import dev.slicewise.core.metric.MetricInfo;
import dev.slicewise.core.metric.MetricInfo.Direction;
import dev.slicewise.core.metric.MetricValue;
import dev.slicewise.core.term.Parameter;

/** Pearson's χ² of two sides; everything else about it stands in its {@link MetricInfo}. */
@MetricInfo(
    id = "chi2",
    aliases = {"chi_squared"},
    summary =
        "Pearson's chi-squared test that both sides have the same shares of bins or"
            + " categories.",
    formula =
        "n_r·n_c·Σ (c − r)² / (n_r·r + n_c·c); details p_value, degrees_of_freedom, noise_95 (the"
            + " 95 % point of χ²), and rare: expected counts below 5",
    range = "[0, inf)",
    better = Direction.LOWER,
    edges = {
      "one bin: undefined",
      "expected counts below 5: detail rare counts them, and p_value is not to be relied on",
      "weighted rows: n_eff = W²/Σw² rows a side",
      BinDrift.SEVERAL_VALUES,
      BinDrift.MANY_CATEGORIES,
      BinDrift.NULLS,
      TwoSided.NO_SIDE,
      TwoSided.OTHER_SPLITS
    },
    exactness = BinDrift.EXACTNESS,
    use =
        "The significance of a drift, not its size: among many rows every p_value is 0. Gate"
            + " on cramers_v or js_distance.",
    source = "scipy 1.17 stats.chi2_contingency(correction=False)")
public record Chi2(
    @Parameter(doc = Kind.COLUMN) String column,
    @Parameter(doc = Kind.DOC) Kind kind,
    @Parameter(doc = BinDrift.BINS, range = BinDrift.BIN_RANGE) int bins,
    @Parameter(doc = BinDrift.NULL_BIN) boolean nullBin,
    @Parameter(doc = TwoSided.REFERENCE) String reference,
    @Parameter(doc = TwoSided.CURRENT) String current)
    implements BinDrift {
  /** Of the column in the role value, in tenths, current against reference. */
  public Chi2() {
    this(Kind.DEFAULT_COLUMN, Kind.NUMBERS, BinDrift.DEFAULT_BINS, false, "reference", "current");
  }

  @Override
  public MetricValue distance(BinDistances distances, BinPair pair) {
    if (pair.size() < 2) {
      return MetricValue.undefined("all rows are in one bin");
    }
    BinDistances.ChiSquareTest test = distances.chiSquare();
    MetricValue.Scalar value =
        MetricValue.exact(test.statistic())
            .with("p_value", test.p())
            .with("degrees_of_freedom", test.degreesOfFreedom());
    return test.rare() == 0 ? value : value.with("rare", test.rare());
  }

  @Override
  public double noise(BinDistances distances) {
    return distances.chiSquareNoise();
  }
}
