package dev.slicewise.core.metric.comparison;

import dev.slicewise.core.metric.Metric;
import dev.slicewise.core.metric.MetricCatalog;
import dev.slicewise.core.metric.NamedMetric;
import dev.slicewise.core.statistic.OfModel;
import dev.slicewise.core.statistic.Statistic;
import dev.slicewise.core.term.Model;
import java.util.Collection;
import java.util.List;

/** The metric that is asked of a model, and what has to be remembered for it. */
final class Asked {
  static final String METRIC = "the metric, with its parameters if any, in single quotes";

  private Asked() {}

  /** The metric of a text, which has to be about the prediction. */
  static NamedMetric metric(String text) {
    NamedMetric named = MetricCatalog.standard().parseScalar(text);
    Metric metric = named.metric();
    if (metric instanceof MetricDifference || metric instanceof ModelMetric) {
      throw new IllegalArgumentException(
          "expected a metric of one model, found " + text + ", which names models itself");
    }
    for (Statistic<?> need : metric.needs()) {
      if (Model.readsPrediction(need.domain())) {
        return named;
      }
    }
    throw new IllegalArgumentException(
        "expected a metric that reads the prediction, found "
            + text
            + ", which reads "
            + named.roles()
            + " and is the same for all models");
  }

  static List<Statistic<?>> of(Model model, Collection<Statistic<?>> statistics) {
    return statistics.stream().<Statistic<?>>map(need -> OfModel.of(model, need)).toList();
  }
}
