package dev.slicewise.core.term;

import static dev.slicewise.core.term.Role.LABEL;
import static dev.slicewise.core.term.Role.PREDICTION;

import java.util.ArrayList;
import java.util.List;

/**
 * Which rows a term is defined on: the columns it needs, all finite, and the rules they obey. Two
 * metrics with equal domains share one audit; a row outside one domain still counts in another.
 *
 * @param roles the columns, weight excluded
 * @param conditions checked in order, the first broken one names the reason
 */
public record Domain(List<Role> roles, List<Condition> conditions) {
  /** Label and prediction, any finite numbers. */
  public static final Domain REAL = of(LABEL, PREDICTION);

  /** A label of 0 or 1 and any finite score: thresholds, AUC, hinge. */
  public static final Domain BINARY_SCORE = REAL.where(new Condition.BinaryLabel());

  /** A label of 0 or 1 and a probability. */
  public static final Domain BINARY_PROBABILITY =
      BINARY_SCORE.where(
          new Condition.Probability(PREDICTION, Condition.Probability.DEFAULT_TOLERANCE));

  /** A label in [0, 1], soft labels included, and any finite score: log loss of logits. */
  public static final Domain SOFT_SCORE = REAL.where(new Condition.Probability(LABEL, 0.0));

  /** A label in [0, 1], soft labels included, and a probability. */
  public static final Domain SOFT_PROBABILITY =
      SOFT_SCORE.where(
          new Condition.Probability(PREDICTION, Condition.Probability.DEFAULT_TOLERANCE));

  /** Freezes the lists. */
  public Domain {
    roles = List.copyOf(roles);
    conditions = List.copyOf(conditions);
  }

  /** Columns that only have to be finite. */
  public static Domain of(Role... roles) {
    return new Domain(List.of(roles), List.of());
  }

  /** This domain with one more rule. */
  public Domain where(Condition condition) {
    List<Condition> longer = new ArrayList<>(conditions);
    longer.add(condition);
    return new Domain(roles, longer);
  }

  /** Whether some rows may be groups without a value, counted as {@link Skip#GROUP}. */
  public boolean skipsGroups() {
    for (Condition condition : conditions) {
      if (condition.skipsGroups()) {
        return true;
      }
    }
    return false;
  }

  /** Whether −∞ is no bad number in a column, because a rule of this domain decides upon it. */
  boolean admitsNegativeInfinity(Role role) {
    for (Condition condition : conditions) {
      if (condition.admitsNegativeInfinity(role)) {
        return true;
      }
    }
    return false;
  }

  /** Whether a column holds probabilities, which a rule of this domain moves into [0, 1]. */
  boolean isProbability(Role role) {
    for (Condition condition : conditions) {
      if (condition instanceof Condition.Probability p && p.role().equals(role)) {
        return true;
      }
      if (condition instanceof ArrayCondition.Probabilities p && p.role().equals(role)) {
        return true;
      }
    }
    return false;
  }

  /** This domain with one more column. */
  public Domain and(Role role) {
    List<Role> longer = new ArrayList<>(roles);
    longer.add(role);
    return new Domain(longer, conditions);
  }
}
