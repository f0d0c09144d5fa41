package dev.slicewise.core.metric.ranking;

import dev.slicewise.core.metric.MeanOfTerm;
import dev.slicewise.core.metric.MetricInfo;
import dev.slicewise.core.metric.MetricInfo.Direction;
import dev.slicewise.core.term.Parameter;
import dev.slicewise.core.term.Term;

/** Mean reciprocal rank; everything else about it stands in its {@link MetricInfo}. */
@MetricInfo(
    id = "mrr",
    aliases = {"mean_reciprocal_rank"},
    summary = "Mean reciprocal rank: one over the rank of the first relevant item.",
    formula = "Σw·(1/rank of the first relevant item, 0 beyond k) / Σw",
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
        "For questions with one answer. The step from rank 1 to 2 costs as much as from 2 to the end,"
            + " and only the first relevant item counts.",
    source = "TREC; torchmetrics RetrievalMRR")
public record Mrr(
    @Parameter(
            doc = "how many of the best scores are looked at; 0 for the whole list",
            range = "[0, inf)")
        int k,
    @Parameter(doc = "least label of a relevant item", range = "(-inf, inf)")
        double relevanceThreshold,
    @Parameter(doc = "a group without a relevant item: skip, or count as zero or one")
        EmptyGroup emptyGroup)
    implements MeanOfTerm {

  /** Of whole lists, labels from 1 on relevant, empty groups skipped. */
  public Mrr() {
    this(0, 1.0, EmptyGroup.SKIP);
  }

  @Override
  public Term term() {
    return new RetrievalTerm(Retrieval.RECIPROCAL_RANK, k, relevanceThreshold, emptyGroup);
  }
}
