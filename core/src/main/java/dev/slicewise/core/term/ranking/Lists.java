package dev.slicewise.core.term.ranking;

import dev.slicewise.core.term.ArrayCondition;
import dev.slicewise.core.term.Domain;
import dev.slicewise.core.term.Role;
import dev.slicewise.core.term.Shape;

/** Rows that are groups: one query, user or session with an array of labels and one of scores. */
public final class Lists {
  /** The relevance of each item. */
  public static final Role LABELS = Role.LABEL.as(Shape.NUMBERS);

  /** The score of each item, in the same order. */
  public static final Role SCORES = Role.PREDICTION.as(Shape.NUMBERS);

  /** As many labels as scores, any finite numbers, perhaps none. */
  public static final Domain ALL =
      Domain.of(LABELS, SCORES).where(ArrayCondition.SameLength.of(LABELS, SCORES));

  /** Items a list may have where every pair of them is looked at, unless said. */
  public static final int MAX_PAIRS_LIST = 1000;

  private Lists() {}

  /** Lists of at most so many items. */
  static Domain atMost(int items) {
    return ALL.where(new ArrayCondition.Length(LABELS, 0, items));
  }
}
