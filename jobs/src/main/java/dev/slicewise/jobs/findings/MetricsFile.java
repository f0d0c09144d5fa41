package dev.slicewise.jobs.findings;

import dev.slicewise.core.metric.MetricCatalog;
import dev.slicewise.core.metric.MetricValue;
import dev.slicewise.core.metric.MetricValue.Exactness;
import dev.slicewise.core.metric.NamedMetric;
import dev.slicewise.core.plan.MetricResult;
import dev.slicewise.core.slice.SliceKey;
import dev.slicewise.core.slice.SliceResult;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.Iterator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.TreeMap;

/**
 * An evaluation's results as {@code metrics.json} has them: what was published, with the intervals
 * it was published with, without what was withheld. Needs the memory of one slice.
 */
public final class MetricsFile {
  /** The file's name. */
  public static final String NAME = "metrics.json";

  private final ResultDirectory directory;
  private final Map<String, NamedMetric> metrics = new LinkedHashMap<>();
  private final Map<List<String>, Integer> definitions = new LinkedHashMap<>();

  /** Reads through the file once to know its metrics and slice definitions. */
  public MetricsFile(ResultDirectory directory) {
    this.directory = directory;
    directory.objects(
        NAME,
        fields -> {
          NamedMetric named = fields.metric();
          metrics.computeIfAbsent(named.text(), text -> known(named));
          definitions.putIfAbsent(fields.slice().dimensions(), definitions.size());
        });
  }

  /** The metric with what the catalogue knows of it; as it is when that has none of the name. */
  public static NamedMetric known(NamedMetric named) {
    MetricCatalog catalog = MetricCatalog.standard();
    if (!catalog.names().contains(named.id().toLowerCase(Locale.ROOT))) {
      return named;
    }
    try {
      return catalog.parse(named.text());
    } catch (IllegalArgumentException e) {
      // Parameters of another version: the name still says what it is.
      return named;
    }
  }

  /** The metrics in the order of the file. */
  public List<NamedMetric> metrics() {
    return List.copyOf(metrics.values());
  }

  /** The dimensions' names of every slice definition, in the order of the file. */
  public List<List<String>> definitions() {
    return List.copyOf(definitions.keySet());
  }

  /** The slices from the start. */
  public Iterator<SliceResult> slices() {
    Iterator<Fields> objects = directory.objects(NAME);
    return new Iterator<>() {
      private Fields next = objects.hasNext() ? objects.next() : null;

      @Override
      public boolean hasNext() {
        return next != null;
      }

      @Override
      public SliceResult next() {
        SliceLabel slice = next.slice();
        Map<String, MetricResult> results = new HashMap<>();
        while (next != null && next.slice().equals(slice)) {
          MetricResult result = result(next);
          results.put(result.metric().text(), result);
          next = objects.hasNext() ? objects.next() : null;
        }
        return slice(slice, results);
      }
    };
  }

  private SliceResult slice(SliceLabel slice, Map<String, MetricResult> results) {
    List<MetricResult> ordered = new ArrayList<>();
    long rows = 0;
    for (NamedMetric metric : metrics.values()) {
      MetricResult result = results.get(metric.text());
      if (result == null) {
        MetricValue none = MetricValue.undefined("not among the results of this slice");
        result = new MetricResult(metric, none, null, 0, 0, Map.of());
      }
      rows = Math.max(rows, result.counters().getOrDefault("n_rows", result.rows()));
      ordered.add(result);
    }
    int definition = definitions.get(slice.dimensions());
    return new SliceResult(
        slice.dimensions(), new SliceKey(definition, slice.values()), rows, ordered);
  }

  private MetricResult result(Fields fields) {
    NamedMetric metric = metrics.get(fields.metric().text());
    Double weight = fields.number("weight_sum");
    long n = fields.countOrZero("n");
    Map<String, Long> counters = new TreeMap<>();
    fields
        .map("counters")
        .forEach((name, count) -> counters.put(name, ((Number) count).longValue()));
    return new MetricResult(
        metric, value(fields), fields.interval(), n, weight == null ? n : weight, counters);
  }

  private static MetricValue value(Fields fields) {
    Double value = fields.number("value");
    List<Fields> curve = fields.objects("curve");
    if (!curve.isEmpty()) {
      return CurveRows.of(curve);
    }
    if (value == null) {
      String reason = fields.text("reason");
      return MetricValue.undefined(reason == null ? "no reason given" : reason);
    }
    Double bound = fields.number("error_bound");
    Map<String, Double> details = new TreeMap<>();
    fields.map("details").forEach((name, detail) -> details.put(name, CurveRows.number(detail)));
    details.values().removeIf(detail -> detail == null);
    return new MetricValue.Scalar(
        value, exactness(fields.text("exactness")), bound == null ? 0 : bound, details);
  }

  private static Exactness exactness(String word) {
    for (Exactness exactness : Exactness.values()) {
      if (exactness.name().equalsIgnoreCase(word)) {
        return exactness;
      }
    }
    // Files of others: nothing certain is claimed.
    return Exactness.ESTIMATED;
  }
}
