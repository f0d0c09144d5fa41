package dev.slicewise.core.metric.regression;

import dev.slicewise.core.metric.Metric;
import dev.slicewise.core.metric.MetricInfo;
import dev.slicewise.core.metric.MetricInfo.Direction;
import dev.slicewise.core.metric.MetricValue;
import dev.slicewise.core.metric.MetricValue.Curve;
import dev.slicewise.core.statistic.StateView;
import dev.slicewise.core.statistic.Statistic;
import dev.slicewise.core.statistic.TopRows;
import dev.slicewise.core.term.Parameter;
import dev.slicewise.core.term.Residual;
import java.util.ArrayList;
import java.util.List;

/** The rows that are furthest off; everything else stands in its {@link MetricInfo}. */
@MetricInfo(
    id = "worst_rows",
    summary = "The k rows with the largest absolute error, the worst first.",
    formula = "the k largest |e| with their label and prediction; ties by row hash",
    units = "units of the label",
    range = "[0, inf)",
    better = Direction.NONE,
    curve = true,
    edges = {
      "no usable rows: undefined",
      "fewer than k rows: all of them",
      "weights do not matter, but for 0, which excludes a row"
    },
    use =
        "Where to start looking: the largest errors are often wrong labels. The same rows whatever the"
            + " partitioning; join on label and prediction to find them in the table.")
public record WorstRows(@Parameter(doc = "how many rows", range = "[1, 1000]") int k)
    implements Metric {

  /** Ten. */
  public WorstRows() {
    this(10);
  }

  private TopRows top() {
    return new TopRows(Residual.ABSOLUTE, k);
  }

  @Override
  public List<Statistic<?>> needs() {
    return List.of(top());
  }

  @Override
  public MetricValue value(StateView states) {
    List<List<Double>> points = new ArrayList<>();
    for (TopRows.Row row : states.state(top()).rows()) {
      points.add(List.of(row.values()[0], row.values()[1], row.values()[2]));
    }
    return new Curve(List.of("absolute_error", "label", "prediction"), points);
  }
}
