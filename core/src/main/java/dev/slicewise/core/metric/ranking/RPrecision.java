package dev.slicewise.core.metric.ranking;

import dev.slicewise.core.metric.MeanOfTerm;
import dev.slicewise.core.metric.MetricInfo;
import dev.slicewise.core.metric.MetricInfo.Direction;
import dev.slicewise.core.term.Parameter;
import dev.slicewise.core.term.Term;

/**
 * Precision at the number of relevant items; everything else about it stands in its {@link
 * MetricInfo}.
 */
@MetricInfo(
    id = "r_precision",
    summary = "R-precision: precision at as many ranks as there are relevant items.",
    formula = "Σw·(relevant among the first R)/R / Σw, R the relevant items of the group",
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
        "A cut that fits each query: precision and recall are equal there, and a perfect list reaches 1"
            + " whatever its length.",
    source = "TREC; torchmetrics RetrievalRPrecision")
public record RPrecision(
    @Parameter(doc = "least label of a relevant item", range = "(-inf, inf)")
        double relevanceThreshold,
    @Parameter(doc = "a group without a relevant item: skip, or count as zero or one")
        EmptyGroup emptyGroup)
    implements MeanOfTerm {

  /** Labels from 1 on relevant, empty groups skipped. */
  public RPrecision() {
    this(1.0, EmptyGroup.SKIP);
  }

  @Override
  public Term term() {
    return new RetrievalTerm(Retrieval.R_PRECISION, 0, relevanceThreshold, emptyGroup);
  }
}
