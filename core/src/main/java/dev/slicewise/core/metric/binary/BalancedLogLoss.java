package dev.slicewise.core.metric.binary;

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
import dev.slicewise.core.term.loss.ClassLogLoss;
import java.util.List;

/** Log loss by class, averaged; everything else about it stands in its {@link MetricInfo}. */
@MetricInfo(
    id = "balanced_log_loss",
    aliases = {"class_balanced_log_loss"},
    summary = "Balanced log loss: the mean of the log losses of the two classes.",
    formula = "(Σ₁ w·ℓ / P + Σ₀ w·ℓ / N) / 2, that is, weighted log loss with weights n/(2·n_k)",
    units = "nats",
    range = "[0, inf)",
    better = Direction.LOWER,
    edges = {
      "one class only: its log loss",
      "no usable rows: undefined",
      "label other than 0 or 1: row skipped, n_domain"
    },
    use =
        "A rare class counts as much as a common one. Its optimum is not calibrated, and a slice's"
            + " weights follow from its own base rate.",
    source = "scikit-learn 1.2 log_loss(sample_weight=compute_sample_weight('balanced'))")
public record BalancedLogLoss() implements Metric {
  private static final Sum POSITIVE_LOSS = Sum.of(ClassLogLoss.POSITIVES);
  private static final Sum NEGATIVE_LOSS = Sum.of(ClassLogLoss.NEGATIVES);
  private static final Sum POSITIVES = Sum.of(new Column(Domain.BINARY_PROBABILITY, Role.LABEL));

  @Override
  public List<Statistic<?>> needs() {
    return List.of(POSITIVE_LOSS, NEGATIVE_LOSS, POSITIVES);
  }

  @Override
  public MetricValue value(StateView states) {
    Dyadic positives = states.sum(POSITIVES).toDyadic();
    Dyadic negatives = states.rows(Domain.BINARY_PROBABILITY).exactWeight().minus(positives);
    Dyadic positiveLoss = states.sum(POSITIVE_LOSS).toDyadic();
    Dyadic negativeLoss = states.sum(NEGATIVE_LOSS).toDyadic();
    if (positives.signum() == 0) {
      return MetricValue.exact(negativeLoss.over(negatives));
    }
    if (negatives.signum() == 0) {
      return MetricValue.exact(positiveLoss.over(positives));
    }
    Dyadic both = positiveLoss.times(negatives).plus(negativeLoss.times(positives));
    return MetricValue.exact(both.over(positives.times(negatives).scaled(1)));
  }
}
