package dev.slicewise.core.metric.ranking;

import dev.slicewise.core.interval.IntervalMethod;
import dev.slicewise.core.metric.MeanOfTerm;
import dev.slicewise.core.metric.MetricInfo;
import dev.slicewise.core.metric.MetricInfo.Direction;
import dev.slicewise.core.metric.MetricValue;
import dev.slicewise.core.metric.RatioOfSums;
import dev.slicewise.core.statistic.StateView;
import dev.slicewise.core.statistic.Statistic;
import dev.slicewise.core.term.Parameter;
import dev.slicewise.core.term.Term;
import java.util.List;

/** AUC within groups; everything else about it stands in its {@link MetricInfo}. */
@MetricInfo(
    id = "gauc",
    aliases = {"group_auc"},
    summary = "Group AUC: the area under the ROC curve within each group, averaged over groups.",
    formula =
        "Σw·size·AUC / Σw·size (group_weight=size), or Σw·AUC / Σw (group_weight=weight); AUC ="
            + " (concordant + ½ tied)/pairs with y_i > y_j",
    range = "[0, 1]",
    better = Direction.HIGHER,
    edges = {
      "a group whose labels are all equal, or empty: skipped and counted (n_groups_skipped)",
      "labels and scores of different length: n_domain",
      "no group with a value: undefined"
    },
    exactness = "exact up to the rounding of each group's value and of their mean",
    use =
        "How well a model orders what one user sees: a model that only knows which users click"
            + " reaches a high AUC and a GAUC of ½. Users who clicked all or nothing are left out,"
            + " so watch n_groups_skipped.",
    source = "Zhu et al. 2017 (weighted by impressions)")
public record Gauc(
    @Parameter(
            doc =
                "what a group weighs: size, its items times the row's weight; weight, the row's"
                    + " weight alone")
        GroupWeight groupWeight)
    implements RatioOfSums {
  private static final Term SIZED = new PairTerm(PairTerm.Part.SIZED_ACCURACY);
  private static final Term SIZE = new PairTerm(PairTerm.Part.SIZE);
  private static final MeanOfTerm BY_WEIGHT = () -> new PairTerm(PairTerm.Part.ACCURACY);

  /** What a group weighs. */
  public enum GroupWeight {
    /** As many times the row's weight as it has items. */
    SIZE,
    /** The row's weight, 1 without one. */
    WEIGHT
  }

  /** By size. */
  public Gauc() {
    this(GroupWeight.SIZE);
  }

  @Override
  public Term numerator() {
    return SIZED;
  }

  @Override
  public Term denominator() {
    return SIZE;
  }

  @Override
  public String whenZero() {
    return "no items";
  }

  @Override
  public List<Statistic<?>> needs() {
    return groupWeight == GroupWeight.WEIGHT ? BY_WEIGHT.needs() : RatioOfSums.super.needs();
  }

  @Override
  public MetricValue value(StateView states) {
    return groupWeight == GroupWeight.WEIGHT
        ? BY_WEIGHT.value(states)
        : RatioOfSums.super.value(states);
  }

  @Override
  public IntervalMethod interval() {
    return groupWeight == GroupWeight.WEIGHT ? BY_WEIGHT.interval() : RatioOfSums.super.interval();
  }
}
