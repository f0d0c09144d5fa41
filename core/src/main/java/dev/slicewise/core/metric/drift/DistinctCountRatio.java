package dev.slicewise.core.metric.drift;

import dev.slicewise.core.metric.MetricInfo;
import dev.slicewise.core.metric.MetricInfo.Direction;
import dev.slicewise.core.metric.MetricValue;
import dev.slicewise.core.statistic.StateView;
import dev.slicewise.core.statistic.Statistic;
import dev.slicewise.core.term.Parameter;
import java.util.List;
import java.util.Set;

/**
 * The ratio of the numbers of categories; everything else about it stands in its {@link
 * MetricInfo}.
 */
@MetricInfo(
    id = "distinct_count_ratio",
    summary = "Ratio of how many distinct values occur on both sides.",
    formula = "distinct values of current / of reference",
    range = "[0, inf)",
    better = Direction.ONE,
    edges = {
      "more than 1,000 categories on a side: of a sample by hash, marked estimated, detail"
          + " truncated = 1",
      TwoSided.NO_SIDE,
      TwoSided.OTHER_SPLITS
    },
    exactness =
        "exact up to 1,000 categories a side; else estimated, with a relative error of about"
            + " 5 %",
    use =
        "A join that multiplied keys or a default that replaced them shows here. Distinct"
            + " counts grow with rows: compare windows of equal size.",
    source = "ratio of COUNT(DISTINCT)")
public record DistinctCountRatio(
    @Parameter(doc = Kind.COLUMN) String column,
    @Parameter(doc = TwoSided.REFERENCE) String reference,
    @Parameter(doc = TwoSided.CURRENT) String current)
    implements TwoSided {
  /** Of the column in the role value, current against reference. */
  public DistinctCountRatio() {
    this(Kind.DEFAULT_COLUMN, "reference", "current");
  }

  @Override
  public Set<ColumnKind> kinds() {
    return Set.of(ColumnKind.CATEGORIES);
  }

  @Override
  public List<Statistic<?>> ofEachSide() {
    return List.of(Kind.counts(column));
  }

  @Override
  public MetricValue compare(StateView reference, StateView current) {
    CategoryPair categories = CategoryPair.of(reference, current, column);
    double ofReference = CategoryPair.distinct(categories.kept().reference());
    double ofCurrent = CategoryPair.distinct(categories.kept().current());
    if (ofReference == 0) {
      return MetricValue.undefined("no category is kept on a side");
    }
    return categories.truncated()
        ? MetricValue.estimated(ofCurrent / ofReference).with("truncated", 1)
        : MetricValue.exact(ofCurrent / ofReference)
            .with("reference", ofReference)
            .with("current", ofCurrent);
  }
}
