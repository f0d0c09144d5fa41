package dev.slicewise.core.statistic;

import dev.slicewise.core.numeric.BinLevel;
import dev.slicewise.core.numeric.BinTable;
import dev.slicewise.core.numeric.FixedPoint;
import java.math.BigInteger;

/** Lays the two tables of a score histogram out as one ascending sequence of bins. */
final class ScoreBinsReader {
  /** Doubles in [½, 1] are multiples of this, and so is 1 minus any of them. */
  private static final double STEP = 0x1p-53;

  private final ScoreTables tables;
  private final int level;
  private final boolean lossless;
  private final double[] low;
  private final double[] score;
  private final BigInteger[] positives;
  private final BigInteger[] negatives;
  private final BigInteger[] scoreSums;
  private int next;

  private ScoreBinsReader(ScoreTables tables) {
    int count = tables.lower().size() + tables.upper().size();
    this.tables = tables;
    this.level = tables.level();
    this.lossless = tables.lossless();
    this.low = new double[count];
    this.score = new double[count];
    this.positives = new BigInteger[count];
    this.negatives = new BigInteger[count];
    this.scoreSums = tables.sums() ? new BigInteger[count] : null;
  }

  static ScoreBins read(ScoreTables tables) {
    ScoreBinsReader reader = new ScoreBinsReader(tables);
    tables.lower().sort();
    for (int i = 0; i < tables.lower().size(); i++) {
      reader.belowHalf(tables.lower().keys()[i]);
      reader.cells(tables.lower(), i);
    }
    tables.upper().sort();
    for (int i = tables.upper().size() - 1; i >= 0; i--) {
      reader.fromHalf(tables.upper().keys()[i]);
      reader.cells(tables.upper(), i);
    }
    return new ScoreBins(
        reader.low,
        reader.score,
        reader.positives,
        reader.negatives,
        reader.scoreSums,
        tables.wide() ? FixedPoint.FRACTION_BITS : 0,
        reader.lossless);
  }

  private void belowHalf(long key) {
    if (key < 0) {
      // |s| in [from, to), and −|s| ascends.
      double from = BinLevel.lower(~key, level);
      double to = BinLevel.upper(~key, level);
      set(-Math.nextDown(to), -from, -BinLevel.middle(from, to));
    } else {
      double from = BinLevel.lower(key, level);
      set(from, from, BinLevel.middle(from, Math.min(BinLevel.upper(key, level), 0.5)));
    }
  }

  private void fromHalf(long key) {
    if (key < 0) {
      double from = BinLevel.lower(~key, level);
      double first = Math.max(from, Math.nextUp(1.0));
      set(first, from, BinLevel.middle(first, BinLevel.upper(~key, level)));
    } else {
      // 1 − s in [from, to), a multiple of the step and not beyond ½.
      double from = BinLevel.lower(key, level);
      double to = BinLevel.upper(key, level);
      double first = Math.ceil(from / STEP) * STEP;
      double last = to > 0.5 ? 0.5 : (Math.ceil(to / STEP) - 1) * STEP;
      set(1.0 - last, 1.0 - from, 1.0 - BinLevel.middle(first, last));
    }
  }

  private void set(double lowest, double only, double middle) {
    low[next] = lossless ? only : lowest;
    score[next] = lossless ? only : middle;
  }

  private void cells(BinTable table, int bin) {
    int at = bin * table.width();
    long[] cells = table.cells();
    if (tables.wide()) {
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
