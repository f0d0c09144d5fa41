package dev.slicewise.core.gate;

import dev.slicewise.core.interval.Estimate;
import dev.slicewise.core.numeric.Rounding;

/**
 * What is required of a metric: at most or at least a limit, or at most so much above or below the
 * same metric of a reference.
 *
 * @param side which side of the limit is good
 * @param kind what the amount is
 * @param amount the limit, the tolerated change, or the tolerated change as a share of the
 *     reference's size
 */
public record Requirement(Side side, Kind kind, double amount) {
  /** Which side of the limit is good. */
  public enum Side {
    /** The metric must not be above. */
    AT_MOST,
    /** The metric must not be below. */
    AT_LEAST
  }

  /** What the amount is. */
  public enum Kind {
    /** The limit itself. */
    LIMIT,
    /** How far the metric may be from the reference. */
    CHANGE,
    /** The same as a share of the reference's size. */
    SHARE
  }

  /** Refuses amounts that are no number, and negative tolerances. */
  public Requirement {
    if (!Double.isFinite(amount)) {
      throw new IllegalArgumentException("expected a finite number, found " + amount);
    }
    if (kind != Kind.LIMIT && amount < 0) {
      throw new IllegalArgumentException(
          "expected a tolerated change of at least 0, found "
              + Rounding.shortestDecimal(amount).toPlainString());
    }
  }

  /** Whether it compares with a reference. */
  public boolean isRelative() {
    return kind != Kind.LIMIT;
  }

  /** The limit on the metric's own scale, given the reference's value where there is one. */
  public double limit(Double reference) {
    double sign = side == Side.AT_MOST ? 1 : -1;
    return switch (kind) {
      case LIMIT -> amount;
      case CHANGE -> reference + sign * amount;
      case SHARE -> reference + sign * amount * Math.abs(reference);
    };
  }

  /**
   * By how much the metric exceeds what is tolerated: the requirement is met where this is at most
   * 0. The reference's own uncertainty is part of it.
   *
   * @param reference of other rows; null unless {@link #isRelative}
   */
  Estimate excess(Estimate current, Estimate reference) {
    Estimate over = current.plus(kind == Kind.LIMIT ? -amount : 0);
    if (kind == Kind.CHANGE) {
      over = current.minus(reference).plus(side == Side.AT_MOST ? -amount : amount);
    } else if (kind == Kind.SHARE) {
      double sign = (side == Side.AT_MOST ? 1 : -1) * Math.signum(reference.value());
      over = current.minus(reference.times(1 + sign * amount));
    }
    return side == Side.AT_MOST ? over : over.negated();
  }

  /** As people write it: {@code ≤ 30}, {@code ≥ reference - 0.01}, {@code ≤ reference + 2%}. */
  public String text() {
    String sign = side == Side.AT_MOST ? "≤ " : "≥ ";
    String change = "reference " + (side == Side.AT_MOST ? "+ " : "- ");
    return switch (kind) {
      case LIMIT -> sign + plain(amount);
      case CHANGE -> sign + change + plain(amount);
      case SHARE -> sign + change + plain(amount * 100) + "%";
    };
  }

  private static String plain(double number) {
    // Percent of a decimal share: 0.07 * 100 is 7.000000000000001.
    double rounded = Math.rint(number * 1e9) / 1e9;
    double shown = Math.abs(rounded - number) < 1e-12 * Math.abs(number) ? rounded : number;
    return Rounding.shortestDecimal(shown).toPlainString();
  }
}
