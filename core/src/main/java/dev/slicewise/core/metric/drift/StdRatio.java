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

/**
 * The ratio of the standard deviations; everything else about it stands in its {@link MetricInfo}.
 */
@MetricInfo(
    id = "std_ratio",
    summary = "Ratio of the standard deviations of both sides.",
    formula = "std_c / std_r, std with n",
    range = "[0, inf)",
    better = Direction.ONE,
    edges = {
      "a reference without spread: undefined",
      "a current side without spread: 0",
      "a sum of squares that overflows: undefined",
      TwoSided.NO_SIDE,
      TwoSided.OTHER_SPLITS
    },
    use =
        "A sensor that froze is 0, one that became noisy above 1; the mean may not have moved"
            + " at all.",
    source = "numpy std")
public record StdRatio(
    @Parameter(doc = Kind.COLUMN) String column,
    @Parameter(doc = TwoSided.REFERENCE) String reference,
    @Parameter(doc = TwoSided.CURRENT) String current)
    implements TwoSided {
  /** Of the column in the role value, current against reference. */
  public StdRatio() {
    this(Kind.DEFAULT_COLUMN, "reference", "current");
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
    double unit = Spread.deviation(r);
    return unit > 0
        ? MetricValue.finite(Spread.deviation(c) / unit)
        : MetricValue.undefined("the reference has no spread");
  }
}
