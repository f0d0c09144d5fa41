package dev.slicewise.core.statistic;

import dev.slicewise.core.codec.StateFormatException;
import dev.slicewise.core.codec.StateReader;
import dev.slicewise.core.codec.StateWriter;
import dev.slicewise.core.numeric.BinLevel;
import dev.slicewise.core.numeric.BinTable;
import dev.slicewise.core.numeric.FixedPoint;
import dev.slicewise.core.numeric.KeyRows;
import java.util.function.LongConsumer;

/** What the histograms share: collapsing to a bound and the bytes of their bins. */
final class BinIo {
  private static final long INFINITY_BITS = Double.doubleToRawLongBits(Double.POSITIVE_INFINITY);

  private BinIo() {}

  /**
   * Joins the bins of tables at one level until they fit together; says how many levels it took.
   */
  static int collapse(int maxBins, int level, boolean wide, BinTable... tables) {
    int occupied = occupied(tables);
    if (occupied <= maxBins) {
      return 0;
    }
    int[] joinedAt = new int[65];
    for (BinTable table : tables) {
      BinLevel.countJoins(table.sortedKeys(), joinedAt);
    }
    int levels = BinLevel.levelsToGiveUp(occupied, joinedAt, maxBins, level - BinLevel.COARSEST);
    for (BinTable table : tables) {
      table.collapse(levels, wide);
    }
    return levels;
  }

  /**
   * Counts many rows at once, then joins bins until they fit; says how many levels it took. Rows
   * that cannot fit at their own level are counted at a coarser one from the start.
   *
   * @param tables counters at one level
   * @param rows per table, its rows, their keys at that level
   */
  static int settle(int maxBins, int level, BinTable[] tables, KeyRows[] rows) {
    int shift = KeyRows.levelsToGiveUp(rows, maxBins);
    for (int i = 0; i < tables.length; i++) {
      tables[i].collapse(shift, false);
      tables[i].count(rows[i], shift);
    }
    return shift + collapse(maxBins, level - shift, false, tables);
  }

  private static int occupied(BinTable... tables) {
    int occupied = 0;
    for (BinTable table : tables) {
      occupied += table.size();
    }
    return occupied;
  }

  static void writeLevel(StateWriter out, int level) {
    out.octet(level - BinLevel.COARSEST);
  }

  static int readLevel(StateReader in) {
    int level = in.octet() + BinLevel.COARSEST;
    if (level > BinTable.FULL_LEVEL) {
      throw new StateFormatException("expected a bin level of at most 52, found " + level);
    }
    return level;
  }

  /** Writes keys in ascending order, each followed by what {@code bin} writes about it. */
  static void writeKeys(StateWriter out, long[] sortedKeys, LongConsumer bin) {
    out.unsigned(sortedKeys.length);
    long last = 0;
    for (long key : sortedKeys) {
      // Two finite doubles may lie further apart than a long reaches; the difference wraps, and
      // wraps back when it is added.
      out.signed(key - last);
      last = key;
      bin.accept(key);
    }
  }

  /**
   * Reads keys at a level, each followed by what {@code bin} reads about it.
   *
   * @return the bits of the keys' magnitudes, or-ed together
   */
  static long readKeys(StateReader in, int limit, int bytesEach, int level, LongConsumer bin) {
    int count = in.count(limit, 1 + bytesEach, "bins");
    KeyCheck check = new KeyCheck(level);
    long key = 0;
    for (int i = 0; i < count; i++) {
      long next = key + in.signed();
      check.accept(next, i == 0 || next > key);
      key = next;
      bin.accept(key);
    }
    return check.union();
  }

  /** Refuses keys that no double has, and or-s the bits of the others' magnitudes together. */
  static final class KeyCheck {
    private final int level;
    private long union;

    KeyCheck(int level) {
      this.level = level;
    }

    void accept(long key, boolean ascends) {
      long magnitude = key >= 0 ? key : ~key;
      boolean negativeZero = level == BinTable.FULL_LEVEL && key == -1;
      boolean beyond = magnitude > INFINITY_BITS >> (BinTable.FULL_LEVEL - level);
      if (!ascends || beyond || negativeZero) {
        throw new StateFormatException("expected the ascending keys of bins, found " + key);
      }
      union |= magnitude;
    }

    long union() {
      return union;
    }
  }

  /**
   * Refuses a level and bits that no rows lead to.
   *
   * @param bits what the values' bits are when or-ed together
   * @param keys what {@link #readKeys} returned for the bins
   */
  static void expectCanonical(int level, int maxBins, int occupied, long bits, long keys) {
    int dropped = BinTable.FULL_LEVEL - level;
    boolean agree = bits >= 0 && keys == bits >> dropped && (occupied > 0 || bits == 0);
    if (dropped > 0) {
      // One level more did not fit, and it cuts a bin in two at most, at a bit that varies.
      agree &= 2L * occupied > maxBins && (bits >> (dropped - 1) & 1) == 1;
    }
    if (!agree) {
      throw new StateFormatException("level and bits of a histogram contradict its bins");
    }
  }

  static void writeBins(StateWriter out, BinTable bins, boolean wide) {
    bins.sort();
    long[] cells = bins.cells();
    int width = bins.width();
    if (!wide) {
      out.unsigned(bins.size());
      out.counted(bins.keys(), cells, width, bins.size());
      return;
    }
    int[] at = {0};
    writeKeys(
        out,
        bins.sortedKeys(),
        key -> {
          writeCells(out, cells, at[0], width, true);
          at[0] += width;
        });
  }

  /** Reads into an empty table what {@link #writeBins} wrote. */
  static long readBins(StateReader in, BinTable bins, int limit, int level, boolean wide) {
    int width = bins.width();
    int count = in.count(limit, 1 + width, "bins");
    long[] keys = new long[count];
    long[] cells = new long[count * width];
    KeyCheck check = new KeyCheck(level);
    long key = 0;
    for (int i = 0; i < count; i++) {
      long next = key + in.signed();
      check.accept(next, i == 0 || next > key);
      key = next;
      keys[i] = key;
      readCells(in, cells, i * width, width, wide);
    }
    bins.hold(keys, cells);
    return check.union();
  }

  static void writeCells(StateWriter out, long[] cells, int at, int width, boolean wide) {
    for (int i = 0; i < width; i += wide ? 2 : 1) {
      if (wide) {
        FixedPoint.write(out, cells, at + i);
      } else {
        out.unsigned(cells[at + i]);
      }
    }
  }

  static void readCells(StateReader in, long[] cells, int at, int width, boolean wide) {
    for (int i = 0; i < width; i += wide ? 2 : 1) {
      if (wide) {
        FixedPoint.readNonNegative(in, cells, at + i);
      } else {
        cells[at + i] = in.unsigned();
      }
    }
  }

  /** Refuses a bin without rows; where rows carry weights, theirs may have rounded to 0. */
  static void expectRows(long[] cells, int at, int width, boolean weighted) {
    long any = 0;
    for (int i = 0; i < width; i++) {
      any |= cells[at + i];
    }
    if (any == 0 && !weighted) {
      throw new StateFormatException("expected rows in every bin, found a bin without");
    }
  }
}
