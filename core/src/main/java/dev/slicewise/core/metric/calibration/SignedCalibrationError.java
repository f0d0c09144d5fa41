package dev.slicewise.core.metric.calibration;

import dev.slicewise.core.interval.IntervalMethod;
import dev.slicewise.core.interval.MeanInterval;
import dev.slicewise.core.metric.Metric;
import dev.slicewise.core.metric.MetricInfo;
import dev.slicewise.core.metric.MetricInfo.Direction;
import dev.slicewise.core.metric.MetricValue;
import dev.slicewise.core.statistic.StateView;
import dev.slicewise.core.statistic.Statistic;
import dev.slicewise.core.statistic.Sum;
import dev.slicewise.core.term.Domain;
import dev.slicewise.core.term.Residual;
import java.util.List;

/** Mean prediction less mean label of probabilities. */
@MetricInfo(
    id = "signed_calibration_error",
    aliases = {"calibration_in_the_large"},
    summary =
        "Calibration in the large: by how much probabilities are too high (positive) or too"
            + " low on average.",
    formula = "Σ w·(p − y) / W",
    units = "probability",
    range = "[-1, 1]",
    better = Direction.ZERO,
    edges = {
      "no usable rows: undefined",
      "one class: mean(p) − 1 or mean(p)",
      "all probabilities equal: p − mean(y)"
    },
    use =
        "The first thing to look at: expected totals against observed ones. 0 says nothing"
            + " about single rows, for over- and under-prediction cancel; read it with the"
            + " expected calibration error.",
    source = "Van Calster et al. 2016, doi:10.1016/j.jclinepi.2015.12.005; here prediction − label")
public record SignedCalibrationError() implements Metric {
  private static final Residual ERROR =
      new Residual(Domain.BINARY_PROBABILITY, Residual.Part.SIGNED);

  @Override
  public List<Statistic<?>> needs() {
    return List.of(Sum.of(ERROR));
  }

  @Override
  public MetricValue value(StateView states) {
    return MetricValue.exact(
        states
            .sum(Sum.of(ERROR))
            .toDyadic()
            .over(states.rows(Domain.BINARY_PROBABILITY).exactWeight()));
  }

  @Override
  public IntervalMethod interval() {
    return MeanInterval.of(ERROR);
  }
}
