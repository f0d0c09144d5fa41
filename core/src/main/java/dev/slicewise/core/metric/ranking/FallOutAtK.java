package dev.slicewise.core.metric.ranking;

import dev.slicewise.core.metric.MeanOfTerm;
import dev.slicewise.core.metric.MetricInfo;
import dev.slicewise.core.metric.MetricInfo.Direction;
import dev.slicewise.core.term.Parameter;
import dev.slicewise.core.term.Term;

/** Share of irrelevant items shown; everything else about it stands in its {@link MetricInfo}. */
@MetricInfo(
    id = "fall_out_at_k",
    summary = "Fall-out at k: the share of the irrelevant items that are among the first k.",
    formula = "Σw·(irrelevant among the first k)/(irrelevant) / Σw",
    range = "[0, 1]",
    better = Direction.LOWER,
    edges = {
      "a group without an irrelevant item: skipped and counted (n_groups_skipped), or 0, or 1, as"
          + " empty_group says",
      "labels and scores of different length: n_domain",
      "equal scores: ranked in the order of the array",
      "no group with a value: undefined"
    },
    exactness = "exact up to the rounding of each group's value and of their mean",
    use =
        "The false positive rate of a list. With many irrelevant items it is near 0 for any order, so it"
            + " compares only at equal list lengths.",
    source = "torchmetrics RetrievalFallOut with empty_target_action=skip")
public record FallOutAtK(
    @Parameter(
            doc = "how many of the best scores are looked at; 0 for the whole list",
            range = "[0, inf)")
        int k,
    @Parameter(doc = "least label of a relevant item", range = "(-inf, inf)")
        double relevanceThreshold,
    @Parameter(doc = "a group without an irrelevant item: skip, or count as zero or one")
        EmptyGroup emptyGroup)
    implements MeanOfTerm {

  /** At 10, labels from 1 on relevant, empty groups skipped. */
  public FallOutAtK() {
    this(10, 1.0, EmptyGroup.SKIP);
  }

  @Override
  public Term term() {
    return new RetrievalTerm(Retrieval.FALL_OUT, k, relevanceThreshold, emptyGroup);
  }
}
