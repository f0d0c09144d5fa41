package dev.slicewise.jobs.drift;

import dev.slicewise.core.compare.DriftFinding;
import dev.slicewise.core.metric.drift.DriftAnswer;
import dev.slicewise.core.metric.drift.DriftQuestion;
import dev.slicewise.core.slice.SliceSpec;
import dev.slicewise.jobs.store.Window;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/**
 * The answer to one question about one slice in one window.
 *
 * @param comparison with what
 * @param window that is compared; null without windows
 * @param reference the window that it is compared with; null without, or when there is none
 * @param definition what the slice is a slice of
 * @param values its values as reports show them
 * @param found question and answer
 */
record Finding(
    Comparison comparison,
    Window window,
    Window reference,
    SliceSpec definition,
    List<Object> values,
    DriftFinding found) {

  /** What a window is compared with. */
  enum Comparison {
    /** The reference, the same for all windows. */
    BASELINE,
    /** The window before. */
    CONSECUTIVE
  }

  Finding adjusted(Double p) {
    return new Finding(comparison, window, reference, definition, values, found.adjusted(p));
  }

  /** The column or metric, as people call it. */
  String subject() {
    return found.subject();
  }

  DriftQuestion question() {
    return found.question();
  }

  DriftAnswer answer() {
    return found.answer();
  }

  /** The slice's values by the name of their dimension. */
  Map<String, Object> slice() {
    Map<String, Object> slice = new LinkedHashMap<>();
    for (int i = 0; i < values.size(); i++) {
      slice.put(definition.names().get(i), values.get(i));
    }
    return slice;
  }

  /** Its object in {@code drift.json}. */
  Map<String, Object> json() {
    Map<String, Object> json = new LinkedHashMap<>();
    json.put("comparison", comparison);
    putWindow(json, "window", window);
    putWindow(json, "reference", reference);
    json.put("slices", definition.names());
    json.put("slice", slice());
    json.putAll(found.cells());
    return json;
  }

  /** Both ends of a window as instants. */
  static void putWindow(Map<String, Object> json, String name, Window window) {
    json.put(name + "_start", window == null ? null : window.start().toString());
    json.put(name + "_end", window == null ? null : window.end().toString());
  }
}
