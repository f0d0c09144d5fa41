package dev.slicewise.core.metric.calibration;

import dev.slicewise.core.metric.Metric;
import dev.slicewise.core.metric.MetricInfo;
import dev.slicewise.core.metric.MetricInfo.Direction;
import dev.slicewise.core.metric.MetricValue;
import dev.slicewise.core.numeric.Dyadic;
import dev.slicewise.core.statistic.StateView;
import dev.slicewise.core.statistic.Statistic;
import dev.slicewise.core.statistic.Sum;
import dev.slicewise.core.term.Column;
import dev.slicewise.core.term.Domain;
import dev.slicewise.core.term.Role;
import java.util.List;

/** The Brier score of always predicting the base rate. */
@MetricInfo(
    id = "murphy_uncertainty",
    summary = "Uncertainty of the Brier score: what always predicting the base rate would score.",
    formula = "UNC = mean(y)·(1 − mean(y))",
    units = "probability",
    range = "[0, 0.25]",
    better = Direction.NONE,
    edges = {"no usable rows: undefined", "one class: 0"},
    use =
        "A property of the slice, not of the model: why Brier scores of slices with"
            + " different base rates cannot be compared. Brier = REL − RES + UNC + WBV − WBC.",
    source = "Murphy 1973")
public record MurphyUncertainty() implements Metric {
  private static final Sum LABELS = Sum.of(new Column(Domain.BINARY_PROBABILITY, Role.LABEL));

  @Override
  public List<Statistic<?>> needs() {
    return List.of(LABELS);
  }

  @Override
  public MetricValue value(StateView states) {
    Dyadic weight = states.rows(Domain.BINARY_PROBABILITY).exactWeight();
    Dyadic positives = states.sum(LABELS).toDyadic();
    return MetricValue.exact(positives.times(weight.minus(positives)).over(weight.squared()));
  }
}
