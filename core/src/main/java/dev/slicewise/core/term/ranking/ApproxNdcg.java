package dev.slicewise.core.term.ranking;

import dev.slicewise.core.term.ArrayLoss;
import dev.slicewise.core.term.Domain;
import dev.slicewise.core.term.Exponentials;
import dev.slicewise.core.term.LossInfo;
import dev.slicewise.core.term.Parameter;
import dev.slicewise.core.term.RowView;

/** NDCG with smooth ranks, negated; the rest about it stands in its {@link LossInfo}. */
@LossInfo(
    id = "approx_ndcg",
    summary = "ApproxNDCG: the negative of NDCG with ranks smoothed by a sigmoid.",
    formula =
        "−Σ (2^y_i − 1)/log₂(1 + r_i) / ideal DCG, r_i = 1 + Σ over j ≠ i of"
            + " 1/(1 + exp(−(s_j − s_i)/T))",
    gradient = "by s_k: Σ_i ∂ℓ/∂r_i·∂r_i/∂s_k, all smooth",
    hessian = "by s_k: Σ_i ∂²ℓ/∂r_i²·(∂r_i/∂s_k)² + ∂ℓ/∂r_i·∂²r_i/∂s_k²",
    range = "[-1, 0]",
    noiseModel = "none: a smoothed metric, not a likelihood",
    elicits = "an order that NDCG likes, as T goes to 0",
    cost = "what the smoothed order takes from NDCG",
    trap =
        "the temperature has the scale of the scores: too small and the gradient vanishes, too"
            + " large and every rank is the middle one",
    edges = {
      "a list without a positive label, or empty: skipped, n_groups_skipped",
      "a negative label, or one above 960: n_domain",
      "a list longer than max_pairs_list: n_domain"
    },
    source = "Qin et al. 2010; TF-Ranking ApproxNDCGLoss")
public record ApproxNdcg(
    @Parameter(doc = "T, in units of the score: how far apart scores decide", range = "(0, inf)")
        double temperature,
    @Parameter(doc = "longest list, since every pair is looked at", range = "[1, 100000]")
        int maxPairsList)
    implements ArrayLoss {
  private static final double LN2 = StrictMath.log(2.0);

  /** With temperature 0.1, at most 1000 items. */
  public ApproxNdcg() {
    this(0.1, Lists.MAX_PAIRS_LIST);
  }

  @Override
  public Domain domain() {
    return Gain.EXPONENTIAL.within(Lists.atMost(maxPairsList)).where(new ListCondition.HasGain());
  }

  /** The sigmoid of how far item j leads item i. */
  private double leads(double[] scores, int j, int i) {
    return Exponentials.sigmoid((scores[j] - scores[i]) / temperature);
  }

  private double rank(double[] scores, int i) {
    // The loop counts the item's lead over itself, ½, as well.
    double rank = 0.5;
    for (int j = 0; j < scores.length; j++) {
      rank += leads(scores, j, i);
    }
    return rank;
  }

  @Override
  public double value(RowView row) {
    double[] scores = row.numbers(Lists.SCORES);
    double[] gains = Gain.EXPONENTIAL.of(row.numbers(Lists.LABELS));
    double sum = 0;
    for (int i = 0; i < scores.length; i++) {
      if (gains[i] > 0) {
        sum += gains[i] * (LN2 / StrictMath.log1p(rank(scores, i)));
      }
    }
    return -sum / Discount.ideal(gains, gains.length);
  }

  @Override
  public double[] gradient(RowView row) {
    double[] scores = row.numbers(Lists.SCORES);
    double[] gains = Gain.EXPONENTIAL.of(row.numbers(Lists.LABELS));
    double ideal = Discount.ideal(gains, gains.length);
    double[] gradient = new double[scores.length];
    for (int i = 0; i < scores.length; i++) {
      double byRank = gains[i] * LN2 / ideal * byRank(rank(scores, i));
      for (int j = 0; j < scores.length; j++) {
        if (j != i) {
          double lead = leads(scores, j, i);
          double byScore = lead * (1 - lead) / temperature;
          gradient[j] += byRank * byScore;
          gradient[i] -= byRank * byScore;
        }
      }
    }
    return gradient;
  }

  @Override
  public double[] hessianDiagonal(RowView row) {
    double[] scores = row.numbers(Lists.SCORES);
    double[] gains = Gain.EXPONENTIAL.of(row.numbers(Lists.LABELS));
    double ideal = Discount.ideal(gains, gains.length);
    double[] hessian = new double[scores.length];
    for (int i = 0; i < scores.length; i++) {
      double rank = rank(scores, i);
      double factor = gains[i] * LN2 / ideal;
      double byRank = factor * byRank(rank);
      double byRankTwice = factor * byRankTwice(rank);
      double own = 0;
      for (int j = 0; j < scores.length; j++) {
        if (j != i) {
          double lead = leads(scores, j, i);
          double byScore = lead * (1 - lead) / temperature;
          double byScoreTwice = byScore * (1 - 2 * lead) / temperature;
          own += byScore;
          hessian[j] += byRankTwice * byScore * byScore + byRank * byScoreTwice;
          hessian[i] += byRank * byScoreTwice;
        }
      }
      hessian[i] += byRankTwice * own * own;
    }
    return hessian;
  }

  /** The derivative of −1/ln(1 + r). */
  private static double byRank(double rank) {
    double log = StrictMath.log1p(rank);
    return 1.0 / (log * log * (1 + rank));
  }

  /** The second derivative of −1/ln(1 + r). */
  private static double byRankTwice(double rank) {
    double log = StrictMath.log1p(rank);
    double next = 1 + rank;
    return -(2 / log + 1) / (log * log * next * next);
  }
}
