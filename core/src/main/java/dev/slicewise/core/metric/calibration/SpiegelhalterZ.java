package dev.slicewise.core.metric.calibration;

import dev.slicewise.core.metric.Metric;
import dev.slicewise.core.metric.MetricInfo;
import dev.slicewise.core.metric.MetricInfo.Direction;
import dev.slicewise.core.metric.MetricValue;
import dev.slicewise.core.numeric.Dyadic;
import dev.slicewise.core.numeric.Normal;
import dev.slicewise.core.statistic.StateView;
import dev.slicewise.core.statistic.Statistic;
import dev.slicewise.core.statistic.Sum;
import dev.slicewise.core.term.Admitted;
import dev.slicewise.core.term.Domain;
import dev.slicewise.core.term.Role;
import dev.slicewise.core.term.Term;
import java.util.List;

/** A test whether the Brier score is what calibrated probabilities would have. */
@MetricInfo(
    id = "spiegelhalter_z",
    summary =
        "Spiegelhalter's z: how many standard errors the Brier score is from what"
            + " calibrated probabilities would score.",
    formula =
        "Σ w·(y − p)·(1 − 2p) / sqrt(Σ w²·(1 − 2p)²·p·(1 − p)); p_value = two-sided normal tail",
    units = "standard errors",
    range = "(-inf, inf)",
    better = Direction.ZERO,
    edges = {
      "no usable rows: undefined",
      "every probability is 0, ½ or 1: undefined, for nothing is left to chance",
      "weights whose squares over- or underflow (above 1e154, all below 1e-162): undefined",
      "one class: defined as for any other rows"
    },
    exactness = "exact up to the rounding of each row's terms",
    use =
        "Needs no bins. Positive: probabilities are too extreme; negative: too timid. The"
            + " detail p_value is small for every model once n is large; then decide by"
            + " expected_calibration_error. Blind to errors at p = ½.",
    source = "Spiegelhalter 1986, doi:10.1002/sim.4780050506")
public record SpiegelhalterZ() implements Metric {
  private static final Sum DEVIATION = Sum.of(new SpiegelhalterTerm(Part.DEVIATION));
  private static final Sum VARIANCE = Sum.squaredWeights(new SpiegelhalterTerm(Part.VARIANCE));

  /** What is summed. */
  enum Part {
    /** (y − p)·(1 − 2p). */
    DEVIATION,
    /** (1 − 2p)²·p·(1 − p). */
    VARIANCE
  }

  /** One row's part of the test. */
  record SpiegelhalterTerm(Part part) implements Term {
    @Override
    public Domain domain() {
      return Domain.BINARY_PROBABILITY;
    }

    @Override
    public void fill(Admitted rows, double[] out) {
      double[] label = rows.column(Role.LABEL);
      double[] prediction = rows.column(Role.PREDICTION);
      for (int i = 0; i < rows.size(); i++) {
        double p = prediction[i];
        double tilt = 1 - 2 * p;
        out[i] = part == Part.DEVIATION ? (label[i] - p) * tilt : tilt * tilt * (p * (1 - p));
      }
    }
  }

  @Override
  public List<Statistic<?>> needs() {
    return List.of(DEVIATION, VARIANCE);
  }

  @Override
  public MetricValue value(StateView states) {
    if (states.sum(VARIANCE).overflows() > 0) {
      return MetricValue.undefined("squares of weights overflowed");
    }
    Dyadic deviation = states.sum(DEVIATION).toDyadic();
    Dyadic variance = states.sum(VARIANCE).toDyadic();
    if (variance.signum() == 0) {
      return MetricValue.undefined(
          "no variance: every probability is 0, 0.5 or 1, or every weight below 1e-162");
    }
    // deviation²/variance is rounded once: neither sum can overflow or vanish by itself.
    double size = Math.sqrt(deviation.squared().over(variance));
    return MetricValue.exact(deviation.signum() * size).with("p_value", Normal.twoSided(size));
  }
}
