package dev.slicewise.jobs.output;

import com.fasterxml.jackson.core.JsonGenerator;
import com.fasterxml.jackson.core.io.SerializedString;
import dev.slicewise.core.metric.MetricValue;
import dev.slicewise.core.plan.MetricResult;
import dev.slicewise.core.slice.SliceResult;
import java.io.IOException;
import java.io.Writer;
import java.util.Iterator;
import java.util.Locale;
import java.util.Map;
import java.util.TreeMap;

/**
 * Writes {@code metrics.json}: an array with one object per slice and metric, one a line, in the
 * order of the table. Nothing in it depends on where or when it ran, so equal results are equal
 * bytes. Needs the memory of one slice.
 */
public final class MetricsJson {
  private MetricsJson() {}

  /** Writes the array; the writer stays open. */
  public static void write(Writer out, Iterator<SliceResult> slices) throws IOException {
    out.write("[\n");
    JsonGenerator json =
        Json.FACTORY.createGenerator(out).disable(JsonGenerator.Feature.AUTO_CLOSE_TARGET);
    // Objects side by side, as far as the generator knows; the brackets are ours.
    json.setRootValueSeparator(new SerializedString(",\n"));
    while (slices.hasNext()) {
      SliceResult slice = slices.next();
      for (MetricResult result : slice.metrics()) {
        json.writeStartObject();
        write(json, slice, result);
        json.writeEndObject();
      }
    }
    json.close();
    out.write("\n]\n");
  }

  private static void write(JsonGenerator json, SliceResult slice, MetricResult result)
      throws IOException {
    field(json, "slices", slice.dimensions());
    json.writeObjectFieldStart("slice");
    for (int i = 0; i < slice.dimensions().size(); i++) {
      field(json, slice.dimensions().get(i), slice.key().values().get(i));
    }
    json.writeEndObject();
    field(json, "metric", result.metric().id());
    field(json, "params", result.metric().parameters());
    MetricValue value = result.value();
    MetricValue.Scalar scalar = value instanceof MetricValue.Scalar number ? number : null;
    field(json, "value", scalar == null ? null : (Double) scalar.value());
    field(json, "n", result.rows());
    field(json, "weight_sum", result.weight());
    field(
        json,
        "exactness",
        scalar == null ? null : scalar.exactness().name().toLowerCase(Locale.ROOT));
    field(
        json,
        "error_bound",
        scalar == null || scalar.errorBound() == 0 ? null : (Double) scalar.errorBound());
    field(json, "ci_low", result.interval() == null ? null : result.interval().low());
    field(json, "ci_high", result.interval() == null ? null : result.interval().high());
    field(
        json,
        "reason",
        value instanceof MetricValue.Undefined undefined ? undefined.reason() : null);
    if (result.interval() != null) {
      field(json, "ci_method", result.interval().method());
    }
    present(json, "counters", result.counters());
    if (scalar != null) {
      present(json, "details", scalar.details());
    }
    if (value instanceof MetricValue.Curve curve) {
      curve(json, curve);
    }
  }

  private static void curve(JsonGenerator json, MetricValue.Curve curve) throws IOException {
    json.writeArrayFieldStart("curve");
    for (int point = 0; point < curve.points().size(); point++) {
      json.writeStartObject();
      for (int i = 0; i < curve.columns().size(); i++) {
        field(json, curve.columns().get(i), curve.cell(point, i));
      }
      json.writeEndObject();
    }
    json.writeEndArray();
  }

  private static void present(JsonGenerator json, String name, Map<String, ?> values)
      throws IOException {
    if (!values.isEmpty()) {
      field(json, name, new TreeMap<>(values));
    }
  }

  private static void field(JsonGenerator json, String name, Object value) throws IOException {
    json.writeFieldName(name);
    Json.write(json, value);
  }
}
