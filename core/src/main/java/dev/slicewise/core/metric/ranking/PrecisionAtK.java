package dev.slicewise.core.metric.ranking;

import dev.slicewise.core.metric.MeanOfTerm;
import dev.slicewise.core.metric.MetricInfo;
import dev.slicewise.core.metric.MetricInfo.Direction;
import dev.slicewise.core.term.Parameter;
import dev.slicewise.core.term.Term;

/** Precision among the first k; everything else about it stands in its {@link MetricInfo}. */
@MetricInfo(
    id = "precision_at_k",
    summary = "Precision at k: the share of relevant items among the first k.",
    formula = "Σw·(relevant among the first k)/k / Σw",
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
        "What a page of k results is worth. A list shorter than k cannot reach 1 unless adaptive_k; nor"
            + " can a query with fewer than k relevant items.",
    source = "TREC P@k; torchmetrics RetrievalPrecision")
public record PrecisionAtK(
    @Parameter(
            doc = "how many of the best scores are looked at; 0 for the whole list",
            range = "[0, inf)")
        int k,
    @Parameter(doc = "least label of a relevant item", range = "(-inf, inf)")
        double relevanceThreshold,
    @Parameter(doc = "whether a list shorter than k is divided by its length") boolean adaptiveK,
    @Parameter(doc = "a group without a relevant item: skip, or count as zero or one")
        EmptyGroup emptyGroup)
    implements MeanOfTerm {

  /** At 10, labels from 1 on relevant, empty groups skipped. */
  public PrecisionAtK() {
    this(10, 1.0, false, EmptyGroup.SKIP);
  }

  @Override
  public Term term() {
    return new RetrievalTerm(
        adaptiveK ? Retrieval.ADAPTIVE_PRECISION : Retrieval.PRECISION,
        k,
        relevanceThreshold,
        emptyGroup);
  }
}
