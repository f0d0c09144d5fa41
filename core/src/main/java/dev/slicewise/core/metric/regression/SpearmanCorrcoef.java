package dev.slicewise.core.metric.regression;

import dev.slicewise.core.metric.Metric;
import dev.slicewise.core.metric.MetricInfo;
import dev.slicewise.core.metric.MetricInfo.Direction;
import dev.slicewise.core.metric.MetricValue;
import dev.slicewise.core.numeric.Rounding;
import dev.slicewise.core.statistic.JointDistribution;
import dev.slicewise.core.statistic.StateView;
import dev.slicewise.core.statistic.Statistic;
import java.math.BigInteger;
import java.util.Arrays;
import java.util.List;

/** Correlation of ranks; everything else about it stands in its {@link MetricInfo}. */
@MetricInfo(
    id = "spearman_corrcoef",
    aliases = {"spearman", "spearmanr", "spearman_rho"},
    summary = "Spearman correlation: the correlation of the ranks of label and prediction.",
    formula =
        "cov(R(y), R(p))/√(var R(y)·var R(p)), R the mean rank of equal values, by weight (rows of"
            + " smaller values, and half of the equal ones)",
    range = "[-1, 1]",
    better = Direction.HIGHER,
    edges = {
      "fewer than 2 rows: undefined",
      "constant label or prediction: undefined",
      "all values of one in a single bin, beyond 4,096 distinct pairs: undefined"
    },
    exactness =
        "exact up to 4,096 distinct pairs; beyond, on the ranks of a joint histogram's bins within"
            + " a certificate, 0.03 or less for continuous data around 0, more where values vary little"
            + " beside their size",
    use =
        "Whether predictions rise with the labels, along any increasing curve; outliers have one"
            + " rank's worth of influence. The right order is not the right size.",
    source = "scipy 1.10 stats.spearmanr; Spearman 1904")
public record SpearmanCorrcoef() implements Metric {
  @Override
  public List<Statistic<?>> needs() {
    return List.of(RankCorrelation.CELLS);
  }

  @Override
  public MetricValue value(StateView states) {
    return RankCorrelation.of(states, SpearmanCorrcoef::correlation);
  }

  private static MetricValue correlation(RankCorrelation ranks) {
    BigInteger[] x = centred(ranks.labels(), ranks.total());
    BigInteger[] y = centred(ranks.predictions(), ranks.total());
    BigInteger xx = spread(ranks.labels(), x);
    BigInteger yy = spread(ranks.predictions(), y);
    JointDistribution cells = ranks.cells();
    BigInteger xy = BigInteger.ZERO;
    BigInteger[] xByPrediction = new BigInteger[y.length];
    BigInteger[] yByLabel = new BigInteger[x.length];
    Arrays.fill(xByPrediction, BigInteger.ZERO);
    Arrays.fill(yByLabel, BigInteger.ZERO);
    for (int cell = 0; cell < cells.size(); cell++) {
      int a = cells.first()[cell];
      int b = cells.second()[cell];
      BigInteger ofX = cells.mass()[cell].multiply(x[a]);
      xy = xy.add(ofX.multiply(y[b]));
      xByPrediction[b] = xByPrediction[b].add(ofX);
      yByLabel[a] = yByLabel[a].add(cells.mass()[cell].multiply(y[b]));
    }
    double value = RankCorrelation.quotient(xy, xx, yy);
    if (cells.firstLossless() && cells.secondLossless()) {
      return MetricValue.exact(value);
    }
    // The true ranks are those of the bins and a deviation whose sum is 0 in every bin, at most
    // uniform within it: |<r, s> − <R, S>| ≤ |<R, ε>| + |<δ, S>| + |<δ, ε>|, each by Cauchy and
    // Schwarz, and R can only be correlated with ε as far as R varies within the bins of s.
    double scaleX = Math.sqrt(xx.doubleValue());
    double scaleY = Math.sqrt(yy.doubleValue());
    double delta = cells.firstLossless() ? 0 : uncertainty(ranks.labels(), xx);
    double epsilon = cells.secondLossless() ? 0 : uncertainty(ranks.predictions(), yy);
    double withinX = within(xx, xByPrediction, ranks.predictions());
    double withinY = within(yy, yByLabel, ranks.labels());
    double slack = withinX * epsilon + withinY * delta + delta * epsilon;
    double numerator = xy.doubleValue() / (scaleX * scaleY);
    double wide = Math.sqrt((1 + delta * delta) * (1 + epsilon * epsilon));
    return RankCorrelation.within(value, numerator - slack, numerator + slack, 1.0, wide);
  }

  /** 2·(mass before) + mass − W for each bin: twice the mean rank, less its mean. */
  private static BigInteger[] centred(BigInteger[] masses, BigInteger total) {
    BigInteger[] ranks = new BigInteger[masses.length];
    BigInteger before = BigInteger.ZERO;
    for (int i = 0; i < masses.length; i++) {
      ranks[i] = before.shiftLeft(1).add(masses[i]).subtract(total);
      before = before.add(masses[i]);
    }
    return ranks;
  }

  private static BigInteger spread(BigInteger[] masses, BigInteger[] ranks) {
    BigInteger sum = BigInteger.ZERO;
    for (int i = 0; i < masses.length; i++) {
      sum = sum.add(masses[i].multiply(ranks[i]).multiply(ranks[i]));
    }
    return sum;
  }

  /** √(Σ mass³/3), what ranks can vary by within their bins, in units of √spread. */
  private static double uncertainty(BigInteger[] masses, BigInteger spread) {
    BigInteger cubes = BigInteger.ZERO;
    for (BigInteger mass : masses) {
      cubes = cubes.add(mass.pow(3));
    }
    return Math.sqrt(Rounding.ratio(cubes, spread.multiply(BigInteger.valueOf(3))));
  }

  /** The part of a spread that lies within the bins of the other axis, as a root share of it. */
  private static double within(BigInteger spread, BigInteger[] sums, BigInteger[] masses) {
    double between = 0;
    for (int i = 0; i < sums.length; i++) {
      if (masses[i].signum() > 0) {
        between += Rounding.ratio(sums[i].multiply(sums[i]), masses[i].multiply(spread));
      }
    }
    // Rounding of thousands of shares of one: never understate what is left.
    return Math.sqrt(Math.max(0.0, 1.0 - between) + 0x1p-40);
  }
}
