package dev.slicewise.core.statistic;

import dev.slicewise.core.codec.StateReader;
import dev.slicewise.core.term.Domain;
import dev.slicewise.core.term.Term;
import java.util.List;

/**
 * What a slice must remember: a value object whose equality decides what is shared. The family is
 * closed: each kind has a byte tag and a paragraph in {@code docs/state-format.md}.
 *
 * @param <S> its state
 */
public sealed interface Statistic<S extends State<S>>
    permits BinnedSums,
        BitHistogram,
        CalibrationTable,
        CategoryPairs,
        CellCounts,
        DistinctCount,
        Extremes,
        FixedSum,
        MomentMatrix,
        OfModel,
        PerCategory,
        PerClass,
        JointHistogram,
        ProductSum,
        RowAudit,
        ScoreHistogram,
        Sum,
        TopRows {

  /** The rows it counts. */
  Domain domain();

  /** The terms it reads, in the order in which its state finds them in {@link Columns}. */
  List<Term> terms();

  /** The byte that names this kind in the state format. */
  int tag();

  /**
   * The state of no rows.
   *
   * @param weighted whether rows carry weights
   */
  S empty(boolean weighted);

  /** Reads a state of this statistic from bytes that nobody vouches for. */
  S read(StateReader in, boolean weighted);

  /** Whether its states are given all rows of a batch, not only the admitted ones. */
  default boolean countsSkippedRows() {
    return false;
  }

  /** What to remember instead when no row carries a weight. */
  default Statistic<S> unweighted() {
    return this;
  }
}
