package dev.slicewise.core.metric.fairness;

/** What a group is compared with. */
public enum Against {
  /** The group farthest from it. */
  BETWEEN_GROUPS,
  /** All rows, those without a group included. */
  TO_OVERALL;

  static final String DOC =
      "between_groups: the largest value against the smallest; to_overall: the group farthest from"
          + " all rows against them";
}
