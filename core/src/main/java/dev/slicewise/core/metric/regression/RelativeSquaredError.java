package dev.slicewise.core.metric.regression;

import dev.slicewise.core.interval.IntervalMethod;
import dev.slicewise.core.metric.Metric;
import dev.slicewise.core.metric.MetricInfo;
import dev.slicewise.core.metric.MetricInfo.Direction;
import dev.slicewise.core.metric.MetricValue;
import dev.slicewise.core.statistic.StateView;
import dev.slicewise.core.statistic.Statistic;
import dev.slicewise.core.term.Parameter;
import java.util.List;

/** Σe² over a reference; everything else stands in its {@link MetricInfo}. */
@MetricInfo(
    id = "relative_squared_error",
    aliases = {"rse"},
    summary = "Total squared error as a share of a reference's: the mean label, or another model.",
    formula = "Σ w(p − y)² / Σ w(y − ȳ)², or / Σ w(b − y)² with against=baseline",
    range = "[0, inf)",
    better = Direction.LOWER,
    edges = {
      "no usable rows: undefined",
      "a perfect baseline: undefined",
      "against=mean with fewer than 2 rows or a constant label: undefined",
      "an overflow: undefined"
    },
    use =
        "Below 1 beats the reference. Against the mean it is 1 − r2_score and depends on the spread of the"
            + " slice; against a baseline model it does not.",
    source = "torchmetrics 1.4 RelativeSquaredError")
public record RelativeSquaredError(
    @Parameter(doc = "mean (of the slice's labels) or baseline (another model's column)")
        Reference against)
    implements Metric {

  /** Against the mean. */
  public RelativeSquaredError() {
    this(Reference.MEAN);
  }

  @Override
  public List<Statistic<?>> needs() {
    return SquaredErrorRatio.needs(against);
  }

  @Override
  public MetricValue value(StateView states) {
    return SquaredErrorRatio.value(states, against, SquaredErrorRatio.Part.RATIO);
  }

  @Override
  public IntervalMethod interval() {
    return SquaredErrorRatio.interval(against, SquaredErrorRatio.Part.RATIO);
  }
}
