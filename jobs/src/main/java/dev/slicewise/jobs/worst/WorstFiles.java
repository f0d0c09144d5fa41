package dev.slicewise.jobs.worst;

import dev.slicewise.core.interval.Interval;
import dev.slicewise.core.metric.MetricValue;
import dev.slicewise.core.metric.NamedMetric;
import dev.slicewise.core.slice.SliceKey;
import dev.slicewise.core.slice.SliceResult;
import dev.slicewise.core.slice.Standout;
import dev.slicewise.jobs.console.Labels;
import dev.slicewise.jobs.console.NumberText;
import dev.slicewise.jobs.output.JsonLines;
import java.io.IOException;
import java.io.Writer;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/** Writes {@code worst.json} and lines for people. */
public final class WorstFiles {
  private static final int MOST_LINES = 10;

  private WorstFiles() {}

  /** Writes the array, one object a slice; the writer stays open. */
  public static void json(Writer out, Map<NamedMetric, List<Standout>> found) throws IOException {
    List<Map<String, Object>> objects = new ArrayList<>();
    found.values().forEach(list -> list.forEach(each -> objects.add(object(each))));
    JsonLines.write(out, objects);
  }

  private static Map<String, Object> object(Standout found) {
    SliceResult slice = slice(found);
    Map<String, Object> values = new LinkedHashMap<>();
    for (int i = 0; i < slice.dimensions().size(); i++) {
      values.put(slice.dimensions().get(i), slice.key().values().get(i));
    }
    Interval interval = found.interval();
    Map<String, Object> object = new LinkedHashMap<>();
    object.put("slices", slice.dimensions());
    object.put("slice", values);
    object.put("metric", found.metric().metric().id());
    object.put("params", found.metric().metric().parameters());
    object.put("value", value(found));
    object.put("complement_value", found.complement());
    object.put("difference", found.difference());
    object.put("ci_low", interval == null ? null : interval.low());
    object.put("ci_high", interval == null ? null : interval.high());
    object.put("p_value", found.p());
    object.put("p_adjusted", found.adjusted());
    object.put("n", found.metric().rows());
    object.put("share", found.share());
    object.put("excess", found.excess());
    return object;
  }

  private static SliceResult slice(Standout found) {
    SliceKey key = new SliceKey(0, found.definition().display(found.values()));
    return new SliceResult(found.definition().names(), key, found.rows(), List.of());
  }

  private static double value(Standout found) {
    return ((MetricValue.Scalar) found.metric().value()).value();
  }

  /** Metric by metric, the slices that stand out. */
  public static List<String> lines(Map<NamedMetric, List<Standout>> found) {
    List<String> lines = new ArrayList<>();
    found.forEach(
        (metric, slices) -> {
          if (!slices.isEmpty()) {
            lines.add("Worse than the rest by " + Labels.metric(metric));
            for (Standout each : slices.subList(0, Math.min(MOST_LINES, slices.size()))) {
              lines.add("  " + line(each));
            }
            if (slices.size() > MOST_LINES) {
              lines.add(
                  "  … " + NumberText.count(slices.size() - MOST_LINES) + " more: see worst.json");
            }
          }
        });
    return lines;
  }

  private static String line(Standout found) {
    return Labels.slice(slice(found))
        + ": "
        + NumberText.of(value(found), found.metric().interval())
        + ", elsewhere "
        + NumberText.of(found.complement())
        + ", "
        + NumberText.count(found.rows())
        + " rows";
  }
}
