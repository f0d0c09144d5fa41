package dev.slicewise.core.statistic;

import dev.slicewise.core.codec.StateFormatException;
import dev.slicewise.core.codec.StateReader;
import dev.slicewise.core.codec.StateWriter;
import dev.slicewise.core.numeric.Dyadic;
import dev.slicewise.core.numeric.ExactSum;
import dev.slicewise.core.term.Admitted;
import dev.slicewise.core.term.Domain;
import dev.slicewise.core.term.Skip;
import dev.slicewise.core.term.Term;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;

/**
 * How many rows of a slice a domain admitted, and how many it skipped for each reason; with weights
 * also Σw and Σw². Part of every plan, once per domain: no row is dropped silently.
 *
 * <p>Size: 11 counters of at most 8 bytes, and two exact sums when weighted.
 */
public record RowAudit(Domain domain) implements Statistic<RowAudit.State> {
  private static final Skip[] REASONS = Skip.values();

  @Override
  public List<Term> terms() {
    return List.of();
  }

  @Override
  public int tag() {
    return 1;
  }

  @Override
  public boolean countsSkippedRows() {
    return true;
  }

  @Override
  public State empty(boolean weighted) {
    return new State(weighted, domain.skipsGroups());
  }

  @Override
  public State read(StateReader in, boolean weighted) {
    State state = empty(weighted);
    state.used = in.unsigned();
    for (int i = 0; i < state.skipped.length; i++) {
      state.skipped[i] = in.unsigned();
    }
    state.clamped = in.unsigned();
    state.zeroLabels = in.unsigned();
    boolean agree = state.clamped <= state.used && state.zeroLabels <= state.used;
    if (weighted) {
      state.weights = ExactSum.readNonNegative(in);
      state.squaredWeights = ExactSum.readNonNegative(in);
      agree &= state.weights.isZero() == (state.used == 0) && state.weights.overflows() == 0;
      agree &= state.used > 0 || state.squaredWeights.isZero();
    }
    if (!agree) {
      throw new StateFormatException("row counters contradict one another");
    }
    return state;
  }

  /** The memory of a {@link RowAudit}. */
  public static final class State implements dev.slicewise.core.statistic.State<State> {
    private long used;
    private final long[] skipped;
    private long clamped;
    private long zeroLabels;
    private ExactSum weights;
    private ExactSum squaredWeights;

    private State(boolean weighted, boolean groups) {
      // The last reason, GROUP, is remembered where it can occur.
      skipped = new long[groups ? REASONS.length : Skip.GROUP.ordinal()];
      weights = weighted ? new ExactSum() : null;
      squaredWeights = weighted ? new ExactSum() : null;
    }

    /** All rows of the slice. */
    public long rows() {
      long rows = used;
      for (long count : skipped) {
        rows += count;
      }
      return rows;
    }

    /** Admitted rows of positive weight: n. */
    public long used() {
      return used;
    }

    /** Rows skipped for one reason. */
    public long skipped(Skip reason) {
      return reason.ordinal() < skipped.length ? skipped[reason.ordinal()] : 0;
    }

    /** Rows with a label of zero that was noted or skipped. */
    public long zeroLabels() {
      return zeroLabels + skipped(Skip.ZERO_LABEL);
    }

    /** Rows that could not be used: all skipped ones but those that are fine in themselves. */
    public long invalid() {
      long fine = skipped(Skip.ZERO_WEIGHT) + skipped(Skip.ZERO_LABEL) + skipped(Skip.GROUP);
      return rows() - used - fine;
    }

    /** Σw; n when unweighted. */
    public double weight() {
      return weights == null ? used : weights.value();
    }

    /** Σw, exactly; n when unweighted. */
    public Dyadic exactWeight() {
      return weights == null ? Dyadic.of(used) : weights.toDyadic();
    }

