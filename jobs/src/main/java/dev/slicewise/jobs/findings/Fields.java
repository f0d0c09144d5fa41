package dev.slicewise.jobs.findings;

import com.fasterxml.jackson.databind.JsonNode;
import dev.slicewise.core.interval.Interval;
import dev.slicewise.core.metric.NamedMetric;
import dev.slicewise.jobs.failure.JobException;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/** One object of a file of findings, read field by field; a missing field is a null. */
final class Fields {
  private static final int MOST_CHARACTERS = 60;

  private final JsonNode object;
  private final String where;

  /**
   * An object.
   *
   * @param where the object's place and file, for messages
   */
  Fields(JsonNode object, String where) {
    this.object = object;
    this.where = where;
  }

  private JobException problem(String expected, String name) {
    String found = object.has(name) ? object.get(name).toString() : "nothing";
    return JobException.usage(
        "expected "
            + expected
            + " in '"
            + name
            + "' of "
            + where
            + ", found "
            + (found.length() > MOST_CHARACTERS ? found.substring(0, MOST_CHARACTERS) + "…" : found)
            + "; write it anew with the command that made it.");
  }

  private JsonNode present(String name) {
    JsonNode value = object.get(name);
    return value == null || value.isNull() ? null : value;
  }

  /** A text, or null. */
  String text(String name) {
    JsonNode value = present(name);
    if (value != null && !value.isValueNode()) {
      throw problem("a text", name);
    }
    return value == null ? null : value.asText();
  }

  /** A text that has to be there. */
  String word(String name) {
    if (present(name) == null) {
      throw problem("a text", name);
    }
    return text(name);
  }

  /** A number, or null. */
  Double number(String name) {
    JsonNode value = present(name);
    if (value == null) {
      return null;
    }
    if (value.isNumber()) {
      return value.doubleValue();
    }
    if (value.isTextual() && value.asText().matches("-?Infinity")) {
      return Double.valueOf(value.asText());
    }
    throw problem("a number", name);
  }

  /** A count, or null. */
  Long count(String name) {
    Double value = number(name);
    if (value != null && (value < 0 || value != Math.rint(value))) {
      throw problem("a count", name);
    }
    return value == null ? null : present(name).longValue();
  }

  /** A count, or 0. */
  long countOrZero(String name) {
    Long count = count(name);
    return count == null ? 0 : count;
  }

  /** The objects of a list; none when it is missing. */
  List<Fields> objects(String name) {
    JsonNode list = present(name);
    List<Fields> objects = new ArrayList<>();
    if (list != null) {
      if (!list.isArray()) {
        throw problem("a list", name);
      }
      list.forEach(item -> objects.add(new Fields(item, where)));
    }
    return objects;
  }

  /** An object's entries as plain values; none when it is missing. */
  Map<String, Object> map(String name) {
    JsonNode value = present(name);
    if (value != null && !value.isObject()) {
      throw problem("an object", name);
    }
    Map<String, Object> map = new LinkedHashMap<>();
    if (value != null) {
      value.properties().forEach(entry -> map.put(entry.getKey(), PlainJson.of(entry.getValue())));
    }
    return map;
  }

  /** All fields as plain values. */
  @SuppressWarnings("unchecked")
  Map<String, Object> all() {
    return (Map<String, Object>) PlainJson.of(object);
  }

  /** The slice, from {@code slices} and {@code slice}; all rows when they are missing. */
  SliceLabel slice() {
    JsonNode names = present("slices");
    if (names == null || (names.isArray() && names.isEmpty())) {
      return SliceLabel.ALL;
    }
    JsonNode values = present("slice");
    if (!names.isArray() || values == null || !values.isObject()) {
      throw problem("a list of names, and an object of their values in 'slice',", "slices");
    }
    List<String> dimensions = new ArrayList<>();
    List<Object> found = new ArrayList<>();
    for (JsonNode name : names) {
      if (!name.isTextual() || !values.has(name.asText())) {
        throw problem("the names of 'slice'", "slices");
      }
      dimensions.add(name.asText());
      found.add(PlainJson.of(values.get(name.asText())));
    }
    return new SliceLabel(dimensions, found);
  }

  /** The metric, from {@code metric} and {@code params}. */
  NamedMetric metric() {
    return new NamedMetric(word("metric"), map("params"), null);
  }

  /** The interval, from {@code ci_low}, {@code ci_high} and {@code ci_method}; null for none. */
  Interval interval() {
    Double low = number("ci_low");
    Double high = number("ci_high");
    String method = text("ci_method");
    return low == null && high == null
        ? null
        : new Interval(low, high, null, method == null ? "" : method);
  }

  /** The verdict; it has to be there. */
  Verdict verdict() {
    String code = word("verdict");
    for (Verdict verdict : Verdict.values()) {
      if (verdict.code().equals(code)) {
        return verdict;
      }
    }
    throw problem("one of " + Verdict.codes(), "verdict");
  }

  /** The window of two fields. */
  Window window(String start, String end) {
    return new Window(text(start), text(end));
  }
}
