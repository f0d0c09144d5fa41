package dev.slicewise.core.metric.drift;

import dev.slicewise.core.drift.AndersonDarling;
import dev.slicewise.core.drift.StepPair;
import dev.slicewise.core.metric.MetricInfo;
import dev.slicewise.core.metric.MetricInfo.Direction;
import dev.slicewise.core.metric.MetricValue;
import dev.slicewise.core.term.Parameter;

/**
 * The Anderson–Darling statistic of two samples; everything else about it stands in its {@link
 * MetricInfo}.
 */
@MetricInfo(
    id = "anderson_darling_ksamp",
    aliases = {"anderson_darling"},
    summary =
        "Anderson–Darling test of two samples: like Kolmogorov–Smirnov, with as much weight"
            + " on the tails.",
    formula = "(A² − 1)/σ by midranks; detail p_value, interpolated and cut to [0.001, 0.25]",
    range = "(-inf, inf)",
    better = Direction.LOWER,
    edges = {
      "fewer than two distinct values, or four rows: undefined",
      "weighted rows: n = W²/Σw² of a side",
      TwoSided.NO_SIDE,
      TwoSided.OTHER_SPLITS,
      "weights that vanish below 2^-61: undefined"
    },
    exactness =
        "a few roundings a bin up to 4,096 distinct values a side and for integers and"
            + " float32; else of values rounded to histogram bins, marked estimated",
    use =
        "More sensitive than drift_ks_statistic to what happens far out. It grows with n:"
            + " read it with an effect size.",
    source = "scipy 1.17 stats.anderson_ksamp(midrank=True); Scholz and Stephens 1987")
public record AndersonDarlingKsamp(
    @Parameter(doc = Kind.COLUMN) String column,
    @Parameter(doc = TwoSided.REFERENCE) String reference,
    @Parameter(doc = TwoSided.CURRENT) String current)
    implements NumberDrift {
  /** Of the column in the role value, current against reference. */
  public AndersonDarlingKsamp() {
    this(Kind.DEFAULT_COLUMN, "reference", "current");
  }

  @Override
  public MetricValue distance(StepPair steps, double referenceRows, double currentRows) {
    if (steps.places() < 2 || referenceRows + currentRows < AndersonDarling.FEWEST_ROWS) {
      return MetricValue.undefined("fewer than two distinct values or four rows");
    }
    AndersonDarling test = AndersonDarling.of(steps, referenceRows, currentRows);
    if (Double.isNaN(test.statistic())) {
      return MetricValue.undefined("too few rows for a variance");
    }
    boolean exact = steps.wasserstein().errorBound() == 0;
    MetricValue.Scalar value =
        exact ? MetricValue.exact(test.statistic()) : MetricValue.estimated(test.statistic());
    return value.with("p_value", test.p());
  }
}
