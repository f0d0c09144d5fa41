package dev.slicewise.core.metric.preference;

import dev.slicewise.core.metric.MetricValue;
import dev.slicewise.core.metric.RateOfRows;
import dev.slicewise.core.statistic.CellCounts;
import dev.slicewise.core.statistic.StateView;
import dev.slicewise.core.term.Compare;
import dev.slicewise.core.term.Term;

/** A metric that is the share of rows won, ties counting half: (wins + ½·ties) / n. */
interface Contest extends RateOfRows {
  /** The cell of tied rows; 0 holds the losses, 1 the wins, and no row is both. */
  int TIES = 2;

  /** By how much a row is won; negative when it is lost. */
  Term lead();

  @Override
  default CellCounts table() {
    return CellCounts.of(Compare.above(lead(), 0), new Compare(lead(), Compare.Relation.EQUAL, 0));
  }

  @Override
  default double[] counted() {
    return new double[] {0, 1, 0.5, 0};
  }

  @Override
  default MetricValue value(StateView states) {
    CellCounts.State table = states.state(table());
    return RateOfRows.share(table, counted()) instanceof MetricValue.Scalar share
        ? share.with("ties", ties(table))
        : RateOfRows.share(table, counted());
  }

  private static double ties(CellCounts.State table) {
    return table.mass(TIES).over(table.sum(1, 1, 1, 1));
  }
}
