package dev.slicewise.core.metric.ranking;

import dev.slicewise.core.metric.MeanOfTerm;
import dev.slicewise.core.metric.MetricInfo;
import dev.slicewise.core.metric.MetricInfo.Direction;
import dev.slicewise.core.term.Parameter;
import dev.slicewise.core.term.Term;

/** Recall among the first k; everything else about it stands in its {@link MetricInfo}. */
@MetricInfo(
    id = "recall_at_k",
    summary = "Recall at k: the share of the relevant items that are among the first k.",
    formula = "Σw·(relevant among the first k)/(relevant) / Σw",
    range = "[0, 1]",
    better = Direction.HIGHER,
    edges = {
      "a group without a relevant item: skipped and counted (n_groups_skipped), or 0, or 1, as"
          + " empty_group says",
      "labels and scores of different length: n_domain",
      "equal scores: ranked in the order of the array",
      "no group with a value: undefined"
    },
    exactness = "exact up to the rounding of each group's value and of their mean",
    use =
        "For candidate generation, where a later stage orders. Never falls as k grows, so compare at one"
            + " k; with more than k relevant items it cannot reach 1.",
    source = "TREC; torchmetrics RetrievalRecall")
public record RecallAtK(
    @Parameter(
            doc = "how many of the best scores are looked at; 0 for the whole list",
            range = "[0, inf)")
        int k,
    @Parameter(doc = "least label of a relevant item", range = "(-inf, inf)")
        double relevanceThreshold,
    @Parameter(doc = "a group without a relevant item: skip, or count as zero or one")
        EmptyGroup emptyGroup)
    implements MeanOfTerm {

  /** At 10, labels from 1 on relevant, empty groups skipped. */
  public RecallAtK() {
    this(10, 1.0, EmptyGroup.SKIP);
  }

  @Override
  public Term term() {
    return new RetrievalTerm(Retrieval.RECALL, k, relevanceThreshold, emptyGroup);
  }
}
