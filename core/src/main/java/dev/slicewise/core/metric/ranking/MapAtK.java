package dev.slicewise.core.metric.ranking;

import dev.slicewise.core.metric.MeanOfTerm;
import dev.slicewise.core.metric.MetricInfo;
import dev.slicewise.core.metric.MetricInfo.Direction;
import dev.slicewise.core.term.Parameter;
import dev.slicewise.core.term.Term;

/** Mean average precision; everything else about it stands in its {@link MetricInfo}. */
@MetricInfo(
    id = "map_at_k",
    aliases = {"mean_average_precision_at_k"},
    summary = "Mean average precision at k: how early the relevant items come.",
    formula =
        "AP = Σ over relevant ranks i ≤ k of precision(i), over min(R, k); mean over groups Σw·AP / Σw",
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
        "Rewards all relevant items early, and does not know degrees of relevance. Libraries divide by"
            + " three different numbers: normalization says which.",
    source =
        "TREC average precision, cut at k; torchmetrics RetrievalMAP with normalization=relevant_retrieved")
public record MapAtK(
    @Parameter(
            doc = "how many of the best scores are looked at; 0 for the whole list",
            range = "[0, inf)")
        int k,
    @Parameter(doc = "least label of a relevant item", range = "(-inf, inf)")
        double relevanceThreshold,
    @Parameter(
            doc =
                "what precisions are averaged over: min_rk, the smaller of k and the relevant"
                    + " items; relevant_retrieved, those among the first k; total_relevant, all")
        Normalization normalization,
    @Parameter(doc = "a group without a relevant item: skip, or count as zero or one")
        EmptyGroup emptyGroup)
    implements MeanOfTerm {

  /** What the precisions at relevant ranks are averaged over. */
  public enum Normalization {
    /** As many relevant items as k places can show. */
    MIN_RK(Retrieval.AVERAGE_PRECISION_MIN_RK),
    /** The relevant items among the first k: torchmetrics. */
    RELEVANT_RETRIEVED(Retrieval.AVERAGE_PRECISION_RELEVANT_RETRIEVED),
    /** All relevant items. */
    TOTAL_RELEVANT(Retrieval.AVERAGE_PRECISION_TOTAL_RELEVANT);

    private final Retrieval measure;

    Normalization(Retrieval measure) {
      this.measure = measure;
    }
  }

  /** At 10, labels from 1 on relevant, empty groups skipped. */
  public MapAtK() {
    this(10, 1.0, Normalization.MIN_RK, EmptyGroup.SKIP);
  }

  @Override
  public Term term() {
    return new RetrievalTerm(normalization.measure, k, relevanceThreshold, emptyGroup);
  }
}
