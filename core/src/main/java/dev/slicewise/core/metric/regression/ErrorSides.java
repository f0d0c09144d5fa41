package dev.slicewise.core.metric.regression;

import dev.slicewise.core.statistic.CellCounts;
import dev.slicewise.core.term.Compare;
import dev.slicewise.core.term.Residual;

/** On which side of the label the predictions lie: cell 0 is equal, 1 over, 2 under. */
final class ErrorSides {
  static final CellCounts TABLE =
      CellCounts.of(Compare.above(Residual.OVER, 0), Compare.above(Residual.UNDER, 0));

  private ErrorSides() {}
}
