package dev.slicewise.core.metric.regression;

import dev.slicewise.core.metric.MetricValue;
import dev.slicewise.core.metric.TermMean;
import dev.slicewise.core.numeric.Dyadic;
import dev.slicewise.core.numeric.ExactSum;
import dev.slicewise.core.numeric.Moments;
import dev.slicewise.core.statistic.ProductSum;
import dev.slicewise.core.statistic.State;
import dev.slicewise.core.statistic.StateView;
import dev.slicewise.core.statistic.Statistic;
import dev.slicewise.core.statistic.Sum;
import dev.slicewise.core.term.Column;
import dev.slicewise.core.term.Domain;
import dev.slicewise.core.term.Residual;
import dev.slicewise.core.term.Term;
import java.util.List;

/** The sums that regression metrics share, and their means and ratios, rounded once. */
final class Sums {
  /** Σ w·max(e, 0). */
  static final Sum OVER = Sum.of(Residual.OVER);

  /** Σ w·max(−e, 0). */
  static final Sum UNDER = Sum.of(Residual.UNDER);

  /** Σ w·max(e, 0)². */
  static final ProductSum SQUARED_OVER = ProductSum.square(Residual.OVER);

  /** Σ w·max(−e, 0)². */
  static final ProductSum SQUARED_UNDER = ProductSum.square(Residual.UNDER);

  /** Σ w·y. */
  static final Sum LABELS = Sum.of(Column.LABEL);

  /** Σ w·y². */
  static final ProductSum SQUARED_LABELS = ProductSum.square(Column.LABEL);

  /** Σ w·p. */
  static final Sum PREDICTIONS = Sum.of(Column.PREDICTION);

  /** Σ w·p². */
  static final ProductSum SQUARED_PREDICTIONS = ProductSum.square(Column.PREDICTION);

  /** Σ w·y·p. */
  static final ProductSum PRODUCTS = ProductSum.of(Column.LABEL, Column.PREDICTION);

  private Sums() {}

  /** (a + b) / W over the rows with finite label and prediction. */
  static MetricValue mean(StateView states, ExactSum a, ExactSum b) {
    if (a.overflows() + b.overflows() > 0) {
      return MetricValue.finite(a.value() + b.value());
    }
    return MetricValue.exact(
        a.toDyadic().plus(b.toDyadic()).over(states.rows(Domain.REAL).exactWeight()));
  }

  /** Σwf/W of one term. */
  static MetricValue mean(StateView states, Term term) {
    return TermMean.of(states, term);
  }

  /** numerator / denominator, or undefined for x/0. */
  static MetricValue ratio(Dyadic numerator, Dyadic denominator, String whenZero) {
    return denominator.signum() == 0
        ? MetricValue.undefined(whenZero)
        : MetricValue.exact(numerator.over(denominator));
  }

  /** The square root of a number; what is not one stays as it is. */
  static MetricValue squareRoot(MetricValue value) {
    return value instanceof MetricValue.Scalar scalar
        ? MetricValue.exact(Math.sqrt(scalar.value()))
        : value;
  }

  /** Whether an infinite term entered any of these sums. */
  static boolean overflowed(StateView states, List<Statistic<?>> needs) {
    for (Statistic<?> need : needs) {
      if (overflows(states, need) > 0) {
        return true;
      }
    }
    return false;
  }

  private static <S extends State<S>> long overflows(StateView states, Statistic<S> statistic) {
    return states.state(statistic).overflows();
  }

  /** Why a metric that subtracts sums has no value once one of them is infinite. */
  static MetricValue overflowed() {
    return MetricValue.undefined("a sum overflowed");
  }

  /** Why a metric of spread has no value on one row. */
  static MetricValue tooFewRows(long found, long expected) {
    return MetricValue.undefined("expected at least " + expected + " rows, found " + found);
  }

  /** W, Σwy and Σwy². */
  static Moments labels(StateView states) {
    return new Moments(
        states.rows(Domain.REAL).exactWeight(),
        states.sum(LABELS).toDyadic(),
        states.sum(SQUARED_LABELS).toDyadic());
  }

  /** W, Σwp and Σwp². */
  static Moments predictions(StateView states) {
    return new Moments(
        states.rows(Domain.REAL).exactWeight(),
        states.sum(PREDICTIONS).toDyadic(),
        states.sum(SQUARED_PREDICTIONS).toDyadic());
  }

  /** W, Σwe and Σwe². */
  static Moments errors(StateView states) {
    return new Moments(
        states.rows(Domain.REAL).exactWeight(),
        states.sum(OVER).toDyadic().minus(states.sum(UNDER).toDyadic()),
        squaredErrors(states));
  }

  /** Σwe². */
  static Dyadic squaredErrors(StateView states) {
    return states.sum(SQUARED_OVER).toDyadic().plus(states.sum(SQUARED_UNDER).toDyadic());
  }
}
