package dev.slicewise.bench;

import java.math.BigDecimal;
import java.math.BigInteger;
import java.math.MathContext;
import java.math.RoundingMode;
import java.util.Arrays;
import java.util.EnumMap;
import java.util.Map;

/**
 * How often each pair of a score and a label occurs in a slice, and every measure computed from
 * these counts by its definition in integers: what the alternatives' answers are held against.
 */
final class Tally {
  private static final int SCORES = BenchRow.SCORES;

  /** Scores and errors are integers below this in units of 2⁻²⁴. */
  private static final long ONE = 1L << 24;

  private static final MathContext DIGITS = MathContext.DECIMAL128;

  /** Units of weight by 2·scoreIndex + label. */
  private final int[] units = new int[2 * SCORES];

  private final double unit;
  private final int repeat;
  private final Sums sums = new Sums();
  private int[] cells;
  private long rows;
  private long labelSum;
  private long scoreSum;

  /** A tally that counts rows, each so many times, or adds their weights. */
  Tally(boolean weighted, int repeat) {
    this.unit = weighted ? BenchRow.WEIGHT_UNIT : 1;
    this.repeat = repeat;
  }

  /** Counts a row, and not what is missing of it. */
  void add(BenchRow row, boolean withNulls) {
    int weight = repeat * (unit == 1 ? 1 : row.weightEighths());
    boolean hasLabel = !(withNulls && row.labelMissing());
    boolean hasPrediction = !(withNulls && row.predictionMissing());
    if (hasLabel && row.positive()) {
      labelSum += weight;
    }
    if (hasPrediction) {
      scoreSum += weight * (2L * row.scoreIndex() + 1);
    }
    if (hasLabel && hasPrediction) {
      int cell = 2 * row.scoreIndex() + (row.positive() ? 1 : 0);
      units[cell] = Math.addExact(units[cell], weight);
      rows += repeat;
    }
  }

  /** Says that no row follows, and gathers the pairs that occur. */
  Tally close() {
    int[] occurring = new int[units.length];
    int count = 0;
    for (int cell = 0; cell < units.length; cell++) {
      if (units[cell] != 0) {
        occurring[count++] = cell;
        sums.add(cell / 2, cell % 2, units[cell]);
      }
    }
    cells = Arrays.copyOf(occurring, count);
    return this;
  }

  /** Every measure of the slice. */
  Map<Measure, Double> measures() {
    BigDecimal weight = BigDecimal.valueOf(sums.weight);
    BigDecimal positives = BigDecimal.valueOf(sums.positives);
    BigDecimal squares = decimal(sums.squares.total(), 48);
    Map<Measure, Double> measures = new EnumMap<>(Measure.class);
    measures.put(Measure.COUNT, (double) rows);
    measures.put(Measure.MAE, mean(decimal(sums.magnitudes, 24), weight));
    measures.put(Measure.RMSE, squares.divide(weight, DIGITS).sqrt(DIGITS).doubleValue());
    measures.put(Measure.BIAS, mean(decimal(sums.errors, 24), weight));
    BigDecimal spread = positives.multiply(weight.subtract(positives)).divide(weight, DIGITS);
    if (spread.signum() > 0) {
      measures.put(
          Measure.R2, BigDecimal.ONE.subtract(squares.divide(spread, DIGITS)).doubleValue());
      measures.put(Measure.AUC, auc());
    }
    measures.put(Measure.HUBER, mean(decimal(sums.huber.total(), 49), weight));
    BigDecimal under = decimal((sums.magnitudes - sums.errors) / 2, 24);
    BigDecimal over = decimal((sums.magnitudes + sums.errors) / 2, 24);
    measures.put(
        Measure.PINBALL,
        mean(under.multiply(new BigDecimal("0.9")).add(over.scaleByPowerOfTen(-1)), weight));
    measures.put(Measure.LOG_LOSS, mean(sums.logLosses(), weight));
    measures.put(Measure.BRIER, mean(squares, weight));
    measures.put(Measure.P50, quantile("0.5"));
    measures.put(Measure.P95, quantile("0.95"));
    measures.put(Measure.P99, quantile("0.99"));
    measures.put(Measure.ECE, mean(decimal(sums.gaps(), 24), weight));
    measures.put(Measure.LABEL_SUM, labelSum * unit);
    measures.put(Measure.SCORE_SUM, scoreSum * unit * BenchRow.SCORE_UNIT);
    return measures;
  }

  /** An integer over a power of two. */
  private static BigDecimal decimal(long numerator, int bits) {
    return decimal(BigInteger.valueOf(numerator), bits);
  }

