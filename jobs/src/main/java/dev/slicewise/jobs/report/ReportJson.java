package dev.slicewise.jobs.report;

import com.fasterxml.jackson.core.JsonGenerator;
import dev.slicewise.core.interval.Interval;
import dev.slicewise.core.metric.MetricValue;
import dev.slicewise.core.metric.NamedMetric;
import dev.slicewise.core.plan.MetricResult;
import dev.slicewise.core.slice.SliceResult;
import dev.slicewise.jobs.findings.Findings;
import dev.slicewise.jobs.findings.SliceLabel;
import dev.slicewise.jobs.findings.Verdict;
import dev.slicewise.jobs.findings.Window;
import dev.slicewise.jobs.output.Json;
import java.io.IOException;
import java.io.Writer;
import java.lang.reflect.InvocationTargetException;
import java.lang.reflect.RecordComponent;
import java.util.ArrayList;
import java.util.Iterator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;

/** Writes all that a report knows as one JSON object. */
public final class ReportJson {
  private ReportJson() {}

  /** Writes the object; the writer stays open. Needs the memory of one slice at a time. */
  public static void write(Writer out, ReportContent content) throws IOException {
    Results results = Results.gather(content);
    ReportInput input = content.evaluation();
    JsonGenerator json = Json.indented(out).disable(JsonGenerator.Feature.AUTO_CLOSE_TARGET);
    json.writeStartObject();
    field(json, "title", input.title());
    field(json, "facts", input.facts());
    field(json, "verdicts", Verdicts.of(results).stream().map(ReportJson::statement).toList());
    json.writeArrayFieldStart("metrics");
    Iterator<SliceResult> slices = input.slices().get();
    while (slices.hasNext()) {
      SliceResult slice = slices.next();
      SliceLabel label = new SliceLabel(slice.dimensions(), slice.key().values());
      for (MetricResult metric : slice.metrics()) {
        Json.write(json, result(label, metric));
      }
    }
    json.writeEndArray();
    field(
        json,
        "questions",
        content.answers().stream().map(answer -> result(SliceLabel.ALL, answer)).toList());
    Findings findings = content.findings();
    field(json, "gates", plain(findings.gates()));
    field(json, "worst", plain(findings.worst()));
    field(json, "comparisons", plain(findings.comparisons()));
    field(json, "drift", plain(findings.drifts()));
    field(json, "distributions", plain(findings.distributions()));
    json.writeArrayFieldStart("series");
    series(json, content.series());
    json.writeEndArray();
    field(json, "run", input.run());
    json.writeEndObject();
    json.writeRaw('\n');
    json.close();
  }

  private static void field(JsonGenerator json, String name, Object value) throws IOException {
    json.writeFieldName(name);
    Json.write(json, value);
  }

  private static Map<String, Object> statement(Statement statement) {
    Map<String, Object> object = new LinkedHashMap<>();
    object.put("verdict", statement.badge());
    object.put("headline", statement.headline().plain());
    object.put("detail", statement.detail().plain());
    return object;
  }

  private static void series(JsonGenerator json, Series series) throws IOException {
    for (SliceLabel slice : series.slices()) {
      for (String metric : series.metrics(slice)) {
        for (Map.Entry<Window, MetricResult> one : series.of(slice, metric).entrySet()) {
          Map<String, Object> object = new LinkedHashMap<>();
          object.put("window_start", one.getKey().start());
          object.put("window_end", one.getKey().end());
          object.putAll(result(slice, one.getValue()));
          Json.write(json, object);
        }
      }
    }
  }

  private static Map<String, Object> result(SliceLabel slice, MetricResult result) {
    Map<String, Object> object = new LinkedHashMap<>();
    put(object, slice);
    put(object, result.metric());
    MetricValue value = result.value();
    object.put("value", value instanceof MetricValue.Scalar scalar ? scalar.value() : null);
    Interval interval = result.interval();
    object.put("ci_low", interval == null ? null : interval.low());
    object.put("ci_high", interval == null ? null : interval.high());
    object.put("n", result.rows());
    if (value instanceof MetricValue.Undefined undefined) {
      object.put("reason", undefined.reason());
    } else if (value instanceof MetricValue.Curve curve && !curve.points().isEmpty()) {
      List<Map<String, Object>> points = new ArrayList<>();
      for (int point = 0; point < curve.points().size(); point++) {
        Map<String, Object> cells = new LinkedHashMap<>();
        for (int column = 0; column < curve.columns().size(); column++) {
          cells.put(curve.columns().get(column), curve.cell(point, column));
        }
        points.add(cells);
      }
      object.put("curve", points);
    }
    return object;
  }

  private static void put(Map<String, Object> object, SliceLabel slice) {
    object.put("slices", slice.dimensions());
    Map<String, Object> values = new LinkedHashMap<>();
    for (int i = 0; i < slice.dimensions().size(); i++) {
      values.put(slice.dimensions().get(i), slice.values().get(i));
    }
    object.put("slice", values);
  }

  private static void put(Map<String, Object> object, NamedMetric metric) {
    object.put("metric", metric.id());
    object.put("params", metric.parameters());
  }

  private static List<Object> plain(List<?> findings) {
    List<Object> plain = new ArrayList<>();
    findings.forEach(finding -> plain.add(plain((Record) finding)));
    return plain;
  }

  /** A finding by its components, which are called as in the files they were read from. */
  private static Map<String, Object> plain(Record finding) {
    Map<String, Object> object = new LinkedHashMap<>();
    for (RecordComponent component : finding.getClass().getRecordComponents()) {
      String name = snake(component.getName());
      Object value = component(finding, component);
      if (value instanceof SliceLabel slice) {
        put(object, slice);
      } else if (value instanceof NamedMetric metric) {
        object.put(name, metric.id());
        object.put("params", metric.parameters());
      } else if (value instanceof Interval interval) {
        object.put("ci_low", interval.low());
        object.put("ci_high", interval.high());
      } else if (value instanceof Window window) {
        object.put(name + "_start", window.start());
        object.put(name + "_end", window.end());
      } else if (value instanceof Verdict verdict) {
        object.put(name, verdict.code());
      } else if (value instanceof List<?> list) {
        object.put(name, plain(list));
      } else {
        object.put(name, value);
      }
    }
    return object;
  }

  private static Object component(Record finding, RecordComponent component) {
    try {
      return component.getAccessor().invoke(finding);
    } catch (IllegalAccessException | InvocationTargetException e) {
      throw new AssertionError("a finding hides " + component.getName(), e);
    }
  }

  private static String snake(String name) {
    return name.replaceAll("([A-Z])", "_$1").toLowerCase(Locale.ROOT);
  }
}
