package dev.slicewise.core.metric.threshold;

import dev.slicewise.core.metric.Metric;
import dev.slicewise.core.metric.MetricInfo;
import dev.slicewise.core.metric.MetricInfo.Direction;
import dev.slicewise.core.metric.MetricValue;
import dev.slicewise.core.statistic.StateView;
import dev.slicewise.core.statistic.Statistic;
import java.util.List;

/** 1 − log loss / entropy of the base rate; all else stands in its {@link MetricInfo}. */
@MetricInfo(
    id = "d2_log_loss_score",
    aliases = {"d2_log_loss", "mcfadden_r2"},
    summary = "D² of the log loss: the share of the base rate's log loss that the model removes.",
    formula = "1 − log_loss / H(π), H(π) = −[π·ln π + (1−π)·ln(1−π)], π the slice's mean label",
    range = "(-inf, 1]",
    better = Direction.HIGHER,
    edges = {
      "all labels 0 or all 1: undefined",
      "no usable rows: undefined",
      "label outside [0, 1] or probability beyond tolerance: row skipped, n_domain"
    },
    use =
        "Comparable over slices with other base rates, where log loss is not. The base rate is the"
            + " slice's own, so a model worse than it is below 0.",
    source = "scikit-learn 1.5 d2_log_loss_score")
public record D2LogLossScore() implements Metric {
  @Override
  public List<Statistic<?>> needs() {
    return RelativeLogLoss.NEEDS;
  }

  @Override
  public MetricValue value(StateView states) {
    return RelativeLogLoss.value(states, relative -> 1 - relative);
  }
}
