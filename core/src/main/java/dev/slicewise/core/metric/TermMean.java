package dev.slicewise.core.metric;

import dev.slicewise.core.numeric.ExactSum;
import dev.slicewise.core.statistic.StateView;
import dev.slicewise.core.statistic.Sum;
import dev.slicewise.core.term.Term;

/** The mean of a term, rounded once. */
public final class TermMean {
  private TermMean() {}

  /**
   * Σwf/W, from {@code Sum.of(term)}; infinite or undefined where a row's term overflowed.
   *
   * @param states of a slice with admitted rows
   */
  public static MetricValue of(StateView states, Term term) {
    ExactSum sum = states.sum(Sum.of(term));
    return sum.overflows() > 0
        ? MetricValue.finite(sum.value())
        : MetricValue.exact(sum.toDyadic().over(states.rows(term.domain()).exactWeight()));
  }
}
