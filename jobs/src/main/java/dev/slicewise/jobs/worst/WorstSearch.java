package dev.slicewise.jobs.worst;

import dev.slicewise.core.interval.IntervalMethod;
import dev.slicewise.core.metric.MetricCatalog;
import dev.slicewise.core.metric.MetricInfo;
import dev.slicewise.core.metric.MetricInfo.Direction;
import dev.slicewise.core.metric.NamedMetric;
import dev.slicewise.core.slice.SliceStates;
import dev.slicewise.core.slice.Standout;
import dev.slicewise.core.slice.WorstSlices;
import dev.slicewise.jobs.config.YamlNode;
import dev.slicewise.jobs.failure.Failures;
import dev.slicewise.jobs.failure.JobException;
import dev.slicewise.spark.SliceTable;
import java.util.ArrayList;
import java.util.Iterator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/**
 * Which metrics slices are searched by, and how many rows a slice must have to be looked at.
 *
 * @param metrics as said; empty to choose one
 * @param minRows of a slice and of its complement
 * @param limit most slices listed per metric
 */
public record WorstSearch(List<NamedMetric> metrics, long minRows, long limit) {
  /** Below this the tails of intervals, which false-discovery control needs, are a guess. */
  private static final long FEWEST_ROWS = 30;

  private static final long MOST_LISTED = 100;

  /** Nobody asked, so it must not take long. */
  private static final long MOST_UNASKED = 5_000;

  /** Reads the section {@code worst_slices}; the defaults without one. */
  public static WorstSearch of(YamlNode file) {
    List<YamlNode> nodes = file == null ? null : file.nodes("worst_slices");
    if (nodes == null || nodes.isEmpty()) {
      return new WorstSearch(List.of(), FEWEST_ROWS, MOST_LISTED);
    }
    YamlNode node = nodes.get(0);
    List<String> said = node.texts("metrics");
    Long minRows = node.count("min_rows");
    Long limit = node.count("limit");
    node.refuseOthers();
    if (minRows != null && minRows < 2 || limit != null && limit < 1) {
      throw JobException.usage(
          "expected min_rows of at least 2 and limit of at least 1 " + node.where() + ".");
    }
    try {
      List<NamedMetric> metrics =
          said == null ? List.of() : MetricCatalog.standard().parseList(String.join(",", said));
      for (NamedMetric metric : metrics) {
        if (direction(metric) == Direction.NONE) {
          throw new IllegalArgumentException(
              "expected metrics with a good direction, found " + metric.text());
        }
      }
      return new WorstSearch(
          metrics, minRows == null ? FEWEST_ROWS : minRows, limit == null ? MOST_LISTED : limit);
    } catch (IllegalArgumentException e) {
      throw JobException.usage(
          "metrics " + node.where() + ": " + Failures.sentence(e.getMessage()), e);
    }
  }

  /** Of a loss, lower is better. */
  static Direction direction(NamedMetric metric) {
    return MetricCatalog.standard()
        .entry(metric.id())
        .metricInfo()
        .map(MetricInfo::better)
        .orElse(Direction.LOWER);
  }

  /**
   * Searches the slices of a table.
   *
   * @param preferred the metric that the user orders slices by, or null; searched by if none was
   *     named for the search
   */
  public Map<NamedMetric, List<Standout>> search(SliceTable table, NamedMetric preferred) {
    Map<NamedMetric, List<Standout>> found = new LinkedHashMap<>();
    boolean sliced = table.definitions().stream().anyMatch(each -> !each.dimensions().isEmpty());
    if (!sliced || table.finish().confidence() == 0) {
      return found;
    }
    Map<NamedMetric, WorstSlices> searches = new LinkedHashMap<>();
    for (NamedMetric metric : metrics(table, preferred)) {
      try {
        searches.put(
            metric,
            new WorstSlices(table.plan(), metric, direction(metric), table.finish(), minRows));
      } catch (IllegalArgumentException e) {
        throw JobException.usage("worst_slices: " + Failures.sentence(e.getMessage()), e);
      }
    }
    if (!searches.isEmpty()) {
      for (Iterator<SliceStates> slices = table.sliceStates(); slices.hasNext(); ) {
        SliceStates slice = slices.next();
        searches.values().forEach(search -> search.accept(slice));
      }
    }
    searches.forEach(
        (metric, search) -> found.put(metric, search.search().stream().limit(limit).toList()));
    return found;
  }

  private List<NamedMetric> metrics(SliceTable table, NamedMetric preferred) {
    if (!metrics.isEmpty() || table.sliceCount() > MOST_UNASKED) {
      return metrics;
    }
    List<NamedMetric> choice = new ArrayList<>();
    if (preferred != null) {
      choice.add(preferred);
    }
    table.metrics().stream()
        .filter(metric -> direction(metric) != Direction.NONE && hasInterval(table, metric))
        .findFirst()
        .ifPresent(choice::add);
    return choice.subList(0, Math.min(1, choice.size()));
  }

  private static boolean hasInterval(SliceTable table, NamedMetric metric) {
    return table.plan().suite().jackknife() || metric.metric().interval() != IntervalMethod.NONE;
  }
}
