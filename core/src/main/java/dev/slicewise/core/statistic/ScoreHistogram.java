package dev.slicewise.core.statistic;

import dev.slicewise.core.codec.StateFormatException;
import dev.slicewise.core.codec.StateReader;
import dev.slicewise.core.codec.StateWriter;
import dev.slicewise.core.numeric.BinLevel;
import dev.slicewise.core.numeric.BinTable;
import dev.slicewise.core.numeric.FixedPoint;
import dev.slicewise.core.term.Column;
import dev.slicewise.core.term.Domain;
import dev.slicewise.core.term.Role;
import dev.slicewise.core.term.Term;
import java.util.List;

/**
 * Positives and negatives by score, for AUC, precision–recall, KS, lift and thresholds.
 *
 * <p>One layout for the whole real line, in score order: below 0 by |s|, [0, ½) by s, [½, 1] by 1 −
 * s (exact there), above 1 by s, each by the leading bits of the double: probabilities near 1 keep
 * the same relative resolution as those near 0, and logits need no telling. No bin reaches across
 * 0, ½ or 1, however coarse. Lossless and collapsing exactly as {@link BitHistogram}.
 *
 * <p>Size: at most {@code maxBins} bins of two counters, 3 to 26 bytes each serialised; with sums
 * or weights 128-bit cells, up to 67.
 *
 * @param maxBins bound on the occupied bins, 4 to 65,536
 * @param sums also keep Σ w·s per bin (scores in [0, 1] only), for calibration by equal mass
 */
