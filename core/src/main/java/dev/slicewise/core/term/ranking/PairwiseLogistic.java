package dev.slicewise.core.term.ranking;

import dev.slicewise.core.term.Exponentials;
import dev.slicewise.core.term.LossInfo;
import dev.slicewise.core.term.Parameter;

/** Logistic loss of every ordered pair; the rest about it stands in its {@link LossInfo}. */
@LossInfo(
    id = "pairwise_logistic",
    aliases = {"ranknet"},
    summary = "RankNet: logistic loss of every pair of items of which one is more relevant.",
    formula = "mean over pairs y_i > y_j of ln(1 + exp(−σ(s_i − s_j)))",
    gradient = "by s_i: Σ over its pairs of ∓σ/(1 + exp(σ(s_i − s_j))), over the number of pairs",
    hessian = "by s_i: Σ over its pairs of σ²·q(1 − q), q = 1/(1 + exp(σ(s_i − s_j)))",
    noiseModel = "Bradley and Terry's on pairs: P(i before j) = 1/(1 + exp(−σ(s_i − s_j)))",
    elicits = "an order: scores whose differences are the log odds of pairs",
    cost = "a pair in the wrong order costs in proportion to how wrong; every pair costs the same",
    trap =
        "a swap at the bottom costs what a swap at the top costs, so it can fall while NDCG falls;"
            + " TF-Ranking divides by the length of the list, not by the pairs",
    edges = {
      "a list whose labels are all equal, or empty: skipped, n_groups_skipped",
      "a list longer than max_pairs_list: n_domain",
      "labels and scores of different length: n_domain"
    },
    source = "Burges et al. 2005, RankNet")
public record PairwiseLogistic(
    @Parameter(doc = "steepness: how fast a difference of scores decides", range = "(0, inf)")
        double sigma,
    @Parameter(doc = "mean or sum over the pairs of a list") PairReduction pairReduction,
    @Parameter(doc = "longest list, since every pair is looked at", range = "[1, 100000]")
        int maxPairsList)
    implements PairLoss {

  /** With sigma 1, the mean over pairs, at most 1000 items. */
  public PairwiseLogistic() {
    this(1.0, PairReduction.MEAN, Lists.MAX_PAIRS_LIST);
  }

  @Override
  public double pair(double difference) {
    return Exponentials.softplus(-sigma * difference);
  }

  @Override
  public double slope(double difference) {
    return -sigma * Exponentials.sigmoid(-sigma * difference);
  }

  @Override
  public double curvature(double difference) {
    double wrong = Exponentials.sigmoid(-sigma * difference);
    return sigma * sigma * wrong * Exponentials.sigmoid(sigma * difference);
  }
}