    /**
     * Σw², exactly; n when unweighted. Where w² is beyond the range of doubles in some or all rows,
     * W² instead, the largest it can be: as if one row carried all the weight.
     */
    public Dyadic exactSquaredWeight() {
      if (squaredWeights == null) {
        return Dyadic.of(used);
      }
      boolean unknown = squaredWeights.overflows() > 0 || squaredWeights.units().signum() == 0;
      return unknown ? exactWeight().squared() : squaredWeights.toDyadic();
    }

    /** How many rows of equal weight would say as much: W²/Σw²; n when unweighted. */
    public double effectiveRows() {
      return exactWeight().squared().over(exactSquaredWeight());
    }

    /** Whether all admitted rows weigh the same, so that they count as rows do. */
    public boolean equallyWeighted() {
      // Cauchy and Schwarz: (Σw)² = n·Σw² exactly when all w agree.
      return exactWeight().squared().equals(exactSquaredWeight().times(Dyadic.of(used)));
    }

    /** The counters that are not zero, by name, n_rows and n_used always among them. */
    public Map<String, Long> counters() {
      Map<String, Long> counters = new TreeMap<>(Map.of("n_rows", rows(), "n_used", used));
      for (Skip reason : REASONS) {
        if (skipped(reason) > 0) {
          counters.put(reason.counter(), skipped(reason));
        }
      }
      if (zeroLabels() > 0) {
        counters.put("n_zero_label", zeroLabels());
      }
      if (clamped > 0) {
        counters.put("n_clamped", clamped);
      }
      return counters;
    }

    /** Rows here are rows of the batch, admitted or not. */
    @Override
    public void add(Columns columns, int from, int to) {
      Admitted rows = columns.rows();
      int first = rows.start(from);
      int last = rows.start(to);
      used += last - first;
      if (last - first < to - from) {
        byte[] status = rows.status();
        for (int i = from; i < to; i++) {
          if (status[i] != 0) {
            skipped[status[i] - 1]++;
          }
        }
      }
      clamped += count(rows.clamped(), rows.status(), from, to);
      zeroLabels += count(rows.zeroLabels(), rows.status(), from, to);
      if (weights != null) {
        weights.addAll(columns.weights(), first, last, columns.scratch());
        squaredWeights.addProducts(
            columns.weights(), columns.weights(), first, last, columns.scratch());
      }
    }

    @Override
    public void addBatchRow(Columns columns, int row) {
      Admitted rows = columns.rows();
      byte status = rows.status()[row];
      if (status != 0) {
        skipped[status - 1]++;
        return;
      }
      used++;
      clamped += count(rows.clamped(), rows.status(), row, row + 1);
      zeroLabels += count(rows.zeroLabels(), rows.status(), row, row + 1);
      if (weights != null) {
        double weight = columns.weights()[rows.start(row)];
        weights.add(weight);
        squaredWeights.addProduct(weight, weight);
      }
    }

    private static long count(boolean[] marks, byte[] status, int from, int to) {
      if (marks == null) {
        return 0;
      }
      long count = 0;
      for (int i = from; i < to; i++) {
        count += marks[i] && status[i] == 0 ? 1 : 0;
      }
      return count;
    }

    @Override
    public void merge(State other) {
      used += other.used;
      for (int i = 0; i < skipped.length; i++) {
        skipped[i] += other.skipped[i];
      }
      clamped += other.clamped;
      zeroLabels += other.zeroLabels;
      if (weights != null) {
        weights.merge(other.weights);
        squaredWeights.merge(other.squaredWeights);
      }
    }

    @Override
    public void write(StateWriter out) {
      out.unsigned(used);
      for (long count : skipped) {
        out.unsigned(count);
      }
      out.unsigned(clamped);
      out.unsigned(zeroLabels);
      if (weights != null) {
        weights.write(out);
        squaredWeights.write(out);
      }
    }

    @Override
    public long heapBytes() {
      return 160 + (weights == null ? 0 : weights.heapBytes() + squaredWeights.heapBytes());
    }
  }
}
