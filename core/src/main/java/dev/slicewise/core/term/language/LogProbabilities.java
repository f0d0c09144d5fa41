package dev.slicewise.core.term.language;

import dev.slicewise.core.term.Batch;
import dev.slicewise.core.term.Condition;
import dev.slicewise.core.term.Role;
import dev.slicewise.core.term.Skip;

/**
 * Every element is a log-probability: at most 0, up to 1e-6 of rounding. Where they are floored, −∞
 * is one too.
 *
 * @param role the array
 * @param floored whether −∞ is raised to a floor
 */
public record LogProbabilities(Role role, boolean floored) implements Condition {
  private static final double TOLERANCE = 1e-6;

  @Override
  public boolean admitsNegativeInfinity(Role column) {
    return floored && column.equals(role);
  }

  @Override
  public void check(Batch batch, byte[] status, Notes notes) {
    double[][] arrays = batch.numbers(role);
    for (int i = 0; i < batch.rows(); i++) {
      for (int k = 0; status[i] == 0 && k < arrays[i].length; k++) {
        if (!(arrays[i][k] <= TOLERANCE)) {
          boolean infinite = arrays[i][k] == Double.POSITIVE_INFINITY;
          status[i] = (infinite ? Skip.INF : Skip.DOMAIN).code();
        }
      }
    }
  }
}
