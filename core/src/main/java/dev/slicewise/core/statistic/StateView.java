package dev.slicewise.core.statistic;

import dev.slicewise.core.numeric.ExactSum;
import dev.slicewise.core.term.Domain;

/** The states of one slice, as a metric sees them: by the statistics that it declared. */
public interface StateView {
  /**
   * The state of a declared statistic.
   *
   * @throws IllegalArgumentException when the plan does not remember it
   */
  <S extends State<S>> S state(Statistic<S> statistic);

  /** Whether rows carry weights. */
  boolean weighted();

  /** The rows that a domain admitted and skipped. */
  default RowAudit.State rows(Domain domain) {
    return state(new RowAudit(domain));
  }

  /** The number of admitted rows. */
  default long count(Domain domain) {
    return rows(domain).used();
  }

  /** The weight of the admitted rows. */
  default double weight(Domain domain) {
    return rows(domain).weight();
  }

  /** An exact sum. */
  default ExactSum sum(Sum statistic) {
    return state(statistic).sum();
  }

  /** An exact sum of products. */
  default ExactSum sum(ProductSum statistic) {
    return state(statistic).sum();
  }
}
