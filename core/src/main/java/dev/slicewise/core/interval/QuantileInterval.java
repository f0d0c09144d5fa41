package dev.slicewise.core.interval;

import dev.slicewise.core.numeric.Normal;
import dev.slicewise.core.statistic.BitHistogram;
import dev.slicewise.core.statistic.Distribution;
import dev.slicewise.core.statistic.RowAudit;
import dev.slicewise.core.statistic.StateView;
import dev.slicewise.core.statistic.Statistic;
import java.math.BigInteger;
import java.util.List;
import java.util.Optional;
import org.apache.commons.statistics.distribution.BinomialDistribution;

/**
 * The interval of a quantile between two order statistics: how many of n rows lie below the true
 * quantile is binomial, whatever the distribution. Values are rounded outward to the edges of their
 * bins; above a million rows the binomial is taken as normal.
 *
 * <p>An end whose rank lies beyond the data is null. Undefined when rows differ in weight, for then
 * the count is not binomial, and when both ends are null.
 */
public final class QuantileInterval implements IntervalMethod {
  private static final long EXACT_UP_TO = 1_000_000;

  private final BitHistogram histogram;
  private final double q;

  private QuantileInterval(BitHistogram histogram, double q) {
    this.histogram = histogram;
    this.q = q;
  }

  /** Of the q-quantile of a histogram's term. */
  public static QuantileInterval of(BitHistogram histogram, double q) {
    return new QuantileInterval(histogram, q);
  }

  /**
   * Two order statistics with the probability that they enclose the quantile.
   *
   * @param lower rank of the lower one, from 1; null when below all data
   * @param upper rank of the upper one; null when beyond all data
   * @param coverage the exact binomial probability, at least the confidence; that of the normal
   *     approximation above a million rows
   */
  public record Ranks(Long lower, Long upper, double coverage) {}

  /** The ranks for n rows. */
  public static Ranks ranks(long n, double q, double confidence) {
    double tail = (1 - confidence) / 2;
    if (n > EXACT_UP_TO || q == 1) {
      double z = Normal.tailQuantile(tail);
      double reach = z * Math.sqrt(n * q * (1 - q));
      return ranks(
          (long) Math.floor(n * q - reach), (long) Math.ceil(n * q + reach) + 1, n, confidence);
    }
    BinomialDistribution below = BinomialDistribution.of((int) n, q);
    int lower = below.inverseCumulativeProbability(tail);
    int upper = below.inverseCumulativeProbability(1 - tail) + 1;
    double coverage =
        (upper > n ? 1 : below.cumulativeProbability(upper - 1))
            - (lower < 1 ? 0 : below.cumulativeProbability(lower - 1));
    return ranks(lower, upper, n, coverage);
  }

  private static Ranks ranks(long lower, long upper, long n, double coverage) {
    return new Ranks(lower < 1 ? null : (Long) lower, upper > n ? null : (Long) upper, coverage);
  }

  @Override
  public String description() {
    return "order statistics: ranks that cover the quantile by the binomial distribution; none with"
        + " unequal weights";
  }

  @Override
  public List<Statistic<?>> needs() {
    return List.of(histogram);
  }

  @Override
  public Optional<Interval> interval(StateView states, double confidence) {
    RowAudit.State rows = states.rows(histogram.domain());
    if (rows.used() == 0 || !rows.equallyWeighted()) {
      return Optional.empty();
    }
    Ranks ranks = ranks(rows.used(), q, confidence);
    if (ranks.lower() == null && ranks.upper() == null) {
      return Optional.empty();
    }
    Distribution distribution = states.state(histogram).distribution();
    BigInteger row = distribution.total().divide(BigInteger.valueOf(rows.used()));
    Double low = edge(distribution, distribution.low(), ranks.lower(), row);
    Double high = edge(distribution, distribution.high(), ranks.upper(), row);
    return Optional.of(new Interval(low, high, null, "order statistics"));
  }

  private static Double edge(
      Distribution distribution, double[] edges, Long rank, BigInteger unitsOfRow) {
    return rank == null
        ? null
        : (Double) edges[distribution.binOfRank(unitsOfRow.multiply(BigInteger.valueOf(rank)))];
  }
}
