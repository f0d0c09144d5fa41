package dev.slicewise.core.metric.ranking;

import dev.slicewise.core.interval.IntervalMethod;
import dev.slicewise.core.interval.MeanInterval;
import dev.slicewise.core.metric.Metric;
import dev.slicewise.core.metric.MetricInfo;
import dev.slicewise.core.metric.MetricInfo.Direction;
import dev.slicewise.core.metric.MetricValue;
import dev.slicewise.core.numeric.Dyadic;
import dev.slicewise.core.statistic.Extremes;
import dev.slicewise.core.statistic.StateView;
import dev.slicewise.core.statistic.Statistic;
import dev.slicewise.core.statistic.Sum;
import dev.slicewise.core.term.ranking.Lists;
import java.util.List;

/** How many queries and items; everything else about it stands in its {@link MetricInfo}. */
@MetricInfo(
    id = "query_statistics",
    summary = "Mean number of items of a group, with the totals and the extremes as details.",
    formula =
        "Σw·items / Σw; details total_queries = Σw, total_documents = Σw·items, min_documents,"
            + " max_documents",
    units = "items",
    range = "[0, inf)",
    better = Direction.NONE,
    edges = {
      "labels and scores of different length: n_domain",
      "an empty list: a group of 0 items",
      "no usable rows: undefined"
    },
    use =
        "What ranking metrics stand on: short lists make recall at k easy and precision at k hard,"
            + " so two periods compare only when their lists do.",
    source = "TFMA QueryStatistics")
public record QueryStatistics() implements Metric {
  private static final LengthTerm LENGTH = new LengthTerm();
  private static final Sum ITEMS = Sum.of(LENGTH);
  private static final Extremes EXTREMES = new Extremes(LENGTH);

  @Override
  public List<Statistic<?>> needs() {
    return List.of(ITEMS, EXTREMES);
  }

  @Override
  public MetricValue value(StateView states) {
    Dyadic queries = states.rows(Lists.ALL).exactWeight();
    Dyadic items = states.sum(ITEMS).toDyadic();
    return MetricValue.exact(items.over(queries))
        .with("total_queries", queries.toDouble())
        .with("total_documents", items.toDouble())
        .with("min_documents", states.state(EXTREMES).smallest())
        .with("max_documents", states.state(EXTREMES).largest());
  }

  @Override
  public IntervalMethod interval() {
    return MeanInterval.of(LENGTH);
  }
}
