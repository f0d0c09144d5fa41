package dev.slicewise.core.statistic;

import dev.slicewise.core.numeric.BinLevel;
import dev.slicewise.core.numeric.BinTable;
import dev.slicewise.core.numeric.FixedPoint;
import java.math.BigInteger;

/** Lays the two tables of a score histogram out as one ascending sequence of bins. */
final class ScoreBinsReader {
  private final ScoreHistogram.State state;
  private final int level;
  private final boolean lossless;
  private final double[] low;
  private final double[] score;
  private final BigInteger[] positives;
  private final BigInteger[] negatives;
  private final BigInteger[] scoreSums;
  private int next;

  private ScoreBinsReader(ScoreHistogram.State state) {
    int count = state.outer().size() + state.upper().size();
    this.state = state;
    this.level = state.level();
    this.lossless = state.lossless();
    this.low = new double[count];
    this.score = new double[count];
    this.positives = new BigInteger[count];
    this.negatives = new BigInteger[count];
    this.scoreSums = state.sums() ? new BigInteger[count] : null;
  }

  static ScoreBins read(ScoreHistogram.State state) {
    ScoreBinsReader reader = new ScoreBinsReader(state);
    long[] outer = state.outer().sortedKeys();
    long[] upper = state.upper().sortedKeys();
    int at = 0;
    while (at < outer.length && reader.belowHalf(outer[at])) {
      reader.outer(outer[at++]);
    }
    for (int i = upper.length - 1; i >= 0; i--) {
      reader.upper(upper[i]);
    }
    while (at < outer.length) {
      reader.outer(outer[at++]);
    }
    return new ScoreBins(
        reader.low,
        reader.score,
        reader.positives,
        reader.negatives,
        reader.scoreSums,
        state.wide() ? FixedPoint.FRACTION_BITS : 0,
        reader.lossless);
  }

  private boolean belowHalf(long key) {
    return key < 0 || BinLevel.lower(key, level) < 0.5;
  }

  private void outer(long key) {
    boolean negative = key < 0;
    long magnitude = negative ? ~key : key;
    double middle = BinLevel.representative(magnitude, level, lossless);
    score[next] = negative ? -middle : middle;
    low[next] =
        !negative
            ? BinLevel.lower(key, level)
            : lossless ? score[next] : -BinLevel.upper(magnitude, level);
    cells(state.outer(), key);
  }

  private void upper(long key) {
    score[next] = 1.0 - BinLevel.representative(key, level, lossless);
    low[next] = lossless ? score[next] : 1.0 - Math.min(0.5, BinLevel.upper(key, level));
    cells(state.upper(), key);
  }

  private void cells(BinTable table, long key) {
    int at = table.cellsOf(key);
    long[] cells = table.cells();
    if (state.wide()) {
      positives[next] = FixedPoint.toBigInteger(cells, at);
      negatives[next] = FixedPoint.toBigInteger(cells, at + 2);
      if (scoreSums != null) {
        scoreSums[next] = FixedPoint.toBigInteger(cells, at + 4);
      }
    } else {
      positives[next] = BigInteger.valueOf(cells[at]);
      negatives[next] = BigInteger.valueOf(cells[at + 1]);
    }
    next++;
  }
}
