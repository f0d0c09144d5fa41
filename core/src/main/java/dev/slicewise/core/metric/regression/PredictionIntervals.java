package dev.slicewise.core.metric.regression;

import dev.slicewise.core.statistic.CellCounts;
import dev.slicewise.core.term.Compare;
import dev.slicewise.core.term.Condition;
import dev.slicewise.core.term.Difference;
import dev.slicewise.core.term.Domain;
import dev.slicewise.core.term.Role;

/** Rows with a label and the two ends of a prediction interval in order. */
final class PredictionIntervals {
  static final Domain DOMAIN =
      Domain.of(Role.LABEL, Role.LOWER, Role.UPPER)
          .where(new Condition.Ordered(Role.LOWER, Role.UPPER));

  /** upper − lower. */
  static final Difference WIDTH = new Difference(DOMAIN, Role.UPPER, Role.LOWER);

  /** Where the label lies: cell 0 inside, 1 below, 2 above. */
  static final CellCounts SIDES =
      CellCounts.of(
          Compare.below(new Difference(DOMAIN, Role.LABEL, Role.LOWER), 0),
          Compare.above(new Difference(DOMAIN, Role.LABEL, Role.UPPER), 0));

  private PredictionIntervals() {}
}
