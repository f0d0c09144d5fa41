package dev.slicewise.jobs.gate;

import dev.slicewise.core.gate.Decision;
import dev.slicewise.core.gate.Verdict;
import dev.slicewise.core.interval.Interval;
import dev.slicewise.core.slice.SliceResult;
import dev.slicewise.jobs.output.JsonLines;
import java.io.IOException;
import java.io.Writer;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;

/** Writes {@code gates.json}, one object per gate and slice, and the summary for the record. */
public final class GatesJson {
  private GatesJson() {}

  /** Writes the array; the writer stays open. */
  public static void write(Writer out, List<GateResult> results) throws IOException {
    List<Map<String, Object>> lines = new ArrayList<>();
    results.forEach(result -> result.lines().forEach(line -> lines.add(object(line))));
    JsonLines.write(out, lines);
  }

  private static Map<String, Object> object(GateLine line) {
    Map<String, Object> object = new LinkedHashMap<>();
    Interval interval = line.interval();
    Decision decision = line.decision();
    object.put("gate", line.gate().name());
    object.put("metric", line.gate().metric().id());
    object.put("params", line.gate().metric().parameters());
    object.put("slices", line.gate().slices().names());
    object.put("slice", slice(line.slice()));
    object.put("condition", line.gate().requirement().text());
    object.put("value", line.value());
    object.put("ci_low", interval == null ? null : interval.low());
    object.put("ci_high", interval == null ? null : interval.high());
    object.put("reference_value", line.evidence() == null ? null : line.evidence().reference());
    object.put("threshold", line.threshold());
    object.put("n", line.evidence() == null ? 0L : line.evidence().result().rows());
    object.put("rows_needed", decision.rowsNeeded());
    object.put("p_value", decision.p());
    object.put("p_adjusted", decision.adjusted());
    object.put("verdict", word(line.verdict()));
    object.put("reason", decision.reason());
    return object;
  }

  static Map<String, Object> slice(SliceResult slice) {
    Map<String, Object> values = new LinkedHashMap<>();
    for (int i = 0; i < slice.dimensions().size(); i++) {
      values.put(slice.dimensions().get(i), slice.key().values().get(i));
    }
    return values;
  }

  /** Gate by gate, for {@code run.json}. */
  public static List<Map<String, Object>> summary(List<GateResult> results) {
    List<Map<String, Object>> summary = new ArrayList<>();
    for (GateResult result : results) {
      Map<String, Object> object = new LinkedHashMap<>();
      object.put("gate", result.gate().name());
      object.put("metric", result.gate().metric().text());
      object.put("slices", result.gate().slices().text());
      object.put("condition", result.gate().requirement().text());
      object.put("min_rows", result.gate().minRows());
      object.put("if_undefined", word(result.gate().ifUndefined()));
      object.put("if_inconclusive", word(result.gate().ifInconclusive()));
      object.put("verdict", word(result.verdict()));
      object.put("counts_as", word(result.counted()));
      for (Verdict verdict : Verdict.values()) {
        object.put(word(verdict), result.count(verdict));
      }
      object.put("too_few_rows", result.tooFewRows());
      summary.add(object);
    }
    return summary;
  }

  /** A verdict as files have it. */
  public static String word(Verdict verdict) {
    return verdict.name().toLowerCase(Locale.ROOT);
  }
}
