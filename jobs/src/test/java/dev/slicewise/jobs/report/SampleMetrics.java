package dev.slicewise.jobs.report;

import dev.slicewise.core.metric.Metric;
import dev.slicewise.core.metric.MetricInfo;
import dev.slicewise.core.metric.MetricInfo.Direction;
import dev.slicewise.core.metric.MetricValue;
import dev.slicewise.core.metric.NamedMetric;
import dev.slicewise.core.statistic.StateView;
import dev.slicewise.core.statistic.Statistic;
import java.util.List;
import java.util.Map;

/** Metrics with every direction, known only by what they say about themselves. */
final class SampleMetrics {
  static final NamedMetric COST = named("cost", new Cost());
  static final NamedMetric GAIN = named("gain", new Gain());
  static final NamedMetric BIAS = named("bias", new Bias());
  static final NamedMetric RATIO = named("ratio", new Ratio());
  static final NamedMetric COUNT = named("count", new Count());
  static final NamedMetric UNKNOWN = named("unknown", new Unknown());

  private SampleMetrics() {}

  private static NamedMetric named(String id, Metric metric) {
    return new NamedMetric(id, Map.of(), metric);
  }

  /** Results are made by hand, so nothing is ever computed. */
  interface Described extends Metric {
    @Override
    default List<Statistic<?>> needs() {
      return List.of();
    }

    @Override
    default MetricValue value(StateView states) {
      return MetricValue.undefined("a sample");
    }
  }

  @MetricInfo(
      id = "cost",
      summary = "What errors cost.",
      formula = "Σ w·c / W",
      units = "euro",
      range = "[0, inf)",
      better = Direction.LOWER,
      use = "Compare it with the price of doing nothing.")
  record Cost() implements Described {}

  @MetricInfo(
      id = "gain",
      summary = "What hits gain.",
      formula = "g",
      range = "[0, 1]",
      better = Direction.HIGHER)
  record Gain() implements Described {}

  @MetricInfo(
      id = "bias",
      summary = "Which way it errs.",
      formula = "e",
      range = "(-inf, inf)",
      better = Direction.ZERO)
  record Bias() implements Described {}

  @MetricInfo(
      id = "ratio",
      summary = "Predicted over seen.",
      formula = "p/y",
      range = "(0, inf)",
      better = Direction.ONE)
  record Ratio() implements Described {}

  @MetricInfo(
      id = "count",
      summary = "How many.",
      formula = "n",
      range = "[0, inf)",
      better = Direction.NONE)
  record Count() implements Described {}

  record Unknown() implements Described {}
}
