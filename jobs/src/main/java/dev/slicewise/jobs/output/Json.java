package dev.slicewise.jobs.output;

import com.fasterxml.jackson.core.JsonFactory;
import com.fasterxml.jackson.core.JsonGenerator;
import com.fasterxml.jackson.core.util.DefaultIndenter;
import com.fasterxml.jackson.core.util.DefaultPrettyPrinter;
import dev.slicewise.core.metric.ParameterInfo;
import java.io.IOException;
import java.io.Writer;
import java.util.Map;

/**
 * JSON whose bytes depend on the values alone: numbers as the shortest decimals that read back,
 * infinities as the texts "Infinity" and "-Infinity", line ends as one character.
 */
public final class Json {
  static final JsonFactory FACTORY = new JsonFactory();

  private Json() {}

  /** A generator that indents, for files that people read. */
  public static JsonGenerator indented(Writer out) throws IOException {
    DefaultIndenter lines = new DefaultIndenter("  ", "\n");
    return FACTORY
        .createGenerator(out)
        .setPrettyPrinter(
            new DefaultPrettyPrinter().withObjectIndenter(lines).withArrayIndenter(lines));
  }

  /** Writes a value in one line; the writer stays open. */
  public static void write(Writer out, Object value) throws IOException {
    JsonGenerator json =
        FACTORY.createGenerator(out).disable(JsonGenerator.Feature.AUTO_CLOSE_TARGET);
    write(json, value);
    json.close();
  }

  /** A generator that writes all on one line, for values inside of other files. */
  public static JsonGenerator oneLine(Writer out) throws IOException {
    return FACTORY.createGenerator(out);
  }

  /** Writes maps, iterables, texts, numbers, truth values and null. */
  public static void write(JsonGenerator json, Object value) throws IOException {
    if (value instanceof Map<?, ?> map) {
      json.writeStartObject();
      for (Map.Entry<?, ?> entry : map.entrySet()) {
        json.writeFieldName(String.valueOf(entry.getKey()));
        write(json, entry.getValue());
      }
      json.writeEndObject();
    } else if (value instanceof Iterable<?> items) {
      json.writeStartArray();
      for (Object item : items) {
        write(json, item);
      }
      json.writeEndArray();
    } else if (value instanceof Double number) {
      number(json, number);
    } else if (value instanceof Integer || value instanceof Long) {
      json.writeNumber(((Number) value).longValue());
    } else if (value instanceof Boolean truth) {
      json.writeBoolean(truth);
    } else if (value == null) {
      json.writeNull();
    } else {
      json.writeString(String.valueOf(value));
    }
  }

  /** Writes a double. */
  static void number(JsonGenerator json, double value) throws IOException {
    String text = ParameterInfo.text(value);
    if (Double.isFinite(value)) {
      json.writeNumber(text);
    } else {
      json.writeString(text);
    }
  }
}
