package dev.slicewise.jobs.compare;

import dev.slicewise.core.compare.Comparison;
import dev.slicewise.core.compare.ComparisonCells;
import dev.slicewise.core.slice.SliceSpec;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/**
 * One slice, metric and model compared with the baseline.
 *
 * @param spec the definition of the slice
 * @param values of its dimensions, as shown
 * @param model the model's name
 * @param baseline the baseline's
 * @param paired whether both were judged on the same rows
 * @param comparison what came of it
 */
record Line(
    SliceSpec spec,
    List<Object> values,
    String model,
    String baseline,
    boolean paired,
    Comparison comparison) {

  /** The same with adjusted p-values. */
  Line with(Comparison adjusted) {
    return new Line(spec, values, model, baseline, paired, adjusted);
  }

  /** The slice as files name it: dimensions, and values by dimension. */
  static Map<String, Object> slice(SliceSpec spec, List<Object> values) {
    Map<String, Object> slice = new LinkedHashMap<>();
    Map<String, Object> named = new LinkedHashMap<>();
    for (int i = 0; i < values.size(); i++) {
      named.put(spec.names().get(i), values.get(i));
    }
    slice.put("slices", spec.names());
    slice.put("slice", named);
    return slice;
  }

  /** The slice, the metric and the models. */
  Map<String, Object> subject() {
    Map<String, Object> subject = slice(spec, values);
    subject.put("metric", comparison.metric().id());
    subject.put("params", comparison.metric().parameters());
    subject.put("model", model);
    subject.put("baseline", baseline);
    return subject;
  }

  /** The object of {@code comparison.json}. */
  Map<String, Object> object() {
    Map<String, Object> object = subject();
    object.put("paired", paired);
    object.putAll(ComparisonCells.of(comparison));
    return object;
  }
}
