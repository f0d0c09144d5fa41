package dev.slicewise.core.metric.regression;

import dev.slicewise.core.metric.Metric;
import dev.slicewise.core.metric.MetricInfo;
import dev.slicewise.core.metric.MetricInfo.Direction;
import dev.slicewise.core.metric.MetricValue;
import dev.slicewise.core.statistic.Extremes;
import dev.slicewise.core.statistic.StateView;
import dev.slicewise.core.statistic.Statistic;
import dev.slicewise.core.term.Residual;
import java.util.List;

/** The largest |prediction − label|; everything else stands in its {@link MetricInfo}. */
@MetricInfo(
    id = "max_error",
    summary = "Largest absolute error of the slice.",
    formula = "max |e| over rows of positive weight",
    units = "units of the label",
    range = "[0, inf)",
    better = Direction.LOWER,
    edges = {"no usable rows: undefined", "an error that overflows: +Infinity"},
    use =
        "Finds the one row to look at (worst_rows shows it). It only grows with the number of rows:"
            + " compare quantile_abs_error(q=0.999) instead.",
    source = "scikit-learn 1.2 max_error")
public record MaxError() implements Metric {
  /** Smallest and largest e, from which the largest |e| follows. */
  static final Extremes ERRORS = new Extremes(Residual.SIGNED);

  @Override
  public List<Statistic<?>> needs() {
    return List.of(ERRORS);
  }

  @Override
  public MetricValue value(StateView states) {
    Extremes.State errors = states.state(ERRORS);
    return MetricValue.exact(Math.max(-errors.smallest(), errors.largest()));
  }
}
