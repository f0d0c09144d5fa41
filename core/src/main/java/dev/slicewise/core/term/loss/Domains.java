package dev.slicewise.core.term.loss;

import dev.slicewise.core.term.Condition;
import dev.slicewise.core.term.Domain;
import dev.slicewise.core.term.Role;

/** Domains that several losses share, so that they share an audit. */
final class Domains {
  private static final Condition LABEL_NOT_NEGATIVE = new Condition.AtLeast(Role.LABEL, 0.0);
  private static final Condition PREDICTION_POSITIVE = new Condition.Above(Role.PREDICTION, 0.0);

  /** A label of at least 0. */
  static final Domain COUNT_LABEL = Domain.REAL.where(LABEL_NOT_NEGATIVE);

  /** A label and a prediction of at least 0. */
  static final Domain NOT_NEGATIVE = COUNT_LABEL.where(new Condition.AtLeast(Role.PREDICTION, 0.0));

  /** A label of at least 0 and a positive prediction. */
  static final Domain COUNT = COUNT_LABEL.where(PREDICTION_POSITIVE);

  /** A positive label and a positive prediction. */
  static final Domain POSITIVE =
      Domain.REAL.where(new Condition.Above(Role.LABEL, 0.0)).where(PREDICTION_POSITIVE);

  /** Any label and a positive prediction. */
  static final Domain POSITIVE_PREDICTION = Domain.REAL.where(PREDICTION_POSITIVE);

  private Domains() {}

  /** Label, prediction and a positive third column. */
  static Domain withPositive(Role role) {
    return Domain.REAL.and(role).where(new Condition.Above(role, 0.0));
  }
}
