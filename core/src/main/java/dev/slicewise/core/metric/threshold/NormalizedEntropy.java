package dev.slicewise.core.metric.threshold;

import dev.slicewise.core.metric.Metric;
import dev.slicewise.core.metric.MetricInfo;
import dev.slicewise.core.metric.MetricInfo.Direction;
import dev.slicewise.core.metric.MetricValue;
import dev.slicewise.core.statistic.StateView;
import dev.slicewise.core.statistic.Statistic;
import java.util.List;
import java.util.function.DoubleUnaryOperator;

/**
 * Log loss / entropy of the base rate; everything else about it stands in its {@link MetricInfo}.
 */
@MetricInfo(
    id = "normalized_entropy",
    aliases = {"ne", "normalized_cross_entropy"},
    summary = "Normalized entropy: the log loss relative to that of the base rate.",
    formula = "log_loss / H(π), H(π) = −[π·ln π + (1−π)·ln(1−π)], π the slice's mean label",
    range = "[0, inf)",
    better = Direction.LOWER,
    edges = {
      "all labels 0 or all 1: undefined",
      "no usable rows: undefined",
      "label outside [0, 1] or probability beyond tolerance: row skipped, n_domain"
    },
    use = "Below 1 the model knows more than the base rate; the usual number of click prediction.",
    source = "He et al. 2014, Practical lessons from predicting clicks on ads; 1 − D²")
public record NormalizedEntropy() implements Metric {
  @Override
  public List<Statistic<?>> needs() {
    return RelativeLogLoss.NEEDS;
  }

  @Override
  public MetricValue value(StateView states) {
    return RelativeLogLoss.value(states, DoubleUnaryOperator.identity());
  }
}