public record ScoreHistogram(Domain domain, int maxBins, boolean sums)
    implements Statistic<ScoreHistogram.State> {
  /** The canonical histogram of a binary label and any score. */
  public static final ScoreHistogram OF_SCORES =
      new ScoreHistogram(Domain.BINARY_SCORE, BitHistogram.DEFAULT_BINS, false);

  /** The canonical histogram of a binary label and a probability, with Σp per bin. */
  public static final ScoreHistogram OF_PROBABILITIES =
      new ScoreHistogram(Domain.BINARY_PROBABILITY, BitHistogram.DEFAULT_BINS, true);

  private static final long FIRST_OF_LOWER = BinTable.code(-Double.MAX_VALUE);
  private static final long LAST_OF_LOWER = BinTable.code(Math.nextDown(0.5));
  private static final long FIRST_OF_UPPER = BinTable.code(-Double.MAX_VALUE);
  private static final long LAST_OF_UPPER = BinTable.code(0.5);
  private static final long FIRST_ABOVE_ONE = BinTable.code(Math.nextDown(-1.0));

  /** Refuses bounds out of range. */
  public ScoreHistogram {
    if (maxBins < 4 || maxBins > 65_536) {
      throw new IllegalArgumentException("expected max_bins in [4, 65536], found " + maxBins);
    }
  }

  @Override
  public List<Term> terms() {
    return List.of(new Column(domain, Role.LABEL), new Column(domain, Role.PREDICTION));
  }

  @Override
  public int tag() {
    return 9;
  }

  @Override
  public State empty(boolean weighted) {
    return new State(maxBins, weighted, sums);
  }

  @Override
  public State read(StateReader in, boolean weighted) {
    State state = new State(maxBins, weighted, sums);
    state.level = BinIo.readLevel(in);
    state.lowerBits = in.fixed64();
    state.upperBits = in.fixed64();
    long below = BinIo.readBins(in, state.lower, maxBins, state.level, state.wide);
    int left = maxBins - state.lower.size();
    long above = BinIo.readBins(in, state.upper, left, state.level, state.wide);
    int occupied = state.lower.size() + state.upper.size();
    long bits = state.lowerBits | state.upperBits;
    BinIo.expectCanonical(state.level, maxBins, occupied, bits, below | above);
    state.expectPlaced(state.lower, state.lowerBits, below, FIRST_OF_LOWER, LAST_OF_LOWER);
    state.expectPlaced(state.upper, state.upperBits, above, FIRST_OF_UPPER, LAST_OF_UPPER);
    return state;
  }

  /** The memory of a {@link ScoreHistogram}. */
  public static final class State implements dev.slicewise.core.statistic.State<State> {
    private static final long ONE = 1L << FixedPoint.FRACTION_BITS;

    private final int maxBins;
    private final boolean weighted;
    private final boolean sums;
    private final boolean wide;

    /** Scores below ½ by s, ascending; the others by 1 − s up to 1 and by −s above, descending. */
    private final BinTable lower;

    private final BinTable upper;
    private int level = BinTable.FULL_LEVEL;
    private long lowerBits;
    private long upperBits;

    /** What {@link #bins} last said, until rows are added: a dozen metrics may ask in turn. */
    private ScoreBins bins;

    private State(int maxBins, boolean weighted, boolean sums) {
      this.maxBins = maxBins;
      this.weighted = weighted;
      this.sums = sums;
      this.wide = weighted || sums;
      int width = (sums ? 3 : 2) * (wide ? 2 : 1);
      this.lower = new BinTable(width);
      this.upper = new BinTable(width);
    }

    /** Refuses bins without rows, and keys that no score of the table has. */
    private void expectPlaced(BinTable table, long bits, long union, long first, long last) {
      int dropped = BinTable.FULL_LEVEL - level;
      boolean agree = bits >= 0 && union == bits >> dropped && (table.size() > 0 || bits == 0);
      for (long key : table.sortedKeys()) {
        BinIo.expectRows(table.cells(), table.cellsOf(key), wide ? 4 : 2, weighted);
        agree &= key >= first >> dropped && key <= last >> dropped;
        agree &= table == lower || key >= 0 || key <= FIRST_ABOVE_ONE >> dropped;
      }
      if (!agree) {
        throw new StateFormatException("score histogram is not in canonical form");
      }
    }

    /** The level k of the bins. */
    public int level() {
      return level;
    }

    /** The bins in ascending order of the score. */
    public ScoreBins bins() {
      if (bins == null) {
        bins = ScoreBinsReader.read(this);
      }
      return bins;
    }

    BinTable lower() {
      return lower;
    }

    BinTable upper() {
      return upper;
    }

    boolean wide() {
      return wide;
    }

    boolean sums() {
      return sums;
    }

    boolean lossless() {
      return BinLevel.lossless(lowerBits, level) && BinLevel.lossless(upperBits, level);
    }

    @Override
    public void add(Columns columns, int from, int to) {
      bins = null;
      double[] label = columns.column(0);
      double[] score = columns.column(1);
      double[] weights = columns.weights();
      for (int i = from; i < to; i++) {
        double s = score[i] + 0.0;
        boolean isUpper = s >= 0.5;
        double coded = !isUpper ? s : s <= 1.0 ? 1.0 - s : -s;
        long pattern = Double.doubleToRawLongBits(coded) & Long.MAX_VALUE;
        if (isUpper) {
          upperBits |= pattern;
        } else {
          lowerBits |= pattern;
        }
        BinTable table = isUpper ? upper : lower;
        int at = table.cellsOf(BinTable.code(coded) >> (BinTable.FULL_LEVEL - level));
        long[] cells = table.cells();
        int side = label[i] == 1.0 ? 0 : 1;
        if (wide) {
          double weight = weights == null ? 1.0 : weights[i];
          FixedPoint.addWeighted(cells, at + 2 * side, ONE, weight);
          if (sums) {
            FixedPoint.addWeighted(cells, at + 4, FixedPoint.units(s), weight);
          }
        } else {
          cells[at + side]++;
        }
        if (lower.size() + upper.size() > maxBins) {
          level -= BinIo.collapse(maxBins, level, wide, lower, upper);
        }
      }
    }

    @Override
    public void merge(State other) {
      bins = null;
      lowerBits |= other.lowerBits;
      upperBits |= other.upperBits;
      int common = Math.min(level, other.level);
      lower.collapse(level - common, wide);
      upper.collapse(level - common, wide);
      lower.merge(other.lower, other.level - common, wide);
      upper.merge(other.upper, other.level - common, wide);
      level = common - BinIo.collapse(maxBins, common, wide, lower, upper);
    }

    @Override
    public void write(StateWriter out) {
      BinIo.writeLevel(out, level);
      out.fixed64(lowerBits);
      out.fixed64(upperBits);
      BinIo.writeBins(out, lower, wide);
      BinIo.writeBins(out, upper, wide);
    }

    @Override
    public long heapBytes() {
      return 88 + lower.heapBytes() + upper.heapBytes();
    }
  }
}
