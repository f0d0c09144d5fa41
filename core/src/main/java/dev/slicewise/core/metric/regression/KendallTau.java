package dev.slicewise.core.metric.regression;

import dev.slicewise.core.metric.Metric;
import dev.slicewise.core.metric.MetricInfo;
import dev.slicewise.core.metric.MetricInfo.Direction;
import dev.slicewise.core.metric.MetricValue;
import dev.slicewise.core.statistic.JointDistribution;
import dev.slicewise.core.statistic.StateView;
import dev.slicewise.core.statistic.Statistic;
import java.math.BigInteger;
import java.util.Arrays;
import java.util.List;

/** Pairs ordered alike, less those ordered otherwise; the rest in its {@link MetricInfo}. */
@MetricInfo(
    id = "kendall_tau",
    aliases = {"kendalltau", "kendall_rank_corrcoef", "tau_b"},
    summary = "Kendall's tau-b: pairs of rows that label and prediction order alike, less others.",
    formula =
        "(C − D)/√((n₀ − T_y)(n₀ − T_p)): C pairs ordered alike, D oppositely, T tied, of n₀ in all;"
            + " a pair of weighted rows counts as the product of their weights",
    range = "[-1, 1]",
    better = Direction.HIGHER,
    edges = {
      "fewer than 2 rows: undefined",
      "constant label or prediction: undefined",
      "all values of one in a single bin, beyond 4,096 distinct pairs: undefined"
    },
    exactness =
        "exact up to 4,096 distinct pairs; beyond, pairs that share a bin of a joint histogram count"
            + " as tied, within a certificate for all they could be, 0.04 or less for continuous data"
            + " around 0, more where values vary little beside their size",
    use =
        "Reads as a probability: 0.6 says that of two rows the predictions order 80 % rightly. For"
            + " binary labels it is the Gini coefficient, shrunk by the ties.",
    source = "scipy 1.10 stats.kendalltau (variant b); Kendall 1945")
public record KendallTau() implements Metric {
  @Override
  public List<Statistic<?>> needs() {
    return List.of(RankCorrelation.CELLS);
  }

  @Override
  public MetricValue value(StateView states) {
    return RankCorrelation.of(states, KendallTau::tau);
  }

  private static MetricValue tau(RankCorrelation ranks) {
    JointDistribution cells = ranks.cells();
    BigInteger all = ranks.total().multiply(ranks.total());
    BigInteger sameLabel = RankCorrelation.squares(ranks.labels());
    BigInteger samePrediction = RankCorrelation.squares(ranks.predictions());
    // Twice the pairs, in which a row's pairing with itself cancels: n² − Σ mass² = 2(n₀ − T).
    BigInteger byLabel = all.subtract(sameLabel);
    BigInteger byPrediction = all.subtract(samePrediction);
    BigInteger excess = excess(cells, ranks.predictions().length).shiftLeft(1);
    double value = RankCorrelation.quotient(excess, byLabel, byPrediction);
    if (cells.firstLossless() && cells.secondLossless()) {
      return MetricValue.exact(value);
    }
    BigInteger sameCell = RankCorrelation.squares(cells.mass());
    BigInteger open;
    if (cells.firstLossless()) {
      open = samePrediction.subtract(sameCell);
    } else if (cells.secondLossless()) {
      open = sameLabel.subtract(sameCell);
    } else {
      open = sameLabel.add(samePrediction).subtract(sameCell);
    }
    double narrow = Math.sqrt(byLabel.doubleValue()) * Math.sqrt(byPrediction.doubleValue());
    double wide =
        Math.sqrt((cells.firstLossless() ? byLabel : all).doubleValue())
            * Math.sqrt((cells.secondLossless() ? byPrediction : all).doubleValue());
    double numerator = excess.doubleValue();
    double slack = open.doubleValue();
    return RankCorrelation.within(value, numerator - slack, numerator + slack, narrow, wide);
  }

  /** C − D of the cells: from each, what lies below in both axes less what lies across. */
  private static BigInteger excess(JointDistribution cells, int bins) {
    BigInteger[] tree = new BigInteger[bins + 1];
    Arrays.fill(tree, BigInteger.ZERO);
    BigInteger excess = BigInteger.ZERO;
    BigInteger before = BigInteger.ZERO;
    int added = 0;
    for (int cell = 0; cell < cells.size(); cell++) {
      while (cells.first()[added] < cells.first()[cell]) {
        for (int at = cells.second()[added] + 1; at <= bins; at += at & -at) {
          tree[at] = tree[at].add(cells.mass()[added]);
        }
        before = before.add(cells.mass()[added]);
        added++;
      }
      BigInteger below = upTo(tree, cells.second()[cell]);
      BigInteger above = before.subtract(upTo(tree, cells.second()[cell] + 1));
      excess = excess.add(cells.mass()[cell].multiply(below.subtract(above)));
    }
    return excess;
  }

  /** The mass of the first bins in a Fenwick tree. */
  private static BigInteger upTo(BigInteger[] tree, int bins) {
    BigInteger sum = BigInteger.ZERO;
    for (int at = bins; at > 0; at -= at & -at) {
      sum = sum.add(tree[at]);
    }
    return sum;
  }
}
