package dev.slicewise.jobs.drift;

import dev.slicewise.core.metric.drift.DriftAnswer;
import dev.slicewise.core.metric.drift.DriftQuestion;
import dev.slicewise.core.slice.SliceSpec;
import dev.slicewise.jobs.store.Window;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;

/**
 * The answer to one question about one slice.
 *
 * @param comparison with what
 * @param window that is compared; null without windows
 * @param reference the window that it is compared with; null without, or when there is none
 * @param definition what the slice is a slice of
 * @param values its values as reports show them
 * @param subject the column or metric, as people call it
 * @param question what was asked
 * @param answer what came of it
 * @param adjusted the p-value adjusted for all slices and columns, or null
 */
record Finding(
    Comparison comparison,
    Window window,
    Window reference,
    SliceSpec definition,
    List<Object> values,
    String subject,
    DriftQuestion question,
    DriftAnswer answer,
    Double adjusted) {

  /** What a window is compared with. */
  enum Comparison {
    /** The reference, the same for all windows. */
    BASELINE,
    /** The window before. */
    CONSECUTIVE
  }

  Finding adjusted(Double p) {
    return new Finding(
        comparison, window, reference, definition, values, subject, question, answer, p);
  }

  /** The verdict as files say it. */
  String verdict() {
    return answer.verdict().name().toLowerCase(Locale.ROOT);
  }

  /** The slice's values by the name of their dimension. */
  Map<String, Object> slice() {
    Map<String, Object> slice = new LinkedHashMap<>();
    for (int i = 0; i < values.size(); i++) {
      slice.put(definition.names().get(i), values.get(i));
    }
    return slice;
  }

  /** The limit that the value was compared with; null without. */
  Double threshold() {
    return answer.limit() == null || answer.value() == null
        ? null
        : (Double) answer.limit().against(answer.value());
  }

  /** On which side of the limit drift begins; null without. */
  String direction() {
    return answer.limit() == null ? null : answer.limit().direction();
  }

  /** Its object in {@code drift.json}. */
  Map<String, Object> json() {
    Map<String, Object> json = new LinkedHashMap<>();
    json.put("comparison", comparison);
    putWindow(json, "window", window);
    putWindow(json, "reference", reference);
    json.put("slices", definition.names());
    json.put("slice", slice());
    json.put("column", subject);
    json.put("method", question.method());
    json.put("params", question.parameters());
    json.put("value", answer.value());
    json.put("error_bound", answer.errorBound() == 0 ? null : (Double) answer.errorBound());
    json.put("threshold", threshold());
    json.put("direction", direction());
    json.put("verdict", verdict());
    json.put("p_value", answer.p());
    json.put("p_adjusted", adjusted);
    json.put("n_reference", answer.reference());
    json.put("n_current", answer.current());
    json.put("details", answer.details());
    json.put("reason", answer.reason());
    return json;
  }

  /** Both ends of a window as instants. */
  static void putWindow(Map<String, Object> json, String name, Window window) {
    json.put(name + "_start", window == null ? null : window.start().toString());
    json.put(name + "_end", window == null ? null : window.end().toString());
  }
}
