package dev.slicewise.core.metric.threshold;

import dev.slicewise.core.metric.Metric;
import dev.slicewise.core.metric.MetricValue;
import dev.slicewise.core.numeric.Rounding;
import dev.slicewise.core.statistic.ScoreHistogram;
import dev.slicewise.core.statistic.StateView;
import dev.slicewise.core.statistic.Statistic;
import java.math.BigInteger;
import java.util.List;

/** A function of the confusion tables at all thresholds. */
interface ScoreMetric extends Metric {
  /** The reason where positives are needed. */
  String NO_POSITIVES = "no row has label 1";

  /** The reason where both classes are needed. */
  String ONE_CLASS = "only one class has rows";

  MetricValue value(ScoreCurve curve);

  @Override
  default List<Statistic<?>> needs() {
    return List.of(ScoreHistogram.OF_SCORES);
  }

  @Override
  default MetricValue value(StateView states) {
    return value(ScoreCurve.of(states));
  }

  /** The quotient of two numbers of units, rounded once, with its certificate and its threshold. */
  static MetricValue.Scalar at(
      ScoreCurve curve, int edge, BigInteger numerator, BigInteger denominator, double bound) {
    return MetricValue.bounded(Rounding.ratio(numerator, denominator), bound)
        .with("threshold", curve.threshold(edge))
        .with("tp", curve.tp(edge))
        .with("fp", curve.fp(edge));
  }
}
