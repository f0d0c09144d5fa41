package dev.slicewise.core.metric.fairness;

/** How values of groups become one number. */
enum Gap {
  /** The largest difference. */
  DIFFERENCE {
    @Override
    double of(Groups groups, Against method, double overall) {
      if (method == Against.BETWEEN_GROUPS) {
        return groups.highest().value() - groups.lowest().value();
      }
      return Math.max(groups.highest().value() - overall, overall - groups.lowest().value());
    }
  },

  /** The smallest ratio of the smaller to the larger. */
  RATIO {
    @Override
    double of(Groups groups, Against method, double overall) {
      double lowest = groups.lowest().value();
      double highest = groups.highest().value();
      if (method == Against.BETWEEN_GROUPS) {
        return lowest / highest;
      }
      return Math.min(
          Math.min(lowest, overall) / Math.max(lowest, overall),
          overall / Math.max(highest, overall));
    }
  };

  /** The gap; NaN when it is 0/0. */
  abstract double of(Groups groups, Against method, double overall);
}
