package dev.slicewise.jobs.compare;

import dev.slicewise.core.compare.Comparison;
import dev.slicewise.core.compare.Verdict;
import dev.slicewise.core.slice.SliceSpec;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
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
    Comparison c = comparison;
    boolean interval = c.interval() != null;
    Map<String, Object> object = subject();
    object.put("paired", paired);
    object.put("value", c.value());
    object.put("baseline_value", c.baseline());
    object.put("delta", c.difference());
    object.put("ci_low", interval ? c.interval().low() : null);
    object.put("ci_high", interval ? c.interval().high() : null);
    object.put("ci_method", interval ? c.interval().method() : null);
    object.put("p_value", c.test() == null ? null : (Double) c.test().pValue());
    object.put("p_adjusted", c.pAdjusted());
    object.put("test", c.test() == null ? null : c.test().name());
    object.put("n", c.rows());
    object.put("wins", c.wins().orElse(null));
    object.put("ties", c.tally() == null ? null : (Double) c.tally().equal());
    object.put("losses", c.losses().orElse(null));
    object.put("margin", c.margin());
    object.put("p_non_inferior", c.nonInferiority().map(test -> test.p()).orElse(null));
    object.put("verdict", word(c.verdict()));
    object.put("reason", c.reason());
    return object;
  }

  /** A verdict as files say it. */
  static String word(Verdict verdict) {
    return verdict.name().toLowerCase(Locale.ROOT);
  }
}
