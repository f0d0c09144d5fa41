package dev.slicewise.core.term.ranking;

import dev.slicewise.core.term.LossInfo;
import dev.slicewise.core.term.Parameter;

/** Hinge loss of every ordered pair; the rest about it stands in its {@link LossInfo}. */
@LossInfo(
    id = "pairwise_hinge",
    aliases = {"margin_ranking"},
    summary = "Pairwise hinge: each more relevant item should lead by a margin.",
    formula = "mean over pairs y_i > y_j of max(0, margin − (s_i − s_j))",
    gradient = "by s_i: ∓1 for each of its pairs that does not lead by the margin, over all pairs",
    hessian = "0",
    units = "units of the score",
    noiseModel = "none: a margin, not a likelihood",
    elicits = "an order; scores carry no probability",
    cost = "linear in how far a pair is from leading by the margin; nothing beyond it",
    trap = "the margin has the scale of the scores: scores that shrink can fit nothing",
    edges = {
      "a list whose labels are all equal, or empty: skipped, n_groups_skipped",
      "a list longer than max_pairs_list: n_domain",
      "labels and scores of different length: n_domain"
    },
    source = "Herbrich et al. 2000; torch MarginRankingLoss on pairs")
public record PairwiseHinge(
    @Parameter(doc = "by how much the more relevant item should lead", range = "[0, inf)")
        double margin,
    @Parameter(doc = "mean or sum over the pairs of a list") PairReduction pairReduction,
    @Parameter(doc = "longest list, since every pair is looked at", range = "[1, 100000]")
        int maxPairsList)
    implements PairLoss {

  /** With margin 1, the mean over pairs, at most 1000 items. */
  public PairwiseHinge() {
    this(1.0, PairReduction.MEAN, Lists.MAX_PAIRS_LIST);
  }

  @Override
  public double pair(double difference) {
    return Math.max(0.0, margin - difference);
  }

  @Override
  public double slope(double difference) {
    return difference < margin ? -1 : 0;
  }

  @Override
  public double curvature(double difference) {
    return 0;
  }
}
