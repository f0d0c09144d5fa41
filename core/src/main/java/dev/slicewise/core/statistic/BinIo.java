package dev.slicewise.core.statistic;

import dev.slicewise.core.codec.StateFormatException;
import dev.slicewise.core.codec.StateReader;
import dev.slicewise.core.codec.StateWriter;
import dev.slicewise.core.numeric.BinLevel;
import dev.slicewise.core.numeric.BinTable;
import dev.slicewise.core.numeric.FixedPoint;

/** What the histograms share: collapsing to a bound and the bytes of a bin table. */
final class BinIo {
  private BinIo() {}

  /**
   * Joins the bins of tables at one level until they fit together; says how many levels it took.
   */
  static int collapse(int maxBins, int level, boolean wide, BinTable... tables) {
    int occupied = 0;
    for (BinTable table : tables) {
      occupied += table.size();
    }
    if (occupied <= maxBins) {
      return 0;
    }
    int[] joinedAt = new int[65];
    for (BinTable table : tables) {
      BinTable.countJoins(table.sortedKeys(), joinedAt);
    }
    int levels = BinTable.levelsToGiveUp(occupied, joinedAt, maxBins, level - BinLevel.COARSEST);
    for (BinTable table : tables) {
      table.collapse(levels, wide);
    }
    return levels;
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

  static void writeBins(StateWriter out, BinTable bins, boolean wide) {
    long[] keys = bins.sortedKeys();
    out.unsigned(keys.length);
    long last = 0;
    for (int i = 0; i < keys.length; i++) {
      if (i == 0) {
        out.signed(keys[i]);
      } else {
        // Two finite doubles may lie further apart than a long reaches: all 64 bits, unsigned.
        out.signed(keys[i] - last);
      }
      last = keys[i];
      writeCells(out, bins.cells(), bins.cellsOf(keys[i]), bins.width(), wide);
    }
  }

  static void readBins(StateReader in, BinTable bins, int maxBins, boolean wide) {
    int count = in.count(maxBins, 2, "bins");
    long key = 0;
    for (int i = 0; i < count; i++) {
      long step = in.signed();
      if (i > 0 && key + step <= key) {
        throw new StateFormatException("expected bins in ascending order");
      }
      key += step;
      if (key == Long.MIN_VALUE) {
        throw new StateFormatException("expected the key of a bin, found the empty mark");
      }
      int at = bins.cellsOf(key);
      readCells(in, bins.cells(), at, bins.width(), wide);
    }
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
        FixedPoint.read(in, cells, at + i);
      } else {
        cells[at + i] = in.unsigned();
      }
    }
  }
}
