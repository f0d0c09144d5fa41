package dev.slicewise.jobs.console;

import dev.slicewise.core.metric.MetricCatalog;
import dev.slicewise.core.metric.NamedMetric;
import dev.slicewise.core.metric.ParameterInfo;
import dev.slicewise.core.slice.SliceResult;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.StringJoiner;

/** Short names of metrics and slices. */
public final class Labels {
  private Labels() {}

  /** The metric with the parameters that are not at their defaults. */
  public static String metric(NamedMetric metric) {
    Map<String, Object> defaults = MetricCatalog.standard().entry(metric.id()).bind().parameters();
    StringJoiner said = new StringJoiner(",", "(", ")");
    said.setEmptyValue("");
    metric
        .parameters()
        .forEach(
            (name, value) -> {
              if (!Objects.equals(value, defaults.get(name))) {
                said.add(name + "=" + ParameterInfo.text(value));
              }
            });
    return metric.id() + DisplayText.visible(said.toString());
  }

  /** {@code carrier=UA, origin=EWR}; NULL is bare, text that could be mistaken is in quotes. */
  public static String slice(SliceResult slice) {
    return slice(slice.dimensions(), slice.key().values());
  }

  /** The same of a slice's dimensions and their values. */
  public static String slice(List<String> dimensions, List<Object> values) {
    if (dimensions.isEmpty()) {
      return "all rows";
    }
    StringJoiner joined = new StringJoiner(", ");
    for (int i = 0; i < dimensions.size(); i++) {
      joined.add(DisplayText.visible(dimensions.get(i)) + "=" + value(values.get(i)));
    }
    return joined.toString();
  }

  private static String value(Object value) {
    if (value == null) {
      return "NULL";
    }
    String text = DisplayText.visible(ParameterInfo.text(value));
    boolean mistakable =
        value instanceof String
            && (text.isBlank()
                || text.equals("NULL")
                || !text.equals(text.strip())
                || text.contains(", ")
                || text.startsWith("'"));
    return mistakable ? "'" + text + "'" : text;
  }
}
