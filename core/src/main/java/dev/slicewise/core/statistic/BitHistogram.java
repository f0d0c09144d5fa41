package dev.slicewise.core.statistic;

import dev.slicewise.core.codec.StateFormatException;
import dev.slicewise.core.codec.StateReader;
import dev.slicewise.core.codec.StateWriter;
import dev.slicewise.core.numeric.BinTable;
import dev.slicewise.core.numeric.FixedPoint;
import dev.slicewise.core.numeric.KeyRows;
import dev.slicewise.core.term.Domain;
import dev.slicewise.core.term.Term;
import java.util.List;

/**
 * The distribution of a term, for quantiles: counts per bin, where a bin is the leading bits of the
 * double. Every quantile is exact while at most {@code maxBins} distinct values were seen, or while
 * the dropped bits are all zero (integers, float32); else within 2^-(k+1) relative, at p99.9 as at
 * p50, and k is in the state.
 *
 * <p>The level k is the largest at which the bins of <em>all</em> rows fit, a function of the set
 * of values alone; hence merging is associative and commutative to the bit. Size: at most {@code
 * maxBins} bins, 2 to 18 bytes each serialised, 29 when weighted.
 *
 * @param maxBins bound on the occupied bins, 2 to 65,536
 */
public record BitHistogram(Term term, int maxBins) implements Statistic<BitHistogram.State> {
  /** 4,096 bins: for continuous data of a few magnitudes k is 8 or more, 0.2 %. */
  public static final int DEFAULT_BINS = 4096;

  /** Refuses bounds out of range. */
  public BitHistogram {
    if (maxBins < 2 || maxBins > 65_536) {
      throw new IllegalArgumentException("expected max_bins in [2, 65536], found " + maxBins);
    }
  }

  /** With the default bound. */
  public static BitHistogram of(Term term) {
    return new BitHistogram(term, DEFAULT_BINS);
  }

  @Override
  public Domain domain() {
    return term.domain();
  }

  @Override
  public List<Term> terms() {
    return List.of(term);
  }

  @Override
  public int tag() {
    return 8;
  }

  @Override
  public State empty(boolean weighted) {
    return new State(maxBins, weighted);
  }

  @Override
  public State read(StateReader in, boolean weighted) {
    State state = new State(maxBins, weighted);
    state.settle();
    state.level = BinIo.readLevel(in);
    state.bits = in.fixed64();
    BinIo.readCells(in, state.zero, 0, state.zero.length, weighted);
    long keys = BinIo.readBins(in, state.bins, maxBins, state.level, weighted);
    BinIo.expectCanonical(state.level, maxBins, state.bins.size(), state.bits, keys);
    state.bins.sort();
    long[] ascending = state.bins.keys();
    for (int i = 0; i < state.bins.size(); i++) {
      int width = state.bins.width();
      BinIo.expectRows(state.bins.cells(), i * width, width, weighted);
      if (ascending[i] == 0 && state.level == BinTable.FULL_LEVEL) {
        throw new StateFormatException("expected zero beside the bins, found it in one");
      }
    }
    return state;
  }

  /** The memory of a {@link BitHistogram}. */
  public static final class State implements dev.slicewise.core.statistic.State<State> {
    private static final long ONE = 1L << FixedPoint.FRACTION_BITS;

    /** Rows whose keys are found before any of them is counted. */
    private static final int CHUNK = 256;

    private final int maxBins;
    private final boolean weighted;
    private final BinTable bins;
    private final long[] zero;
    private int level = BinTable.FULL_LEVEL;
    private long bits;

    /** What {@link #distribution} last said, until rows are added: several metrics ask in turn. */
    private Distribution distribution;

    /** Rows not in bins yet; null where rows carry weights. */
    private final Waiting waiting;

    private State(int maxBins, boolean weighted) {
      this.maxBins = maxBins;
      this.weighted = weighted;
      this.bins = new BinTable(weighted ? 2 : 1);
      this.zero = new long[weighted ? 2 : 1];
      this.waiting = weighted ? null : new Waiting(4 * maxBins);
    }

