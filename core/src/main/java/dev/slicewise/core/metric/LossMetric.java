package dev.slicewise.core.metric;

import dev.slicewise.core.interval.IntervalMethod;
import dev.slicewise.core.interval.MeanInterval;
import dev.slicewise.core.numeric.Dyadic;
import dev.slicewise.core.numeric.ExactSum;
import dev.slicewise.core.statistic.CellCounts;
import dev.slicewise.core.statistic.ProductSum;
import dev.slicewise.core.statistic.StateView;
import dev.slicewise.core.statistic.Statistic;
import dev.slicewise.core.statistic.Sum;
import dev.slicewise.core.term.Domain;
import dev.slicewise.core.term.Loss;
import java.util.ArrayList;
import java.util.List;

/**
 * A loss as a metric: its mean Σwℓ/W or its sum Σwℓ over the admitted rows of a slice.
 *
 * <p>Undefined without admitted rows. +Infinity when a row's loss overflows. Exact up to final
 * rounding of the sum of the rows' losses.
 */
public record LossMetric(Loss loss, Reduction reduction) implements Metric {
  /** How the losses of rows become one number. */
  public enum Reduction {
    /** Σwℓ/W. */
    MEAN,
    /** Σwℓ. */
    SUM
  }

  @Override
  public List<Statistic<?>> needs() {
    List<Statistic<?>> needs = new ArrayList<>();
    for (Loss.Part part : loss.parts()) {
      needs.add(part.squared() ? ProductSum.square(part.term()) : Sum.of(part.term()));
    }
    loss.clipped().ifPresent(term -> needs.add(CellCounts.of(term)));
    return needs;
  }

  @Override
  public MetricValue value(StateView states) {
    long zeroLabels = states.rows(loss.domain()).zeroLabels();
    if (loss.undefinedOnZeroLabel() && zeroLabels > 0) {
      return MetricValue.undefined(zeroLabels + " rows have a label of 0");
    }
    MetricValue value = finish(states, loss.parts(), loss.domain(), reduction);
    if (loss.clipped().isPresent() && value instanceof MetricValue.Scalar scalar) {
      double clipped = states.state(CellCounts.of(loss.clipped().get())).mass(1).toDouble();
      return clipped > 0 ? scalar.with("clipped", clipped) : scalar;
    }
    return value;
  }

  private static MetricValue finish(
      StateView states, List<Loss.Part> parts, Domain domain, Reduction reduction) {
    Dyadic total = Dyadic.ZERO;
    for (Loss.Part part : parts) {
      ExactSum sum =
          part.squared()
              ? states.sum(ProductSum.square(part.term()))
              : states.sum(Sum.of(part.term()));
      if (part.coefficient() != 0 && sum.overflows() > 0) {
        return MetricValue.finite(sum.value());
      }
      total = total.plus(Dyadic.of(part.coefficient()).times(sum.toDyadic()));
    }
    return MetricValue.exact(
        reduction == Reduction.SUM
            ? total.toDouble()
            : total.over(states.rows(domain).exactWeight()));
  }

  @Override
  public IntervalMethod interval() {
    return reduction == Reduction.MEAN ? MeanInterval.ofLoss(loss) : IntervalMethod.NONE;
  }
}
