package dev.slicewise.core.term.ranking;

import dev.slicewise.core.term.ArrayLoss;
import dev.slicewise.core.term.Domain;
import dev.slicewise.core.term.Exponentials;
import dev.slicewise.core.term.LossInfo;
import dev.slicewise.core.term.Parameter;
import dev.slicewise.core.term.RowView;

/** Logistic pairs weighted by what a swap does to NDCG; see its {@link LossInfo}. */
@LossInfo(
    id = "lambda_ndcg",
    aliases = {"lambdarank"},
    summary = "LambdaRank: logistic loss of pairs, each weighted by what swapping it does to NDCG.",
    formula =
        "Σ over y_i > y_j of |ΔNDCG_ij|·ln(1 + exp(−σ(s_i − s_j))), |ΔNDCG| ="
            + " |g_i − g_j|·|1/log₂(1 + r_i) − 1/log₂(1 + r_j)| / ideal DCG",
    gradient = "by s_i: Σ over its pairs of ∓|ΔNDCG|·σ/(1 + exp(σ(s_i − s_j))), ranks held fixed",
    hessian = "by s_i: Σ over its pairs of |ΔNDCG|·σ²·q(1 − q), ranks held fixed",
    noiseModel = "none: a bound on lost NDCG, not a likelihood",
    elicits = "an order that NDCG likes, most of all at the top",
    cost = "a swap costs what it takes from NDCG",
    trap =
        "it jumps where two items change places, so it is watched, not minimised: LambdaRank"
            + " follows its gradient with ranks held fixed",
    edges = {
      "a list without a positive label, or empty: skipped, n_groups_skipped",
      "a negative label, or one whose gain would overflow: n_domain",
      "a list longer than max_pairs_list: n_domain",
      "equal scores: ranked in the order of the array"
    },
    source = "Burges 2010, From RankNet to LambdaRank to LambdaMART; Wang et al. 2018")
public record LambdaNdcg(
    @Parameter(doc = "steepness: how fast a difference of scores decides", range = "(0, inf)")
        double sigma,
    @Parameter(doc = "linear: y; exponential: 2^y − 1") Gain gain,
    @Parameter(doc = "longest list, since every pair is looked at", range = "[1, 100000]")
        int maxPairsList)
    implements ArrayLoss {

  /** With sigma 1, exponential gains, at most 1000 items. */
  public LambdaNdcg() {
    this(1.0, Gain.EXPONENTIAL, Lists.MAX_PAIRS_LIST);
  }

  @Override
  public Domain domain() {
    return gain.within(Lists.atMost(maxPairsList)).where(new ListCondition.HasGain());
  }

  /** Sees each pair of a better and a worse item with its weight. */
  private interface PairVisitor {
    void visit(int better, int worse, double weight);
  }

  private void visit(RowView row, PairVisitor visitor) {
    double[] labels = row.numbers(Lists.LABELS);
    double[] gains = gain.of(labels);
    double ideal = Discount.ideal(gains, gains.length);
    int[] order = RankOrder.descending(row.numbers(Lists.SCORES));
    double[] discount = new double[order.length];
    for (int rank = 1; rank <= order.length; rank++) {
      discount[order[rank - 1]] = Discount.of(rank);
    }
    for (int i = 0; i < labels.length; i++) {
      for (int j = 0; j < labels.length; j++) {
        if (labels[i] > labels[j]) {
          double change = (gains[i] - gains[j]) * Math.abs(discount[i] - discount[j]);
          visitor.visit(i, j, change / ideal);
        }
      }
    }
  }

  @Override
  public double value(RowView row) {
    double[] scores = row.numbers(Lists.SCORES);
    double[] sum = new double[1];
    visit(
        row,
        (i, j, weight) -> {
          // A weight that rounds to zero leaves no cost, not even of an infinite difference.
          if (weight > 0) {
            sum[0] += weight * Exponentials.softplus(-sigma * (scores[i] - scores[j]));
          }
        });
    return sum[0];
  }

  @Override
  public double[] gradient(RowView row) {
    double[] scores = row.numbers(Lists.SCORES);
    double[] gradient = new double[scores.length];
    visit(
        row,
        (i, j, weight) -> {
          double wrong = Exponentials.sigmoid(-sigma * (scores[i] - scores[j]));
          gradient[i] -= weight * sigma * wrong;
          gradient[j] += weight * sigma * wrong;
        });
    return gradient;
  }

  @Override
  public double[] hessianDiagonal(RowView row) {
    double[] scores = row.numbers(Lists.SCORES);
    double[] hessian = new double[scores.length];
    visit(
        row,
        (i, j, weight) -> {
          double x = sigma * (scores[i] - scores[j]);
          double curvature = Exponentials.sigmoid(x) * Exponentials.sigmoid(-x);
          hessian[i] += weight * sigma * sigma * curvature;
          hessian[j] += weight * sigma * sigma * curvature;
        });
    return hessian;
  }
}
