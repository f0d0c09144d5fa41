package dev.slicewise.core.metric.fairness;

import dev.slicewise.core.interval.CellRatioInterval;
import dev.slicewise.core.interval.IntervalMethod;
import dev.slicewise.core.metric.Metric;
import dev.slicewise.core.metric.MetricValue;
import dev.slicewise.core.numeric.Dyadic;
import dev.slicewise.core.statistic.CellCounts;
import dev.slicewise.core.statistic.StateView;
import dev.slicewise.core.statistic.Statistic;
import dev.slicewise.core.term.Column;
import dev.slicewise.core.term.Compare;
import dev.slicewise.core.term.Domain;
import dev.slicewise.core.term.Role;
import java.util.List;

/** A rate of the confusion table at a threshold, which all fairness metrics share. */
record BinaryRate(Of rate, double threshold) implements Metric {
  static final String THRESHOLD = "a row is predicted positive if its score is at least this";
  static final String FINITE = "(-inf, inf)";
  static final double DEFAULT_THRESHOLD = 0.5;

  /** Numerator and denominator by cell: tn, fn, fp, tp. */
  enum Of {
    /** Of all rows, those predicted positive. */
    SELECTED(new double[] {0, 0, 1, 1}, new double[] {1, 1, 1, 1}),
    /** Of all rows, those decided rightly. */
    RIGHT(new double[] {1, 0, 0, 1}, new double[] {1, 1, 1, 1}),
    /** Of the positive rows, those predicted so: recall. */
    TRUE_POSITIVE(new double[] {0, 0, 0, 1}, new double[] {0, 1, 0, 1}),
    /** Of the negative rows, those predicted positive. */
    FALSE_POSITIVE(new double[] {0, 0, 1, 0}, new double[] {1, 0, 1, 0}),
    /** Of the rows predicted positive, those that are: precision. */
    PRECISE(new double[] {0, 0, 0, 1}, new double[] {0, 0, 1, 1});

    private final double[] numerator;
    private final double[] denominator;

    Of(double[] numerator, double[] denominator) {
      this.numerator = numerator;
      this.denominator = denominator;
    }
  }

  private CellCounts table() {
    return CellCounts.of(
        new Column(Domain.BINARY_SCORE, Role.LABEL),
        Compare.atLeast(new Column(Domain.BINARY_SCORE, Role.PREDICTION), threshold));
  }

  @Override
  public List<Statistic<?>> needs() {
    return List.of(table());
  }

  @Override
  public MetricValue value(StateView states) {
    CellCounts.State cells = states.state(table());
    Dyadic divisor = cells.sum(rate.denominator);
    return divisor.signum() == 0
        ? MetricValue.undefined("no row to take the rate of")
        : MetricValue.exact(cells.sum(rate.numerator).over(divisor));
  }

  @Override
  public IntervalMethod interval() {
    return new CellRatioInterval(table(), rate.numerator, rate.denominator);
  }
}
