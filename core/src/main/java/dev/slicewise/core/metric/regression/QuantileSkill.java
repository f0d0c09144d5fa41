package dev.slicewise.core.metric.regression;

import dev.slicewise.core.metric.MetricValue;
import dev.slicewise.core.numeric.Dyadic;
import dev.slicewise.core.statistic.BitHistogram;
import dev.slicewise.core.statistic.Distribution;
import dev.slicewise.core.statistic.RowAudit;
import dev.slicewise.core.statistic.StateView;
import dev.slicewise.core.statistic.Statistic;
import dev.slicewise.core.term.Column;
import dev.slicewise.core.term.Domain;
import java.util.List;

/**
 * 1 − pinball loss over that of the best constant, the slice's own quantile of the label. That
 * quantile is of type 7 as in scikit-learn, of type 1 when rows differ in weight.
 */
final class QuantileSkill {
  private static final BitHistogram LABELS = BitHistogram.of(Column.LABEL);

  static final List<Statistic<?>> NEEDS = List.of(Sums.OVER, Sums.UNDER, LABELS);

  private QuantileSkill() {}

  static MetricValue of(StateView states, double alpha) {
    RowAudit.State rows = states.rows(Domain.REAL);
    if (rows.used() < 2) {
      return Sums.tooFewRows(rows.used(), 2);
    }
    if (Sums.overflowed(states, NEEDS)) {
      return Sums.overflowed();
    }
    Distribution labels = states.state(LABELS).distribution();
    if (labels.total().signum() == 0) {
      return Quantiles.NO_MASS;
    }
    Dyadic under = Dyadic.of(alpha);
    Dyadic over = Dyadic.of(1 - alpha);
    Dyadic loss =
        over.times(states.sum(Sums.OVER).toDyadic())
            .plus(under.times(states.sum(Sums.UNDER).toDyadic()));
    QuantileMethod method =
        rows.equallyWeighted() ? QuantileMethod.LINEAR : QuantileMethod.INVERTED_CDF;
    Quantiles.Point quantile = Quantiles.point(labels, rows.used(), alpha, method);
    Dyadic constantLoss = Dyadic.ZERO;
    Dyadic doubt = Dyadic.ZERO;
    for (int bin = 0; bin < labels.size(); bin++) {
      Quantiles.Point label = Quantiles.at(labels, bin);
      Dyadic mass = new Dyadic(labels.mass()[bin], -labels.unitBits());
      Dyadic error = Dyadic.of(quantile.value()).minus(Dyadic.of(label.value()));
      Dyadic cost = error.signum() > 0 ? over.times(error) : under.times(error.negate());
      constantLoss = constantLoss.plus(mass.times(cost));
      doubt = doubt.plus(mass.times(Dyadic.of(label.bound()).plus(Dyadic.of(quantile.bound()))));
    }
    return skill(loss, constantLoss, doubt.times(Dyadic.of(Math.max(alpha, 1 - alpha))));
  }

  /** With |doubt| the farthest that the constant's loss may be from the truth. */
  private static MetricValue skill(Dyadic loss, Dyadic constantLoss, Dyadic doubt) {
    if (constantLoss.compareTo(doubt) <= 0) {
      return MetricValue.undefined(
          doubt.signum() == 0 ? "the label is constant" : "the labels share one histogram bin");
    }
    double value = constantLoss.minus(loss).over(constantLoss);
    double bound = loss.times(doubt).over(constantLoss.times(constantLoss.minus(doubt)));
    return MetricValue.bounded(value, bound);
  }
}
