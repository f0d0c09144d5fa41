package dev.slicewise.core.metric.regression;

import dev.slicewise.core.metric.MetricValue;
import dev.slicewise.core.numeric.Dyadic;
import dev.slicewise.core.numeric.Moments;
import dev.slicewise.core.statistic.StateView;
import dev.slicewise.core.statistic.Statistic;
import dev.slicewise.core.term.Domain;
import java.util.List;
import java.util.function.Function;

/**
 * How label and prediction vary together: variances and covariance times W², in exact integers.
 *
 * @param labels moments of the label
 * @param predictions moments of the prediction
 * @param covariance W²·cov = W·Σwyp − Σwy·Σwp
 */
record Correlation(Moments labels, Moments predictions, Dyadic covariance) {
  static final List<Statistic<?>> NEEDS =
      List.of(
          Sums.LABELS,
          Sums.SQUARED_LABELS,
          Sums.PREDICTIONS,
          Sums.SQUARED_PREDICTIONS,
          Sums.PRODUCTS);

  /** A metric of the correlation, or why there is none. */
  static MetricValue of(StateView states, Function<Correlation, MetricValue> metric) {
    long rows = states.count(Domain.REAL);
    if (rows < 2) {
      return Sums.tooFewRows(rows, 2);
    }
    if (Sums.overflowed(states, NEEDS)) {
      return Sums.overflowed();
    }
    Moments labels = Sums.labels(states);
    Moments predictions = Sums.predictions(states);
    if (labels.spread().signum() == 0 || predictions.spread().signum() == 0) {
      return MetricValue.undefined(
          labels.spread().signum() == 0 ? "the label is constant" : "the prediction is constant");
    }
    Dyadic covariance =
        labels
            .weight()
            .times(states.sum(Sums.PRODUCTS).toDyadic())
            .minus(labels.sum().times(predictions.sum()));
    return metric.apply(new Correlation(labels, predictions, covariance));
  }

  /** The squared coefficient of correlation. */
  double squared() {
    // Above 1 only where products below 2^-969 lost digits.
    return Math.min(1, covariance.squared().over(labels.spread().times(predictions.spread())));
  }
}
