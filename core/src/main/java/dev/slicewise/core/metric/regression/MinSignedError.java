package dev.slicewise.core.metric.regression;

import dev.slicewise.core.metric.Metric;
import dev.slicewise.core.metric.MetricInfo;
import dev.slicewise.core.metric.MetricInfo.Direction;
import dev.slicewise.core.metric.MetricValue;
import dev.slicewise.core.statistic.StateView;
import dev.slicewise.core.statistic.Statistic;
import java.util.List;

/** The smallest prediction − label; everything else stands in its {@link MetricInfo}. */
@MetricInfo(
    id = "min_signed_error",
    aliases = {"min_error"},
    summary = "Smallest signed error of the slice: the worst under-prediction.",
    formula = "min e over rows of positive weight",
    units = "units of the label",
    range = "(-inf, inf)",
    better = Direction.ZERO,
    edges = {"no usable rows: undefined", "an error that overflows: that infinity"},
    use =
        "Above 0, every row is over-predicted. Like every extreme it only grows with the number of rows.")
public record MinSignedError() implements Metric {
  @Override
  public List<Statistic<?>> needs() {
    return List.of(MaxError.ERRORS);
  }

  @Override
  public MetricValue value(StateView states) {
    return MetricValue.exact(states.state(MaxError.ERRORS).smallest());
  }
}
