package dev.slicewise.core.metric.threshold;

import dev.slicewise.core.metric.MetricValue;
import dev.slicewise.core.numeric.Dyadic;
import dev.slicewise.core.statistic.StateView;
import dev.slicewise.core.statistic.Statistic;
import dev.slicewise.core.statistic.Sum;
import dev.slicewise.core.term.Column;
import dev.slicewise.core.term.Domain;
import dev.slicewise.core.term.Role;
import dev.slicewise.core.term.loss.LogLoss;
import java.util.List;
import java.util.function.DoubleUnaryOperator;

/** The log loss relative to that of always predicting the slice's own base rate. */
final class RelativeLogLoss {
  private static final Sum LOSS = Sum.of(new LogLoss());
  private static final Sum LABELS = Sum.of(new Column(Domain.SOFT_PROBABILITY, Role.LABEL));

  static final List<Statistic<?>> NEEDS = List.of(LOSS, LABELS);

  private RelativeLogLoss() {}

  static MetricValue value(StateView states, DoubleUnaryOperator finish) {
    Dyadic weight = states.rows(Domain.SOFT_PROBABILITY).exactWeight();
    Dyadic labels = states.sum(LABELS).toDyadic();
    double rate = labels.over(weight);
    double rest = weight.minus(labels).over(weight);
    if (rate == 0 || rest == 0) {
      return MetricValue.undefined("the base rate is 0 or 1, so its entropy is 0");
    }
    double entropy = 0.0 - rate * StrictMath.log(rate) - rest * StrictMath.log(rest);
    double loss = states.sum(LOSS).toDyadic().over(weight);
    return MetricValue.exact(finish.applyAsDouble(loss / entropy));
  }
}
