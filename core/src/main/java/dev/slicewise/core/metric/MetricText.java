package dev.slicewise.core.metric;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/**
 * A metric as a person writes it: {@code name} or {@code name(parameter=value, …)}; a value may
 * stand in single quotes.
 *
 * @param name id, alias or preset
 * @param parameters values by parameter, as written
 */
record MetricText(String name, Map<String, String> parameters) {
  static MetricText parse(String text) {
    String trimmed = text.trim();
    int open = trimmed.indexOf('(');
    if (open < 0) {
      if (trimmed.isEmpty() || trimmed.indexOf(')') >= 0) {
        throw malformed(text);
      }
      return new MetricText(trimmed, Map.of());
    }
    if (!trimmed.endsWith(")") || open == 0) {
      throw malformed(text);
    }
    Map<String, String> parameters = new LinkedHashMap<>();
    String inside = trimmed.substring(open + 1, trimmed.length() - 1);
    for (String part : split(inside)) {
      int equals = part.indexOf('=');
      if (equals <= 0) {
        throw malformed(text);
      }
      String name = part.substring(0, equals).trim();
      String value = part.substring(equals + 1).trim();
      if (value.length() >= 2 && value.startsWith("'") && value.endsWith("'")) {
        value = value.substring(1, value.length() - 1);
      }
      if (value.isEmpty() || parameters.put(name, value) != null) {
        throw malformed(text);
      }
    }
    return new MetricText(trimmed.substring(0, open).trim(), parameters);
  }

  /** Splits at commas outside parentheses and quotes; drops empty parts. */
  static List<String> split(String text) {
    List<String> parts = new ArrayList<>();
    int depth = 0;
    boolean quoted = false;
    int start = 0;
    for (int i = 0; i <= text.length(); i++) {
      char c = i < text.length() ? text.charAt(i) : ',';
      if (c == '\'') {
        quoted = !quoted;
      } else if (!quoted && c == '(') {
        depth++;
      } else if (!quoted && c == ')') {
        depth--;
      } else if (i == text.length() || (!quoted && depth == 0 && c == ',')) {
        String part = text.substring(start, i).trim();
        if (!part.isEmpty()) {
          parts.add(part);
        }
        start = i + 1;
      }
    }
    return parts;
  }

  private static IllegalArgumentException malformed(String text) {
    return new IllegalArgumentException(
        "expected a metric such as mae or quantile_abs_error(q=0.99), found '" + text + "'");
  }
}
