package dev.slicewise.core.metric.threshold;

import dev.slicewise.core.numeric.Rounding;
import dev.slicewise.core.statistic.ScoreBins;
import dev.slicewise.core.statistic.ScoreHistogram;
import dev.slicewise.core.statistic.StateView;
import java.math.BigDecimal;
import java.math.BigInteger;
import java.util.Arrays;
import java.util.function.DoubleBinaryOperator;

/**
 * The confusion table at every threshold that a score histogram tells apart: edge b admits the bins
 * from b upwards, edge {@link #last()} admits none. Going up, true and false positives only fall.
 *
 * <p>Counts are doubles, exact below 2^53; weights are rounded doubles with the exact integers
 * beside them. Bins whose weight was rounded away are left out.
 */
final class ScoreCurve {
  static final String EXACTNESS =
      "exact up to final rounding for at most 4,096 distinct scores, else with a certificate";

  /** Quotients of doubles further than this from a bound stand on the same side exactly. */
  private static final double SURE = 1e-12;

  private final double[] threshold;
  private final double[] tp;
  private final double[] fp;
  private final BigInteger[] exactTp;
  private final BigInteger[] exactFp;
  private final int unitBits;
  private final boolean lossless;

  private ScoreCurve(ScoreBins bins) {
    int kept = 0;
    for (int b = 0; b < bins.size(); b++) {
      kept += bins.positives()[b].signum() + bins.negatives()[b].signum() > 0 ? 1 : 0;
    }
    boolean weighted = bins.unitBits() > 0;
    threshold = new double[kept + 1];
    tp = new double[kept + 1];
    fp = new double[kept + 1];
    exactTp = weighted ? new BigInteger[kept + 1] : null;
    exactFp = weighted ? new BigInteger[kept + 1] : null;
    unitBits = bins.unitBits();
    lossless = bins.lossless();
    threshold[kept] = Double.POSITIVE_INFINITY;
    if (weighted) {
      exactTp[kept] = BigInteger.ZERO;
      exactFp[kept] = BigInteger.ZERO;
    }
    int edge = kept;
    for (int b = bins.size() - 1; b >= 0; b--) {
      BigInteger positives = bins.positives()[b];
      BigInteger negatives = bins.negatives()[b];
      if (positives.signum() + negatives.signum() == 0) {
        continue;
      }
      edge--;
      threshold[edge] = bins.low()[b];
      if (weighted) {
        exactTp[edge] = exactTp[edge + 1].add(positives);
        exactFp[edge] = exactFp[edge + 1].add(negatives);
        tp[edge] = weight(exactTp[edge]);
        fp[edge] = weight(exactFp[edge]);
      } else {
        tp[edge] = tp[edge + 1] + positives.longValue();
        fp[edge] = fp[edge + 1] + negatives.longValue();
      }
    }
  }

  private double weight(BigInteger units) {
    return Math.scalb(units.doubleValue(), -unitBits);
  }

  static ScoreCurve of(StateView states) {
    return of(states.state(ScoreHistogram.OF_SCORES).bins());
  }

  static ScoreCurve of(ScoreBins bins) {
    return new ScoreCurve(bins);
  }

  /** The edge that admits nothing; also the number of bins. */
  int last() {
    return tp.length - 1;
  }

  /** The threshold of an edge, +∞ for the last. */
  double threshold(int edge) {
    return threshold[edge];
  }

  double tp(int edge) {
    return tp[edge];
  }

  double fp(int edge) {
    return fp[edge];
  }

  /** P; N stands beside it. */
  double positives() {
    return tp[0];
  }

  double negatives() {
    return fp[0];
  }

  /** n, or W. */
  double total() {
    return tp[0] + fp[0];
  }

  /** The positives in the bin above an edge. */
  double positives(int bin) {
    return exactTp == null
        ? tp[bin] - tp[bin + 1]
        : weight(exactTp[bin].subtract(exactTp[bin + 1]));
  }

  /** The negatives in the bin above an edge. */
  double negatives(int bin) {
    return exactFp == null
        ? fp[bin] - fp[bin + 1]
        : weight(exactFp[bin].subtract(exactFp[bin + 1]));
  }

