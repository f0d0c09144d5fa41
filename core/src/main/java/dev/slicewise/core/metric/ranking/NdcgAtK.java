package dev.slicewise.core.metric.ranking;

import dev.slicewise.core.metric.MeanOfTerm;
import dev.slicewise.core.metric.MetricInfo;
import dev.slicewise.core.metric.MetricInfo.Direction;
import dev.slicewise.core.term.Parameter;
import dev.slicewise.core.term.Term;
import dev.slicewise.core.term.ranking.Gain;

/** Normalised discounted gain; everything else about it stands in its {@link MetricInfo}. */
@MetricInfo(
    id = "ndcg_at_k",
    aliases = {"ndcg", "ndcg_score"},
    summary = "Normalised discounted cumulative gain: graded relevance early in the list.",
    formula =
        "DCG = Σ over ranks i ≤ k of gain(y)/log₂(1 + i); NDCG = DCG over the DCG of the best"
            + " order; mean over groups Σw·NDCG / Σw",
    range = "[0, 1]",
    better = Direction.HIGHER,
    edges = {
      "a group without a positive label: skipped and counted (n_groups_skipped), or 0, or 1, as"
          + " empty_group says",
      "a negative label, or one whose gain would overflow: n_domain",
      "labels and scores of different length: n_domain",
      "equal scores: each gets the mean gain of the tie, or the order of the array, as ties says",
      "no group with a value: undefined"
    },
    exactness = "exact up to the rounding of each group's value and of their mean",
    use =
        "Knows degrees of relevance and that the top matters most. Libraries differ in gain"
            + " (linear or 2^y − 1) and in what a query without relevant items counts: compare"
            + " numbers only with both known. Its value has no zero point: a random order may have"
            + " 0.8.",
    source = "Järvelin and Kekäläinen 2002; scikit-learn 1.2 ndcg_score with ties=average")
public record NdcgAtK(
    @Parameter(
            doc = "how many of the best scores are looked at; 0 for the whole list",
            range = "[0, inf)")
        int k,
    @Parameter(doc = "linear: y, as scikit-learn; exponential: 2^y − 1, as XGBoost") Gain gain,
    @Parameter(doc = "equal scores: average of their gains, or stable by place in the array")
        Ties ties,
    @Parameter(doc = "a group without a positive label: skip, or count as zero or one")
        EmptyGroup emptyGroup)
    implements MeanOfTerm {

  /** At 10, linear gains, ties averaged, empty groups skipped. */
  public NdcgAtK() {
    this(10, Gain.LINEAR, Ties.AVERAGE, EmptyGroup.SKIP);
  }

  @Override
  public Term term() {
    return new NdcgTerm(k, gain, ties, emptyGroup);
  }
}
