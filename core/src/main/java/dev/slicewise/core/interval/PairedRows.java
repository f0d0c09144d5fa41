package dev.slicewise.core.interval;

import dev.slicewise.core.statistic.CellCounts;
import dev.slicewise.core.statistic.StateView;
import dev.slicewise.core.term.Combination;
import dev.slicewise.core.term.Compare;
import dev.slicewise.core.term.Term;

/**
 * Two models row by row: by how much a row's number is larger for the first.
 *
 * @param first the number of each row for the first model
 * @param second the same for the second model
 */
public record PairedRows(Term first, Term second) {
  /**
   * How many rows, or how much of their weight, have which model ahead.
   *
   * @param lower where the first model's number is smaller
   * @param equal where both are equal
   * @param higher where it is larger
   */
  public record Tally(double lower, double equal, double higher) {}

  /** first − second in each row. */
  public Term difference() {
    return Combination.difference(first, second);
  }

  /** Rows by the sign of the difference: bit 0 below 0, bit 1 above. */
  public CellCounts table() {
    return CellCounts.of(Compare.below(difference(), 0), Compare.above(difference(), 0));
  }

  /** The tally of a slice. */
  public Tally tally(StateView states) {
    CellCounts.State cells = states.state(table());
    return new Tally(cells.mass(1).toDouble(), cells.mass(0).toDouble(), cells.mass(2).toDouble());
  }
}
