package dev.slicewise.jobs.console;

import dev.slicewise.core.metric.MetricCatalog;
import dev.slicewise.core.metric.NamedMetric;
import dev.slicewise.core.metric.ParameterInfo;
import dev.slicewise.core.slice.SliceResult;
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
    if (slice.dimensions().isEmpty()) {
      return "all rows";
    }
    StringJoiner values = new StringJoiner(", ");
    for (int i = 0; i < slice.dimensions().size(); i++) {
      values.add(
          DisplayText.visible(slice.dimensions().get(i))
              + "="
              + value(slice.key().values().get(i)));
    }
    return values.toString();
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
