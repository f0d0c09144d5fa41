package dev.slicewise.core.statistic;

import dev.slicewise.core.codec.StateReader;
import dev.slicewise.core.codec.StateWriter;
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
    state.settle();
    state.tables.read(in);
    return state;
  }

  /** The memory of a {@link ScoreHistogram}. */
  public static final class State implements dev.slicewise.core.statistic.State<State> {
    private final ScoreTables tables;

    /** Rows not in bins yet, those of label 0 as the other kind; null where cells are wide. */
    private final Waiting waiting;

    /** What {@link #bins} last said, until rows are added: a dozen metrics may ask in turn. */
    private ScoreBins bins;

    private State(int maxBins, boolean weighted, boolean sums) {
      this.tables = new ScoreTables(maxBins, weighted, sums);
      this.waiting = weighted || sums ? null : new Waiting(4 * maxBins);
    }

    /** The level k of the bins. */
    public int level() {
      settle();
      return tables.level();
    }

    /** The bins in ascending order of the score. */
    public ScoreBins bins() {
      if (bins == null) {
        settle();
        bins = ScoreBinsReader.read(tables);
      }
      return bins;
    }

    @Override
    public void add(Columns columns, int from, int to) {
      bins = null;
      double[] label = columns.column(0);
      double[] score = columns.column(1);
      boolean wait = waiting != null && (tables.isEmpty() || to - from < Waiting.LONG_RUN);
      if (!wait || !waiting.hasRoom(to - from)) {
        settle();
      }
      if (wait && waiting.hasRoom(to - from)) {
        waiting.add(label, score, from, to);
      } else {
        tables.add(label, score, columns.weights(), from, to);
      }
    }

    /** Brings what waits into bins; the state's value does not change. */
    private void settle() {
      if (waiting != null && waiting.size() > 0) {
        tables.settle(waiting);
        waiting.clear();
      }
    }

    @Override
    public void merge(State other) {
      bins = null;
      settle();
      other.settle();
      tables.merge(other.tables);
    }

    @Override
    public void write(StateWriter out) {
      settle();
      tables.write(out);
    }

    @Override
    public long heapBytes() {
      return 40 + tables.heapBytes() + (waiting == null ? 0 : waiting.heapBytes());
    }
  }
}
