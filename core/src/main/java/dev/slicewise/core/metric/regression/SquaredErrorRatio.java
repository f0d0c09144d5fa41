package dev.slicewise.core.metric.regression;

import dev.slicewise.core.interval.IntervalMethod;
import dev.slicewise.core.interval.RatioInterval;
import dev.slicewise.core.metric.MetricValue;
import dev.slicewise.core.numeric.Dyadic;
import dev.slicewise.core.statistic.ProductSum;
import dev.slicewise.core.statistic.StateView;
import dev.slicewise.core.statistic.Statistic;
import dev.slicewise.core.term.Domain;
import dev.slicewise.core.term.Square;
import java.util.List;

/** Σe² over what a reference leaves: the mean of the slice's labels, or another model. */
final class SquaredErrorRatio {
  private static final ProductSum ERRORS = ProductSum.square(WithBaseline.ERROR);
  private static final ProductSum BASELINE_ERRORS = ProductSum.square(WithBaseline.BASELINE_ERROR);

  private SquaredErrorRatio() {}

  /** Which of the two metrics. */
  enum Part {
    /** Σe²/reference. */
    RATIO,
    /** 1 − Σe²/reference. */
    SKILL
  }

  static List<Statistic<?>> needs(Reference against) {
    return against == Reference.MEAN ? R2Score.NEEDS : List.of(ERRORS, BASELINE_ERRORS);
  }

  static MetricValue value(StateView states, Reference against, Part part) {
    if (Sums.overflowed(states, needs(against))) {
      return Sums.overflowed();
    }
    if (against == Reference.BASELINE) {
      return ratio(
          states.sum(ERRORS).toDyadic(),
          states.sum(BASELINE_ERRORS).toDyadic(),
          part,
          "the baseline makes no error");
    }
    long rows = states.count(Domain.REAL);
    if (rows < 2) {
      return Sums.tooFewRows(rows, 2);
    }
    return ratio(
        Sums.squaredErrors(states).times(states.rows(Domain.REAL).exactWeight()),
        Sums.labels(states).spread(),
        part,
        "the label is constant");
  }

  private static MetricValue ratio(Dyadic errors, Dyadic reference, Part part, String whenZero) {
    return Sums.ratio(part == Part.RATIO ? errors : reference.minus(errors), reference, whenZero);
  }

  static IntervalMethod interval(Reference against, Part part) {
    if (against == Reference.MEAN) {
      return IntervalMethod.NONE;
    }
    Square errors = new Square(WithBaseline.ERROR);
    Square reference = new Square(WithBaseline.BASELINE_ERROR);
    return part == Part.RATIO
        ? RatioInterval.of(errors, reference)
        : RatioInterval.ofComplement(errors, reference);
  }
}