    /** Brings what waits into bins; the state's value does not change. */
    private void settle() {
      if (waiting == null || waiting.size() == 0) {
        return;
      }
      long[] keys = new long[waiting.size()];
      int count = keys(waiting.values(), 0, waiting.size(), keys);
      waiting.clear();
      KeyRows rows = new KeyRows(keys, new int[] {0}, new int[] {count});
      level -= BinIo.settle(maxBins, level, new BinTable[] {bins}, new KeyRows[] {rows});
    }

    /** The level k of the bins. */
    public int level() {
      settle();
      return level;
    }

    /**
     * This and another distribution in the same bins, those of the coarser one, so that both can be
     * cut and compared without an error of either.
     */
    public List<Distribution> aligned(State other) {
      return List.of(inBinsOf(other), other.inBinsOf(this));
    }

    private Distribution inBinsOf(State other) {
      State copy = new State(maxBins, weighted);
      copy.merge(this);
      int common = Math.min(copy.level(), other.level());
      copy.bins.collapse(copy.level - common, weighted);
      copy.level = common;
      copy.bits |= other.bits;
      return copy.distribution();
    }

    /** The bins in ascending order of their values. */
    public Distribution distribution() {
      if (distribution == null) {
        settle();
        distribution = DistributionReader.read(bins, zero, level, bits, weighted);
      }
      return distribution;
    }

    @Override
    public void add(Columns columns, int from, int to) {
      distribution = null;
      double[] values = columns.column(0);
      if (weighted) {
        addWeighted(values, columns.weights(), from, to);
        return;
      }
      boolean wait = bins.size() == 0 || to - from < Waiting.LONG_RUN;
      if (!wait || !waiting.hasRoom(to - from)) {
        settle();
      }
      if (wait && waiting.hasRoom(to - from)) {
        waiting.add(values, from, to);
      } else {
        bins.expect(to - from);
        count(values, from, to);
      }
    }

    /** Counts rows of weight 1, joining bins whenever they are too many. */
    private void count(double[] values, int from, int to) {
      long[] keys = new long[Math.min(CHUNK, to - from)];
      for (int start = from; start < to; start += keys.length) {
        int end = Math.min(start + keys.length, to);
        bins.count(keys, keys(values, start, end, keys));
        level -= BinIo.collapse(maxBins, level, false, bins);
      }
    }

    /** Finds the keys of rows that are not zero; says how many, and counts the others. */
    private int keys(double[] values, int from, int to, long[] keys) {
      int shift = BinTable.FULL_LEVEL - level;
      int count = 0;
      long union = 0;
      for (int i = from; i < to; i++) {
        long pattern = Double.doubleToRawLongBits(values[i]) & Long.MAX_VALUE;
        union |= pattern;
        keys[count] = BinTable.code(values[i]) >> shift;
        count += pattern == 0 ? 0 : 1;
      }
      bits |= union;
      zero[0] += to - from - count;
      return count;
    }

    private void addWeighted(double[] values, double[] weights, int from, int to) {
      for (int i = from; i < to; i++) {
        double value = values[i];
        long[] cells = zero;
        int at = 0;
        if (value != 0.0) {
          bits |= Double.doubleToRawLongBits(value) & Long.MAX_VALUE;
          at = bins.cellsOf(BinTable.code(value) >> (BinTable.FULL_LEVEL - level));
          cells = bins.cells();
        }
        FixedPoint.addWeighted(cells, at, ONE, weights[i]);
        if (bins.size() > maxBins) {
          level -= BinIo.collapse(maxBins, level, true, bins);
        }
      }
    }

    @Override
    public void merge(State other) {
      distribution = null;
      settle();
      other.settle();
      bits |= other.bits;
      if (weighted) {
        FixedPoint.addWide(zero, 0, other.zero[0], other.zero[1]);
      } else {
        zero[0] += other.zero[0];
      }
      int common = Math.min(level, other.level);
      bins.collapse(level - common, weighted);
      bins.merge(other.bins, other.level - common, weighted);
      level = common - BinIo.collapse(maxBins, common, weighted, bins);
    }

    @Override
    public void write(StateWriter out) {
      settle();
      BinIo.writeLevel(out, level);
      out.fixed64(bits);
      BinIo.writeCells(out, zero, 0, zero.length, weighted);
      BinIo.writeBins(out, bins, weighted);
    }

    @Override
    public long heapBytes() {
      return 80 + bins.heapBytes() + (waiting == null ? 0 : waiting.heapBytes());
    }
  }
}
