package dev.slicewise.core.statistic;

import dev.slicewise.core.numeric.BinLevel;
import dev.slicewise.core.numeric.BinTable;
import dev.slicewise.core.numeric.FixedPoint;
import java.math.BigInteger;

/** Reads the bins of a {@link BitHistogram} in ascending order of their values. */
final class DistributionReader {
  private DistributionReader() {}

  static Distribution read(BinTable bins, long[] zero, int level, long bits, boolean weighted) {
    boolean lossless = BinLevel.lossless(bits, level);
    bins.sort();
    long[] keys = bins.keys();
    int size = bins.size();
    boolean hasZero = zero[0] != 0 || (weighted && zero[1] != 0);
    int count = size + (hasZero ? 1 : 0);
    double[] low = new double[count];
    double[] high = new double[count];
    double[] middle = new double[count];
    BigInteger[] mass = new BigInteger[count];
    int at = 0;
    for (int i = 0; i <= size; i++) {
      if (hasZero && at == i && (i == size || keys[i] >= 0)) {
        mass[at++] = mass(zero, 0, weighted);
      }
      if (i == size) {
        break;
      }
      long key = keys[i] >= 0 ? keys[i] : ~keys[i];
      double sign = keys[i] >= 0 ? 1.0 : -1.0;
      double near = BinLevel.lower(key, level);
      double far = lossless ? near : BinLevel.upper(key, level);
      low[at] = sign > 0 ? near : -far;
      high[at] = sign > 0 ? far : -near;
      middle[at] = sign * BinLevel.representative(key, level, lossless);
      mass[at++] = mass(bins.cells(), i * bins.width(), weighted);
    }
    return new Distribution(
        low,
        high,
        middle,
        mass,
        weighted ? FixedPoint.FRACTION_BITS : 0,
        BinLevel.relativeBound(level, lossless));
  }

  private static BigInteger mass(long[] cells, int at, boolean weighted) {
    return weighted ? FixedPoint.toBigInteger(cells, at) : BigInteger.valueOf(cells[at]);
  }
}
