package dev.slicewise.core.statistic;

import dev.slicewise.core.codec.StateFormatException;
import dev.slicewise.core.codec.StateReader;
import dev.slicewise.core.codec.StateWriter;
import dev.slicewise.core.numeric.BinLevel;
import dev.slicewise.core.numeric.BinTable;
import dev.slicewise.core.numeric.ExactSum;
import dev.slicewise.core.term.Domain;
import dev.slicewise.core.term.Term;
import java.util.ArrayList;
import java.util.List;

/**
 * Exact sums of a few terms by bins of another: Σw and Σ w·f for each f, per bin of the key. For
 * Lorenz curves and for errors as a function of the prediction, both cut into bins only afterwards.
 *
 * <p>Bins are those of {@link BitHistogram}, at most {@code maxBins}. Size: per bin one exact sum a
 * term and one for the weight, typically 10 to 40 bytes each serialised, 290 at most.
 *
 * @param key what the bins are cut along
 * @param sums what is summed in each bin
 * @param maxBins bound on the occupied bins, 2 to 65,536
 */
public record BinnedSums(Term key, List<Term> sums, int maxBins)
    implements Statistic<BinnedSums.State> {
  /** What an exact sum takes in the state format at least. */
  private static final int EMPTY_SUM_BYTES = 3;

  /** 1,024 bins: 1 % of the key's value or better for a few magnitudes. */
  public static final int DEFAULT_BINS = 1024;

  /** Freezes the list and refuses bounds out of range. */
  public BinnedSums {
    sums = List.copyOf(sums);
    if (maxBins < 2 || maxBins > 65_536) {
      throw new IllegalArgumentException("expected max_bins in [2, 65536], found " + maxBins);
    }
  }

  @Override
  public Domain domain() {
    return key.domain();
  }

  @Override
  public List<Term> terms() {
    List<Term> terms = new ArrayList<>(sums);
    terms.add(key);
    return terms;
  }

  @Override
  public int tag() {
    return 10;
  }

  @Override
  public State empty(boolean weighted) {
    return new State(sums.size(), maxBins);
  }

  @Override
  public State read(StateReader in, boolean weighted) {
    State state = new State(sums.size(), maxBins);
    state.level = BinIo.readLevel(in);
    state.bits = in.fixed64();
    int bytesEach = EMPTY_SUM_BYTES * (sums.size() + 1);
    long keys = BinIo.readKeys(in, maxBins, bytesEach, state.level, bin -> state.row(bin, in));
    BinIo.expectCanonical(state.level, maxBins, state.slots.size(), state.bits, keys);
    return state;
  }

  /** The memory of {@link BinnedSums}. */
  public static final class State implements dev.slicewise.core.statistic.State<State> {
    private final int sums;
    private final int maxBins;

    /** Bin to one plus the index of its row of sums. */
    private BinTable slots = new BinTable(1);

    private List<ExactSum[]> rows = new ArrayList<>();
    private int level = BinTable.FULL_LEVEL;
    private long bits;

    private State(int sums, int maxBins) {
      this.sums = sums;
      this.maxBins = maxBins;
    }

    /** The keys of the bins, ascending. */
    public long[] keys() {
      return slots.sortedKeys();
    }

    /** A bin's sums: the terms' in order, the weight's last. */
    public ExactSum[] sums(long bin) {
      return rows.get((int) slots.cells()[slots.cellsOf(bin)] - 1);
    }

    /** Largest relative distance of a key from the middle of its bin; 0 when exact. */
    public double relativeBound() {
      return BinLevel.relativeBound(level, BinLevel.lossless(bits, level));
    }

    @Override
    public long overflows() {
      long overflows = 0;
      for (ExactSum[] row : rows) {
        for (ExactSum sum : row) {
          overflows += sum.overflows();
        }
      }
      return overflows;
    }

    private void row(long bin, StateReader in) {
      ExactSum[] row = row(bin);
      for (int i = 0; i < sums; i++) {
        row[i] = ExactSum.read(in);
      }
      row[sums] = ExactSum.readNonNegative(in);
      if (row[sums].isZero() || row[sums].overflows() > 0) {
        throw new StateFormatException("expected weight in every bin, found a bin without");
      }
    }

    private ExactSum[] row(long bin) {
      int at = slots.cellsOf(bin);
      long slot = slots.cells()[at];
      if (slot == 0) {
        ExactSum[] row = new ExactSum[sums + 1];
        for (int i = 0; i < row.length; i++) {
          row[i] = new ExactSum();
        }
        rows.add(row);
        slots.cells()[at] = rows.size();
        return row;
      }
      return rows.get((int) slot - 1);
    }

    @Override
    public void add(Columns columns, int from, int to) {
      double[] key = columns.column(sums);
      double[] weights = columns.weights();
      for (int i = from; i < to; i++) {
        double value = key[i] + 0.0;
        bits |= Double.doubleToRawLongBits(value) & Long.MAX_VALUE;
        ExactSum[] row = row(BinTable.code(value) >> (BinTable.FULL_LEVEL - level));
        double weight = weights == null ? 1.0 : weights[i];
        for (int s = 0; s < sums; s++) {
          row[s].addProduct(columns.column(s)[i], weight);
        }
        row[sums].add(weight);
        if (slots.size() > maxBins) {
          collapse(0);
        }
      }
    }

    private void collapse(int atLeast) {
      int[] joinedAt = new int[65];
      long[] keys = slots.sortedKeys();
      BinLevel.countJoins(keys, joinedAt);
      int levels =
          Math.max(
              atLeast,
              BinLevel.levelsToGiveUp(keys.length, joinedAt, maxBins, level - BinLevel.COARSEST));
      if (levels == 0) {
        return;
      }
      State coarser = new State(sums, maxBins);
      for (long bin : keys) {
        addRow(coarser.row(bin >> levels), sums(bin));
      }
      slots = coarser.slots;
      rows = coarser.rows;
      level -= levels;
    }

    private static void addRow(ExactSum[] target, ExactSum[] source) {
      for (int i = 0; i < target.length; i++) {
        target[i].merge(source[i]);
      }
    }

    @Override
    public void merge(State other) {
      bits |= other.bits;
      int common = Math.min(level, other.level);
      collapse(level - common);
      int shift = other.level - level;
      // The collapse may have gone further than the common level; a negative shift cannot occur.
      for (long bin : other.keys()) {
        addRow(row(bin >> Math.max(shift, 0)), other.sums(bin));
      }
      collapse(0);
    }

    @Override
    public void write(StateWriter out) {
      BinIo.writeLevel(out, level);
      out.fixed64(bits);
      BinIo.writeKeys(
          out,
          slots.sortedKeys(),
          bin -> {
            for (ExactSum sum : sums(bin)) {
              sum.write(out);
            }
          });
    }

    @Override
    public long heapBytes() {
      return 64 + slots.heapBytes() + rows.size() * (24L + 96L * (sums + 1));
    }
  }
}
