package dev.slicewise.core.metric.calibration;

import dev.slicewise.core.numeric.Dyadic;
import dev.slicewise.core.numeric.Normal;
import dev.slicewise.core.statistic.BitHistogram;
import dev.slicewise.core.statistic.Distribution;
import dev.slicewise.core.statistic.StateView;
import dev.slicewise.core.term.Admitted;
import dev.slicewise.core.term.Column;
import dev.slicewise.core.term.Condition;
import dev.slicewise.core.term.Domain;
import dev.slicewise.core.term.Role;
import dev.slicewise.core.term.Term;
import java.util.Arrays;

/**
 * The probability integral transform u = F(y) of a forecast distribution F: uniform on [0, 1] where
 * forecasts are right. F is normal, u = Φ((y − mean) / stddev), or u itself is given.
 */
final class ProbabilityIntegralTransform {
  /** What the parameter of that name means. */
  static final String INPUT_DOC =
      "normal: columns prediction and stddev; cdf: column cdf, the forecast's F at the label";

  private static final Domain NORMAL =
      Domain.of(Role.LABEL, Role.PREDICTION, Role.STDDEV)
          .where(new Condition.Above(Role.STDDEV, 0.0));

  private static final Role CDF = new Role("cdf");

  /** A value of F at the label; the label itself is no longer needed. */
  private static final Term GIVEN =
      new Column(
          Domain.of(CDF)
              .where(new Condition.Probability(CDF, Condition.Probability.DEFAULT_TOLERANCE)),
          CDF);

  private ProbabilityIntegralTransform() {}

  /** u of a forecast that is given in one way or another. */
  static Term of(ForecastForm form) {
    return form == ForecastForm.CDF ? GIVEN : new Value();
  }

  /** u of a normal forecast. */
  record Value() implements Term {
    @Override
    public Domain domain() {
      return NORMAL;
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
  record Bin(Term pit, int bins) implements Term {
    @Override
    public Domain domain() {
      return pit.domain();
    }

    @Override
    public void fill(Admitted rows, double[] out) {
      double[] u = rows.values(pit);
      for (int i = 0; i < rows.size(); i++) {
        out[i] = Math.min(bins - 1, (int) (u[i] * bins));
      }
    }
  }

  /**
   * How many rows fall into each bin. Bin numbers are whole numbers, so no count is ever
   * approximate as it would be from the distribution of u.
   */
  static BitHistogram bins(ForecastForm form, int bins) {
    return BitHistogram.of(new Bin(of(form), bins));
  }

  /** Rows or weight per bin, from {@link #bins}. */
  static Dyadic[] counts(StateView states, ForecastForm form, int bins) {
    Distribution distribution = states.state(bins(form, bins)).distribution();
    Dyadic[] counts = new Dyadic[bins];
    Arrays.fill(counts, Dyadic.ZERO);
    for (int i = 0; i < distribution.size(); i++) {
      counts[(int) distribution.middle()[i]] =
          new Dyadic(distribution.mass()[i], -distribution.unitBits());
    }
    return counts;
  }
}