  /** True positives in units: rows, or 2^-60 of weight. */
  BigInteger exactTp(int edge) {
    return exactTp == null ? BigInteger.valueOf((long) tp[edge]) : exactTp[edge];
  }

  /** False positives in units. */
  BigInteger exactFp(int edge) {
    return exactFp == null ? BigInteger.valueOf((long) fp[edge]) : exactFp[edge];
  }

  boolean weighted() {
    return exactTp != null;
  }

  boolean lossless() {
    return lossless;
  }

  /** The lowest edge whose threshold is at least this. */
  int lowestFrom(double score) {
    int at = Arrays.binarySearch(threshold, score);
    return at >= 0 ? at : -at - 1;
  }

  double precision(int edge) {
    return tp[edge] / (tp[edge] + fp[edge]);
  }

  /** The highest edge with TP ≥ share·P, tested in exact arithmetic. */
  int highestWithRecall(double share) {
    BigDecimal needed = Rounding.shortestDecimal(share).multiply(new BigDecimal(exactTp(0)));
    int from = 0;
    int beyond = last() + 1;
    while (beyond - from > 1) {
      int middle = (from + beyond) >>> 1;
      if (new BigDecimal(exactTp(middle)).compareTo(needed) >= 0) {
        from = middle;
      } else {
        beyond = middle;
      }
    }
    return from;
  }

  /** The lowest edge with FP ≤ share·N, tested in exact arithmetic. */
  int lowestWithFalsePositives(BigDecimal share) {
    BigDecimal allowed = share.multiply(new BigDecimal(exactFp(0)));
    int below = -1;
    int at = last();
    while (at - below > 1) {
      int middle = (below + at) >>> 1;
      if (new BigDecimal(exactFp(middle)).compareTo(allowed) <= 0) {
        at = middle;
      } else {
        below = middle;
      }
    }
    return at;
  }

  /**
   * Whether tp ≥ share·(tp + fp) > 0 for the true positives of one edge and the false of another.
   */
  boolean isPrecise(int tpEdge, int fpEdge, double share) {
    double precision = tp[tpEdge] / (tp[tpEdge] + fp[fpEdge]);
    if (Math.abs(precision - share) > SURE) {
      return precision > share;
    }
    BigInteger all = exactTp(tpEdge).add(exactFp(fpEdge));
    BigDecimal needed = Rounding.shortestDecimal(share).multiply(new BigDecimal(all));
    return all.signum() > 0 && new BigDecimal(exactTp(tpEdge)).compareTo(needed) >= 0;
  }

  /** The highest edge with the true positives of this one: fewer false alarms for the same hits. */
  int sharpened(int edge) {
    int at = edge;
    while (at < last() && exactTp(at + 1).equals(exactTp(edge))) {
      at++;
    }
    return at;
  }

  /**
   * Where an objective is largest.
   *
   * @param edge the highest such edge
   * @param value the objective there
   * @param bound how much larger it could be at a threshold inside a bin
   */
  record Best(int edge, double value, double bound) {}

  /**
   * The largest value of an objective of (tp, fp) over all edges. Inside a bin the objective is
   * bounded by its values at the corners of what the bin can reach, so it must not have a maximum
   * between them.
   *
   * @param objective NaN where undefined, but somewhere defined
   */
  Best best(DoubleBinaryOperator objective) {
    int edge = -1;
    double value = Double.NEGATIVE_INFINITY;
    double reachable = Double.NEGATIVE_INFINITY;
    for (int b = 0; b <= last(); b++) {
      double here = objective.applyAsDouble(tp[b], fp[b]);
      if (here >= value) {
        edge = b;
        value = here;
      }
      if (!lossless && b < last()) {
        reachable = larger(reachable, objective.applyAsDouble(tp[b], fp[b + 1]));
        reachable = larger(reachable, objective.applyAsDouble(tp[b + 1], fp[b]));
      }
    }
    return new Best(edge, value, Math.max(0.0, reachable - value));
  }

  private static double larger(double a, double b) {
    return b > a ? b : a;
  }
}
