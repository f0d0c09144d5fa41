package dev.slicewise.core.metric;

import dev.slicewise.core.term.Role;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.StringJoiner;
import java.util.TreeSet;

/**
 * A metric under its canonical name with every parameter in force: what results are labelled with.
 *
 * @param id canonical id
 * @param parameters all parameters in declaration order: numbers, booleans, words or null
 * @param metric the metric
 */
public record NamedMetric(String id, Map<String, Object> parameters, Metric metric) {
  /** Freezes the parameters in their order; holds the metric that does the work. */
  public NamedMetric {
    metric = metric == null ? null : metric.resolved();
    parameters = Collections.unmodifiableMap(new LinkedHashMap<>(parameters));
  }

  /** {@code id} or {@code id(a=1,b=two)}: reads back as this metric. */
  public String text() {
    if (parameters.isEmpty()) {
      return id;
    }
    StringJoiner joined = new StringJoiner(",", id + "(", ")");
    parameters.forEach((name, value) -> joined.add(name + "=" + quoted(value)));
    return joined.toString();
  }

  /** The columns this metric needs, label and prediction first. */
  public List<Role> roles() {
    Set<Role> roles = new TreeSet<>();
    metric.needs().forEach(statistic -> roles.addAll(statistic.domain().roles()));
    return List.copyOf(roles);
  }

  private static String quoted(Object value) {
    String text = ParameterInfo.text(value);
    return value instanceof String && !text.matches("[A-Za-z0-9_.]+") ? "'" + text + "'" : text;
  }

  @Override
  public String toString() {
    return text();
  }
}
