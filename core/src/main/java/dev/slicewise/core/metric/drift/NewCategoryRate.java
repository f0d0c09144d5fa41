package dev.slicewise.core.metric.drift;

import dev.slicewise.core.drift.BinDistances;
import dev.slicewise.core.drift.BinPair;
import dev.slicewise.core.metric.MetricInfo;
import dev.slicewise.core.metric.MetricInfo.Direction;
import dev.slicewise.core.metric.MetricValue;
import dev.slicewise.core.statistic.StateView;
import dev.slicewise.core.statistic.Statistic;
import dev.slicewise.core.term.Parameter;
import java.util.List;
import java.util.Set;

/**
 * The share of rows whose category the reference lacks; everything else about it stands in its
 * {@link MetricInfo}.
 */
@MetricInfo(
    id = "new_category_rate",
    summary =
        "New category rate: the share of current rows whose category never occurred in the"
            + " reference.",
    formula = "Σ c over categories with r = 0; detail new_categories counts them",
    range = "[0, 1]",
    better = Direction.LOWER,
    edges = {
      "no new category: 0",
      "more than 1,000 categories on a side: of a sample by hash, marked estimated, detail"
          + " truncated = 1",
      TwoSided.NO_SIDE,
      TwoSided.OTHER_SPLITS
    },
    exactness = "exact up to 1,000 categories a side; else estimated",
    use =
        "What a model has never seen: encoders map it to nothing or to anything. A short"
            + " reference makes every rare category new.",
    source = "share of rows failing set membership")
public record NewCategoryRate(
    @Parameter(doc = Kind.COLUMN) String column,
    @Parameter(doc = TwoSided.REFERENCE) String reference,
    @Parameter(doc = TwoSided.CURRENT) String current)
    implements TwoSided {
  /** Of the column in the role value, current against reference. */
  public NewCategoryRate() {
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
    if (categories.kept().oneSided()) {
      return MetricValue.undefined("no category is kept on a side");
    }
    BinPair kept = categories.kept();
    double share = new BinDistances(kept).newShare();
    double fresh = kept.size() - CategoryPair.distinct(kept.reference());
    return categories.truncated()
        ? MetricValue.estimated(share).with("truncated", 1)
        : MetricValue.exact(share).with("new_categories", fresh);
  }
}
