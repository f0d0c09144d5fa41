package dev.slicewise.core.metric;

import dev.slicewise.core.interval.IntervalMethod;
import dev.slicewise.core.interval.MeanInterval;
import dev.slicewise.core.interval.RatioInterval;
import dev.slicewise.core.numeric.Dyadic;
import dev.slicewise.core.numeric.ExactSum;
import dev.slicewise.core.statistic.CellCounts;
import dev.slicewise.core.statistic.ProductSum;
import dev.slicewise.core.statistic.StateView;
import dev.slicewise.core.statistic.Statistic;
import dev.slicewise.core.statistic.Sum;
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

  /** Holds the loss that does the work. */
  public LossMetric {
    loss = loss.resolved();
  }

  @Override
  public List<Statistic<?>> needs() {
    List<Statistic<?>> needs = new ArrayList<>();
    for (Loss.Part part : loss.parts()) {
      needs.add(part.squared() ? ProductSum.square(part.term()) : Sum.of(part.term()));
    }
    loss.divisor().ifPresent(term -> needs.add(Sum.of(term)));
    loss.clipped().ifPresent(term -> needs.add(CellCounts.of(term)));
    return needs;
  }

  @Override
  public MetricValue value(StateView states) {
    long zeroLabels = states.rows(loss.domain()).zeroLabels();
    if (loss.undefinedOnZeroLabel() && zeroLabels > 0) {
      return MetricValue.undefined(zeroLabels + " rows have a label of 0");
    }
    MetricValue value = finish(states, loss, reduction);
    if (loss.clipped().isPresent() && value instanceof MetricValue.Scalar scalar) {
      double clipped = states.state(CellCounts.of(loss.clipped().get())).mass(1).toDouble();
      return clipped > 0 ? scalar.with("clipped", clipped) : scalar;
    }
    return value;
  }

  private static MetricValue finish(StateView states, Loss loss, Reduction reduction) {
    Dyadic total = Dyadic.ZERO;
    for (Loss.Part part : loss.parts()) {
      ExactSum sum =
          part.squared()
              ? states.sum(ProductSum.square(part.term()))
              : states.sum(Sum.of(part.term()));
      if (part.coefficient() != 0 && sum.overflows() > 0) {
        return MetricValue.finite(sum.value());
      }
      total = total.plus(Dyadic.of(part.coefficient()).times(sum.toDyadic()));
    }
    if (reduction == Reduction.SUM) {
      return MetricValue.exact(total.toDouble());
    }
    Dyadic divisor = states.rows(loss.domain()).exactWeight();
    if (loss.divisor().isPresent()) {
      ExactSum weights = states.sum(Sum.of(loss.divisor().get()));
      if (weights.overflows() > 0) {
        return MetricValue.undefined("sums overflowed");
      }
      divisor = weights.toDyadic();
    }
    return divisor.signum() == 0
        ? MetricValue.undefined("all that the mean divides by is 0")
        : MetricValue.exact(total.over(divisor));
  }

  @Override
  public IntervalMethod interval() {
    if (reduction == Reduction.SUM) {
      return IntervalMethod.NONE;
    }
    return loss.divisor()
        .<IntervalMethod>map(divisor -> RatioInterval.of(loss.parts().get(0).term(), divisor))
        .orElseGet(() -> MeanInterval.ofLoss(loss));
  }
}
