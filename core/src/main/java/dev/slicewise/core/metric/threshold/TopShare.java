package dev.slicewise.core.metric.threshold;

import dev.slicewise.core.numeric.Rounding;
import dev.slicewise.core.statistic.RowAudit;
import dev.slicewise.core.statistic.StateView;
import dev.slicewise.core.term.Domain;
import java.math.BigDecimal;
import java.math.BigInteger;
import java.math.RoundingMode;

/**
 * The positives among the highest-scored share of rows, in units; a bin that the share cuts gives
 * them in proportion.
 *
 * @param rows ⌈share·n⌉, in units
 * @param positivesTimesSplit the positives times {@code split}
 * @param split the rows of the bin that was cut
 * @param unknown how many positives more or fewer the cut bin could have given
 */
record TopShare(BigInteger rows, BigInteger positivesTimesSplit, BigInteger split, double unknown) {
  static final String FRACTION = "the share of rows taken, by score from the top";

  /** The units of one row: 1 when unweighted, and 1 too when rows weigh differently. */
  static BigInteger row(StateView states, ScoreCurve curve) {
    RowAudit.State rows = states.rows(Domain.BINARY_SCORE);
    BigInteger all = rows(curve, 0);
    boolean alike = states.weighted() && rows.equallyWeighted() && all.signum() > 0;
    return alike ? all.divide(BigInteger.valueOf(rows.used())) : BigInteger.ONE;
  }

  static TopShare of(ScoreCurve curve, double share, BigInteger row) {
    BigInteger all = rows(curve, 0);
    BigInteger wanted =
        Rounding.shortestDecimal(share)
            .multiply(new BigDecimal(all.divide(row)))
            .setScale(0, RoundingMode.CEILING)
            .toBigIntegerExact()
            .multiply(row);
    int bin = 0;
    int beyond = curve.last();
    while (beyond - bin > 1) {
      int middle = (bin + beyond) >>> 1;
      if (rows(curve, middle).compareTo(wanted) >= 0) {
        bin = middle;
      } else {
        beyond = middle;
      }
    }
    BigInteger rest = wanted.subtract(rows(curve, bin + 1));
    BigInteger split = rows(curve, bin).subtract(rows(curve, bin + 1));
    BigInteger inBin = curve.exactTp(bin).subtract(curve.exactTp(bin + 1));
    BigInteger positives = curve.exactTp(bin + 1).multiply(split).add(inBin.multiply(rest));
    return new TopShare(wanted, positives, split, unknown(rest, split, inBin));
  }

  private static BigInteger rows(ScoreCurve curve, int edge) {
    return curve.exactTp(edge).add(curve.exactFp(edge));
  }

  private static double unknown(BigInteger rest, BigInteger split, BigInteger positives) {
    double proportional = positives.doubleValue() * rest.doubleValue() / split.doubleValue();
    double most = positives.min(rest).doubleValue();
    double least = rest.subtract(split.subtract(positives)).max(BigInteger.ZERO).doubleValue();
    return Math.max(most - proportional, proportional - least);
  }
}