  private static BigDecimal decimal(BigInteger numerator, int bits) {
    return new BigDecimal(numerator).divide(BigDecimal.valueOf(2).pow(bits));
  }

  private static double mean(BigDecimal sum, BigDecimal weight) {
    return sum.divide(weight, DIGITS).doubleValue();
  }

  /** The smallest |e| up to which a share q of the weight lies. */
  double quantile(String q) {
    long rank =
        new BigDecimal(q)
            .multiply(BigDecimal.valueOf(sums.weight))
            .setScale(0, RoundingMode.CEILING)
            .longValueExact();
    // |e| grows with the score where the label is 0, and falls where it is 1.
    int zero = nextOf(0, -1, 1);
    int one = nextOf(1, cells.length, -1);
    long below = 0;
    while (true) {
      long ofZero = zero < cells.length ? cells[zero] / 2 : Long.MAX_VALUE;
      long ofOne = one >= 0 ? SCORES - 1 - cells[one] / 2 : Long.MAX_VALUE;
      long smallest = Math.min(ofZero, ofOne);
      if (smallest == Long.MAX_VALUE) {
        throw new AssertionError("rank " + rank + " lies beyond the weight " + sums.weight);
      }
      if (ofZero == smallest) {
        below += units[cells[zero]];
        zero = nextOf(0, zero, 1);
      }
      if (ofOne == smallest) {
        below += units[cells[one]];
        one = nextOf(1, one, -1);
      }
      if (below >= rank) {
        return (2 * smallest + 1) * BenchRow.SCORE_UNIT;
      }
    }
  }

  /** Where the next pair of a label is, after a place among the cells and in a direction. */
  private int nextOf(int label, int after, int step) {
    int at = after + step;
    while (at >= 0 && at < cells.length && cells[at] % 2 != label) {
      at += step;
    }
    return at;
  }

  private double auc() {
    BigInteger pairs = BigInteger.ZERO;
    long below = 0;
    for (int cell : cells) {
      if (cell % 2 == 0) {
        below += units[cell];
      } else {
        // Negatives of the same score stand in the cell before and were counted already.
        long tied = units[cell - 1];
        pairs =
            pairs.add(BigInteger.valueOf(Math.multiplyExact((long) units[cell], 2 * below - tied)));
      }
    }
    BigDecimal all =
        BigDecimal.valueOf(2)
            .multiply(BigDecimal.valueOf(sums.positives))
            .multiply(BigDecimal.valueOf(sums.weight - sums.positives));
    return new BigDecimal(pairs).divide(all, DIGITS).doubleValue();
  }

  /** Sums of products with numbers below 2⁴⁹, whose halves are added apart: no overflow. */
  private static final class WideSum {
    private long high;
    private long low;

    void add(long value, int times) {
      high += (value >>> 24) * times;
      low += (value & ONE - 1) * times;
    }

    BigInteger total() {
      return BigInteger.valueOf(high).shiftLeft(24).add(BigInteger.valueOf(low));
    }
  }

  private static final class Sums {
    private static final int BINS = 15;

    private long weight;
    private long positives;
    private long errors;
    private long magnitudes;
    private final WideSum squares = new WideSum();
    private final WideSum huber = new WideSum();
    private final long[] gaps = new long[BINS];
    private double logLoss;
    private double logLossRest;

    void add(int scoreIndex, int label, int times) {
      long score = 2L * scoreIndex + 1;
      long error = score - label * ONE;
      long size = Math.abs(error);
      weight += times;
      positives += (long) label * times;
      errors += error * times;
      magnitudes += size * times;
      squares.add(size * size, times);
      // In units of 2⁻⁴⁹: ½e² up to a quarter, (|e| − ⅛)/4 beyond.
      huber.add(size <= ONE / 4 ? size * size : (size << 23) - (1L << 44), times);
      double probability = score * BenchRow.SCORE_UNIT;
      gaps[Math.min(BINS - 1, (int) (probability * BINS))] += error * times;
      addLogLoss(-StrictMath.log(label == 1 ? probability : 1 - probability), times);
    }

    /** Adds with the error of product and sum kept beside them (Dekker, Knuth). */
    private void addLogLoss(double loss, int times) {
      double product = loss * times;
      double sum = logLoss + product;
      double part = sum - logLoss;
      logLossRest +=
          Math.fma(loss, times, -product) + ((logLoss - (sum - part)) + (product - part));
      logLoss = sum;
    }

    BigDecimal logLosses() {
      return new BigDecimal(logLoss).add(new BigDecimal(logLossRest));
    }

    long gaps() {
      long total = 0;
      for (long gap : gaps) {
        total += Math.abs(gap);
      }
      return total;
    }
  }
}
