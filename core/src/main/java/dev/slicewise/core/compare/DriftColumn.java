package dev.slicewise.core.compare;

import dev.slicewise.core.metric.drift.ColumnKind;
import dev.slicewise.core.metric.drift.ColumnProfile;
import dev.slicewise.core.statistic.StateView;

/**
 * A column whose distribution is compared.
 *
 * @param name as people call it
 * @param role under which it is remembered
 * @param kind what it holds
 * @param type its type, as Spark calls it
 */
public record DriftColumn(String name, String role, ColumnKind kind, String type) {
  /** What is remembered of it. */
  public ColumnProfile profile() {
    return new ColumnProfile(role, kind);
  }

  /** Its rows without a value, as a share; null without rows. */
  public Double missingRate(StateView side) {
    return kind.missingRate(role, side);
  }
}
