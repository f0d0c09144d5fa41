package dev.slicewise.core.statistic;

import dev.slicewise.core.codec.StateFormatException;
import dev.slicewise.core.codec.StateReader;
import dev.slicewise.core.codec.StateWriter;
import dev.slicewise.core.numeric.Dyadic;
import dev.slicewise.core.numeric.FixedPoint;
import dev.slicewise.core.term.Column;
import dev.slicewise.core.term.Condition;
import dev.slicewise.core.term.Domain;
import dev.slicewise.core.term.Role;
import dev.slicewise.core.term.Term;
import java.math.BigInteger;
import java.util.List;

/**
 * Equal-width bins of a probability, each with Σw, Σw·y, Σw·p, Σw·p² and Σw·p·y in fixed point.
 *
 * <p>Bin = min(n−1, ⌊p·n⌋) in IEEE double: [i/n, (i+1)/n), the last one closed. Each summand is
 * rounded to 2^-60; the merge is exact. Size: at most 97 bytes a bin serialised, 80 on the heap,
 * allocated with the first row.
 *
 * @param bins number of bins, 1 to 10,000
 */
public record CalibrationTable(Domain domain, int bins)
    implements Statistic<CalibrationTable.State> {
  /** What is summed in each bin, in storage order. */
  public enum Field {
    /** Σw. */
    WEIGHT,
    /** Σw·y. */
    LABEL,
    /** Σw·p. */
    PREDICTION,
    /** Σw·p². */
    PREDICTION_SQUARED,
    /** Σw·p·y. */
    PREDICTION_LABEL
  }

  private static final int FIELDS = Field.values().length;

  /** Refuses bin counts out of range. */
  public CalibrationTable {
    if (bins < 1 || bins > 10_000) {
      throw new IllegalArgumentException("expected 1 to 10000 bins, found " + bins);
    }
  }

  @Override
  public List<Term> terms() {
    return List.of(new Column(domain, Role.LABEL), new Column(domain, Role.PREDICTION));
  }

  @Override
  public int tag() {
    return 7;
  }

  @Override
  public State empty(boolean weighted) {
    return new State(bins, hasBinaryLabels());
  }

  @Override
  public State read(StateReader in, boolean weighted) {
    State state = new State(bins, hasBinaryLabels());
    int filled = in.count(bins, 1 + 2 * FIELDS, "filled calibration bins");
    int next = 0;
    for (int i = 0; i < filled; i++) {
      int bin = next + in.count(bins - 1 - next, 0, "skipped calibration bins");
      state.allocate();
      for (int field = 0; field < FIELDS; field++) {
        FixedPoint.readNonNegative(in, state.cells, 2 * (bin * FIELDS + field));
      }
      state.refuseUnlessFilled(bin);
      next = bin + 1;
    }
    return state;
  }

  private boolean hasBinaryLabels() {
    return domain.conditions().contains(new Condition.BinaryLabel());
  }

  /** The bin of a probability. */
  public static int binOf(double probability, int bins) {
    return Math.min(bins - 1, (int) (probability * bins));
  }

  /** The memory of a {@link CalibrationTable}. */
  public static final class State implements dev.slicewise.core.statistic.State<State> {
    private static final long ONE = 1L << FixedPoint.FRACTION_BITS;

    /** Rows a bin in a run for which adding up by halves first is worthwhile. */
    private static final int RUN_A_BIN = 8;

    private final int bins;
    private final boolean binary;
    private long[] cells;

    private State(int bins, boolean binary) {
      this.bins = bins;
      this.binary = binary;
    }

    private void allocate() {
      if (cells == null) {
        cells = new long[2 * FIELDS * bins];
      }
    }

    /** Number of bins. */
    public int bins() {
      return bins;
    }

    /** One of a bin's sums, exactly as kept. */
    public Dyadic sum(int bin, Field field) {
      return cells == null
          ? Dyadic.ZERO
          : new Dyadic(
              FixedPoint.toBigInteger(cells, 2 * (bin * FIELDS + field.ordinal())),
              -FixedPoint.FRACTION_BITS);
    }

    @Override
    public void add(Columns columns, int from, int to) {
      if (from == to) {
        return;
      }
      allocate();
      double[] label = columns.column(0);
      double[] prediction = columns.column(1);
      double[] weights = columns.weights();
      if (weights == null) {
        addUnweighted(label, prediction, from, to);
        return;
      }
      for (int i = from; i < to; i++) {
        double p = prediction[i];
        int at = 2 * FIELDS * binOf(p, bins);
        double weight = weights[i];
        FixedPoint.addWeighted(cells, at, ONE, weight);
        FixedPoint.addWeighted(cells, at + 2, FixedPoint.units(label[i]), weight);
        FixedPoint.addWeighted(cells, at + 4, FixedPoint.units(p), weight);
        FixedPoint.addWeighted(cells, at + 6, FixedPoint.units(p * p), weight);
        FixedPoint.addWeighted(cells, at + 8, FixedPoint.units(p * label[i]), weight);
      }
    }

    private void addUnweighted(double[] label, double[] prediction, int from, int to) {
      int start = from;
      if (binary) {
        for (;
            to - start >= RUN_A_BIN * bins;
            start += Math.min(CalibrationRun.MOST_ROWS, to - start)) {
          int end = Math.min(start + CalibrationRun.MOST_ROWS, to);
          new CalibrationRun(bins).add(label, prediction, start, end).addTo(cells, 2 * FIELDS);
        }
      }
      for (int i = start; i < to; i++) {
        double p = prediction[i];
        int at = 2 * FIELDS * binOf(p, bins);
        FixedPoint.add(cells, at, ONE);
        FixedPoint.add(cells, at + 2, FixedPoint.units(label[i]));
        FixedPoint.add(cells, at + 4, FixedPoint.units(p));
        FixedPoint.add(cells, at + 6, FixedPoint.units(p * p));
        FixedPoint.add(cells, at + 8, FixedPoint.units(p * label[i]));
      }
    }

    @Override
    public void merge(State other) {
      if (other.cells == null) {
        return;
      }
      allocate();
      for (int i = 0; i < cells.length; i += 2) {
        FixedPoint.addWide(cells, i, other.cells[i], other.cells[i + 1]);
      }
    }

    private boolean filled(int bin) {
      return cells != null && (cells[2 * bin * FIELDS] != 0 || cells[2 * bin * FIELDS + 1] != 0);
    }

    /** A bin is written when it has weight, and no term exceeds 1, so no sum exceeds the weight. */
    private void refuseUnlessFilled(int bin) {
      BigInteger weight = FixedPoint.toBigInteger(cells, 2 * bin * FIELDS);
      boolean within = weight.signum() > 0;
      for (int field = 1; field < FIELDS; field++) {
        int at = 2 * (bin * FIELDS + field);
        within &= FixedPoint.toBigInteger(cells, at).compareTo(weight) <= 0;
      }
      if (!within) {
        throw new StateFormatException("calibration bin " + bin + " is not in canonical form");
      }
    }

    @Override
    public void write(StateWriter out) {
      int filled = 0;
      for (int bin = 0; bin < bins; bin++) {
        filled += filled(bin) ? 1 : 0;
      }
      out.unsigned(filled);
      int next = 0;
      for (int bin = 0; bin < bins; bin++) {
        if (filled(bin)) {
          out.unsigned(bin - next);
          for (int field = 0; field < FIELDS; field++) {
            FixedPoint.write(out, cells, 2 * (bin * FIELDS + field));
          }
          next = bin + 1;
        }
      }
    }

    @Override
    public long heapBytes() {
      return 24 + (cells == null ? 0 : 16 + 8L * cells.length);
    }
  }
}
