package dev.slicewise.core.statistic;

import dev.slicewise.core.codec.StateFormatException;
import dev.slicewise.core.codec.StateReader;
import dev.slicewise.core.codec.StateWriter;
import dev.slicewise.core.numeric.BinLevel;
import dev.slicewise.core.numeric.BinTable;
import dev.slicewise.core.numeric.FixedPoint;
import dev.slicewise.core.numeric.PairTable;
import dev.slicewise.core.term.Domain;
import dev.slicewise.core.term.Term;
import java.math.BigInteger;
import java.util.Arrays;
import java.util.List;

/**
 * The joint distribution of two terms, for rank correlations: counts per cell, where a cell is a
 * pair of bins as {@link BitHistogram} has them, on both axes at one level. Exact while at most
 * {@code maxCells} distinct pairs were seen, or while the dropped bits are all zero.
 *
 * <p>The level k is the largest at which the cells of <em>all</em> rows fit. A coarser level maps
 * cells onto cells, and more rows never empty one, so k is a function of the set of pairs alone;
 * hence merging is associative and commutative to the bit. Size: at most {@code maxCells} cells, 3
 * to 28 bytes each serialised, 39 when weighted.
 *
 * @param maxCells bound on the occupied cells, 4 to 65,536
 */
public record JointHistogram(Term first, Term second, int maxCells)
    implements Statistic<JointHistogram.State> {
  /** 4,096 cells: for continuous data of a few magnitudes k is 2 to 4. */
  public static final int DEFAULT_CELLS = 4096;

  /** Refuses bounds out of range, and terms of different rows. */
  public JointHistogram {
    if (maxCells < 4 || maxCells > 65_536) {
      throw new IllegalArgumentException("expected max_cells in [4, 65536], found " + maxCells);
    }
    if (!first.domain().equals(second.domain())) {
      throw new IllegalArgumentException(
          "expected two terms of one domain, found " + first.domain() + " and " + second.domain());
    }
  }

  /** With the default bound. */
  public static JointHistogram of(Term first, Term second) {
    return new JointHistogram(first, second, DEFAULT_CELLS);
  }

  @Override
  public Domain domain() {
    return first.domain();
  }

  @Override
  public List<Term> terms() {
    return List.of(first, second);
  }

  @Override
  public int tag() {
    return 12;
  }

  @Override
  public State empty(boolean weighted) {
    return new State(maxCells, weighted);
  }

  @Override
  public State read(StateReader in, boolean weighted) {
    State state = new State(maxCells, weighted);
    state.level = BinIo.readLevel(in);
    state.firstBits = in.fixed64();
    state.secondBits = in.fixed64();
    int count = in.count(maxCells, 2 + state.cells.width(), "cells");
    BinIo.KeyCheck firstKeys = new BinIo.KeyCheck(state.level);
    BinIo.KeyCheck secondKeys = new BinIo.KeyCheck(state.level);
    long a = 0;
    long b = 0;
    for (int i = 0; i < count; i++) {
      long step = in.signed();
      boolean same = i > 0 && step == 0;
      long nextA = a + step;
      long nextB = (same ? b : 0) + in.signed();
      firstKeys.accept(nextA, i == 0 || nextA >= a);
      secondKeys.accept(nextB, !same || nextB > b);
      a = nextA;
      b = nextB;
      int at = state.cells.cellsOf(a, b);
      BinIo.readCells(in, state.cells.cells(), at, state.cells.width(), weighted);
      BinIo.expectRows(state.cells.cells(), at, state.cells.width(), weighted);
    }
    state.expectCanonical(firstKeys.union(), secondKeys.union());
    return state;
  }

  /** The memory of a {@link JointHistogram}. */
  public static final class State implements dev.slicewise.core.statistic.State<State> {
    private static final long ONE = 1L << FixedPoint.FRACTION_BITS;

    private final int maxCells;
    private final boolean weighted;
    private final PairTable cells;
    private int level = BinTable.FULL_LEVEL;
    private long firstBits;
    private long secondBits;

    private State(int maxCells, boolean weighted) {
      this.maxCells = maxCells;
      this.weighted = weighted;
      this.cells = new PairTable(weighted ? 2 : 1);
    }

    /** Refuses a level and bits that no rows lead to. */
    private void expectCanonical(long firstKeys, long secondKeys) {
      int dropped = BinTable.FULL_LEVEL - level;
      boolean agree = firstBits >= 0 && firstKeys == firstBits >> dropped;
      agree &= secondBits >= 0 && secondKeys == secondBits >> dropped;
      agree &= cells.size() > 0 || (firstBits | secondBits) == 0;
      if (dropped > 0) {
        // One level more did not fit, and it cuts a cell in four at most, at bits that vary.
        agree &= 4L * cells.size() > maxCells;
        agree &= ((firstBits | secondBits) >> (dropped - 1) & 1) == 1;
      }
      if (!agree) {
        throw new StateFormatException("level and bits of a joint histogram contradict its cells");
      }
    }

    /** The level k of both axes. */
    public int level() {
      return level;
    }

    /** The cells in ascending order. */
    public JointDistribution distribution() {
      long[][] keys = cells.sortedKeys();
      int[] first = numbered(keys, 0);
      int[] second = numbered(keys, 1);
      BigInteger[] mass = new BigInteger[keys.length];
      for (int i = 0; i < keys.length; i++) {
        int at = cells.cellsOf(keys[i][0], keys[i][1]);
        mass[i] =
            weighted
                ? FixedPoint.toBigInteger(cells.cells(), at)
                : BigInteger.valueOf(cells.cells()[at]);
      }
      return new JointDistribution(
          first,
          second,
          mass,
          BinLevel.lossless(firstBits, level),
          BinLevel.lossless(secondBits, level));
    }

    /** Per cell, the value nearest to 0 of its bin on an axis, 0 or 1; the only one if lossless. */
    public double[] values(int axis) {
      long[][] keys = cells.sortedKeys();
      double[] values = new double[keys.length];
      for (int i = 0; i < keys.length; i++) {
        values[i] = BinLevel.nearestToZero(keys[i][axis], level);
      }
      return values;
    }

    /** The places of one axis's keys among the distinct ones. */
    private static int[] numbered(long[][] keys, int axis) {
      long[] sorted = new long[keys.length];
      for (int i = 0; i < keys.length; i++) {
        sorted[i] = keys[i][axis];
      }
      Arrays.sort(sorted);
      int distinct = 0;
      for (int i = 0; i < sorted.length; i++) {
        if (i == 0 || sorted[i] != sorted[i - 1]) {
          sorted[distinct++] = sorted[i];
        }
      }
      int[] places = new int[keys.length];
      for (int i = 0; i < keys.length; i++) {
        places[i] = Arrays.binarySearch(sorted, 0, distinct, keys[i][axis]);
      }
      return places;
    }

    @Override
    public void add(Columns columns, int from, int to) {
      double[] first = columns.column(0);
      double[] second = columns.column(1);
      double[] weights = columns.weights();
      for (int i = from; i < to; i++) {
        // Adding +0.0 makes one value of both zeros.
        double a = first[i] + 0.0;
        double b = second[i] + 0.0;
        firstBits |= Double.doubleToRawLongBits(a) & Long.MAX_VALUE;
        secondBits |= Double.doubleToRawLongBits(b) & Long.MAX_VALUE;
        int dropped = BinTable.FULL_LEVEL - level;
        int at = cells.cellsOf(BinTable.code(a) >> dropped, BinTable.code(b) >> dropped);
        if (weights == null) {
          cells.cells()[at]++;
        } else {
          FixedPoint.addWeighted(cells.cells(), at, ONE, weights[i]);
        }
        if (cells.size() > maxCells) {
          collapse();
        }
      }
    }

    private void collapse() {
      int levels = cells.levelsToGiveUp(maxCells, level - BinLevel.COARSEST);
      cells.collapse(levels, weighted);
      level -= levels;
    }

    @Override
    public void merge(State other) {
      firstBits |= other.firstBits;
      secondBits |= other.secondBits;
      int common = Math.min(level, other.level);
      cells.collapse(level - common, weighted);
      cells.merge(other.cells, other.level - common, weighted);
      level = common;
      collapse();
    }

    @Override
    public void write(StateWriter out) {
      BinIo.writeLevel(out, level);
      out.fixed64(firstBits);
      out.fixed64(secondBits);
      long[][] keys = cells.sortedKeys();
      out.unsigned(keys.length);
      for (int i = 0; i < keys.length; i++) {
        boolean same = i > 0 && keys[i][0] == keys[i - 1][0];
        out.signed(i == 0 ? keys[i][0] : keys[i][0] - keys[i - 1][0]);
        out.signed(same ? keys[i][1] - keys[i - 1][1] : keys[i][1]);
        int at = cells.cellsOf(keys[i][0], keys[i][1]);
        BinIo.writeCells(out, cells.cells(), at, cells.width(), weighted);
      }
    }

    @Override
    public long heapBytes() {
      return 72 + cells.heapBytes();
    }
  }
}
