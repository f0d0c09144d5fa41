package dev.slicewise.core.metric.drift;

import dev.slicewise.core.metric.MetricInfo;
import dev.slicewise.core.metric.MetricInfo.Direction;
import dev.slicewise.core.metric.MetricValue;
import dev.slicewise.core.numeric.Moments;
import dev.slicewise.core.statistic.StateView;
import dev.slicewise.core.statistic.Statistic;
import dev.slicewise.core.term.Parameter;
import java.util.List;
import java.util.Set;

/** The difference of the means; everything else about it stands in its {@link MetricInfo}. */
@MetricInfo(
    id = "mean_shift",
    summary = "Mean shift: by how much the mean moved, in standard deviations of the reference.",
    formula =
        "(mean_c − mean_r) / std_r, std with n; not divided with standardize = false; details"
            + " p_value (Welch's t-test of W²/Σw² rows a side) and noise_95, which one in twenty"
            + " samples without drift exceeds",
    units = "standard deviations; units of the column when not standardised",
    range = "(-inf, inf)",
    better = Direction.ZERO,
    edges = {
      "standardize = true and a reference without spread: undefined",
      "a sum of squares that overflows: undefined",
      TwoSided.NO_SIDE,
      TwoSided.OTHER_SPLITS
    },
    use =
        "The first thing that drifts and the easiest to explain. It does not see spread or"
            + " shape: std_ratio, wasserstein_1.",
    source = "numpy mean, std")
public record MeanShift(
    @Parameter(doc = Kind.COLUMN) String column,
    @Parameter(doc = "whether to divide by the standard deviation of the reference")
        boolean standardize,
    @Parameter(doc = TwoSided.REFERENCE) String reference,
    @Parameter(doc = TwoSided.CURRENT) String current)
    implements TwoSided {
  /** Of the column in the role value, standardised, current against reference. */
  public MeanShift() {
    this(Kind.DEFAULT_COLUMN, true, "reference", "current");
  }

  @Override
  public Set<ColumnKind> kinds() {
    return Set.of(ColumnKind.NUMBERS);
  }

  @Override
  public List<Statistic<?>> ofEachSide() {
    return Spread.needs(column);
  }

  @Override
  public MetricValue compare(StateView reference, StateView current) {
    Moments r = Spread.of(reference, column);
    Moments c = Spread.of(current, column);
    if (r == null || c == null) {
      return MetricValue.undefined("sums overflowed");
    }
    double shift = Spread.meanDifference(r, c);
    double unit = standardize ? Spread.deviation(r) : 1.0;
    if (!(unit > 0)) {
      return MetricValue.undefined("the reference has no spread to standardise by");
    }
    MetricValue value = MetricValue.finite(shift / unit);
    return value instanceof MetricValue.Scalar scalar
        ? Spread.tested(scalar, reference, current, column, Spread.deviation(r) / unit)
        : value;
  }
}
