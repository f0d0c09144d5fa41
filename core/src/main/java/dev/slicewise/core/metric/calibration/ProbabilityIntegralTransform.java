package dev.slicewise.core.metric.calibration;

import dev.slicewise.core.numeric.Dyadic;
import dev.slicewise.core.numeric.Normal;
import dev.slicewise.core.statistic.BitHistogram;
import dev.slicewise.core.statistic.Distribution;
import dev.slicewise.core.statistic.StateView;
import dev.slicewise.core.term.Admitted;
import dev.slicewise.core.term.Condition;
import dev.slicewise.core.term.Domain;
import dev.slicewise.core.term.Role;
import dev.slicewise.core.term.Term;
import java.util.Arrays;

/**
 * The probability integral transform u = Φ((y − mean) / stddev) of a normal forecast: uniform on
 * [0, 1] where forecasts are right.
 */
final class ProbabilityIntegralTransform {
  static final Domain DOMAIN =
      Domain.of(Role.LABEL, Role.PREDICTION, Role.STDDEV)
          .where(new Condition.Above(Role.STDDEV, 0.0));

  /** The distribution of u. */
  static final BitHistogram VALUES = BitHistogram.of(new Value());

  private ProbabilityIntegralTransform() {}

  /** u itself. */
  record Value() implements Term {
    @Override
    public Domain domain() {
      return DOMAIN;
    }

    @Override
    public void fill(Admitted rows, double[] out) {
      double[] label = rows.column(Role.LABEL);
      double[] mean = rows.column(Role.PREDICTION);
      double[] deviation = rows.column(Role.STDDEV);
      for (int i = 0; i < rows.size(); i++) {
        out[i] = Normal.cdf((label[i] - mean[i]) / deviation[i]);
      }
    }
  }

  /** The number of the equal-width bin of u: min(bins − 1, ⌊u·bins⌋). */
  record Bin(int bins) implements Term {
    @Override
    public Domain domain() {
      return DOMAIN;
    }

    @Override
    public void fill(Admitted rows, double[] out) {
      double[] u = rows.values(new Value());
      for (int i = 0; i < rows.size(); i++) {
        out[i] = Math.min(bins - 1, (int) (u[i] * bins));
      }
    }
  }

  /**
   * How many rows fall into each bin. Bin numbers are whole numbers, so no count is ever
   * approximate as it would be from the distribution of u.
   */
  static BitHistogram bins(int bins) {
    return BitHistogram.of(new Bin(bins));
  }

  /** Rows or weight per bin, from {@link #bins}. */
  static Dyadic[] counts(StateView states, int bins) {
    Distribution distribution = states.state(bins(bins)).distribution();
    Dyadic[] counts = new Dyadic[bins];
    Arrays.fill(counts, Dyadic.ZERO);
    for (int i = 0; i < distribution.size(); i++) {
      counts[(int) distribution.middle()[i]] =
          new Dyadic(distribution.mass()[i], -distribution.unitBits());
    }
    return counts;
  }
}
