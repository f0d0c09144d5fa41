package dev.slicewise.core.metric.calibration;

import dev.slicewise.core.metric.MetricValue;
import dev.slicewise.core.numeric.Dyadic;
import dev.slicewise.core.numeric.ExactSum;
import dev.slicewise.core.statistic.ProductSum;
import dev.slicewise.core.statistic.StateView;
import dev.slicewise.core.statistic.Statistic;
import dev.slicewise.core.statistic.Sum;
import dev.slicewise.core.term.Column;
import dev.slicewise.core.term.Domain;
import java.util.List;

/** The least-squares line y = a + b·p from exact sums: numerators cannot cancel, one rounding. */
final class LinearRecalibration {
  private static final Sum LABELS = Sum.of(Column.LABEL);
  private static final Sum PREDICTIONS = Sum.of(Column.PREDICTION);
  private static final ProductSum SQUARES = ProductSum.square(Column.PREDICTION);
  private static final ProductSum PRODUCTS = ProductSum.of(Column.LABEL, Column.PREDICTION);

  static final List<Statistic<?>> NEEDS = List.of(LABELS, PREDICTIONS, SQUARES, PRODUCTS);

  private LinearRecalibration() {}

  /** (W·Σyp − Σy·Σp) / (W·Σp² − (Σp)²). */
  static MetricValue slope(StateView states) {
    Dyadic weight = states.rows(Domain.REAL).exactWeight();
    return ratio(
        states,
        weight
            .times(states.sum(PRODUCTS).toDyadic())
            .minus(states.sum(LABELS).toDyadic().times(states.sum(PREDICTIONS).toDyadic())));
  }

  /** (Σy·Σp² − Σp·Σyp) / (W·Σp² − (Σp)²). */
  static MetricValue intercept(StateView states) {
    return ratio(
        states,
        states
            .sum(LABELS)
            .toDyadic()
            .times(states.sum(SQUARES).toDyadic())
            .minus(states.sum(PREDICTIONS).toDyadic().times(states.sum(PRODUCTS).toDyadic())));
  }

  private static MetricValue ratio(StateView states, Dyadic numerator) {
    for (ExactSum sum :
        List.of(
            states.sum(LABELS),
            states.sum(PREDICTIONS),
            states.sum(SQUARES),
            states.sum(PRODUCTS))) {
      if (sum.overflows() > 0) {
        return MetricValue.undefined("sums overflowed");
      }
    }
    Dyadic spread =
        states
            .rows(Domain.REAL)
            .exactWeight()
            .times(states.sum(SQUARES).toDyadic())
            .minus(states.sum(PREDICTIONS).toDyadic().squared());
    return spread.signum() <= 0
        ? MetricValue.undefined("all predictions are equal")
        : MetricValue.exact(numerator.over(spread));
  }
}
