package dev.slicewise.core.metric;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/** One case of golden.json, whose expected values come from the oracles named there. */
public record GoldenCase(
    String id,
    String name,
    Map<String, Object> inputs,
    Map<String, Object> params,
    Object expected,
    double relative,
    double absolute) {

  /** The case of an id. */
  public static GoldenCase of(String id) {
    for (Object item : (List<?>) File.CONTENT.get("cases")) {
      Map<String, Object> fields = object(item);
      if (fields.get("id").equals(id)) {
        Map<String, Object> tolerance = object(fields.get("tolerance"));
        return new GoldenCase(
            id,
            (String) fields.get("name"),
            object(fields.get("inputs")),
            object(fields.get("params")),
            fields.get("expected"),
            (Double) tolerance.get("rel"),
            (Double) tolerance.get("abs"));
      }
    }
    throw new IllegalArgumentException("golden.json has no case " + id);
  }

  @SuppressWarnings("unchecked")
  private static Map<String, Object> object(Object json) {
    return (Map<String, Object>) json;
  }

  /** A column of the inputs. */
  public double[] input(String name) {
    return numbers(inputs.get(name));
  }

  /** A column of the expected values. */
  public double[] expectedColumn(String name) {
    return numbers(object(expected).get(name));
  }

  /** An expected value by name; null for undefined. */
  public Double expected(String name) {
    assertThat(object(expected)).as(id).containsKey(name);
    return (Double) object(expected).get(name);
  }

  private static double[] numbers(Object list) {
    return ((List<?>) list).stream().mapToDouble(GoldenCase::number).toArray();
  }

  private static double number(Object json) {
    return json instanceof Double d ? d : Double.parseDouble((String) json);
  }

  /** Checks a number by the case's tolerance. */
  public void check(double actual, double wanted) {
    double tolerance = Math.max(absolute, relative * Math.abs(wanted));
    assertThat(Math.abs(actual - wanted))
        .as("%s: %s for %s", id, actual, wanted)
        .isLessThanOrEqualTo(tolerance);
  }

  /** Checks a metric's value; null wants undefined. */
  public void check(MetricValue actual, Double wanted) {
    if (wanted == null) {
      assertThat(actual).as(id).isInstanceOf(MetricValue.Undefined.class);
    } else {
      assertThat(actual).as(id).isInstanceOf(MetricValue.Scalar.class);
      check(((MetricValue.Scalar) actual).value(), wanted);
    }
  }

  private static final class File {
    static final Map<String, Object> CONTENT = read();

    private static Map<String, Object> read() {
      try (InputStream in = GoldenCase.class.getResourceAsStream("/golden.json")) {
        return object(new Json(new String(in.readAllBytes(), UTF_8)).value());
      } catch (IOException e) {
        throw new UncheckedIOException(e);
      }
    }
  }

  /** Just enough JSON for the golden file: numbers become Double, null stays null. */
  private static final class Json {
    private final String text;
    private int at;

    Json(String text) {
      this.text = text;
    }

    Object value() {
      char c = peek();
      if (c == '{') {
        Map<String, Object> fields = new LinkedHashMap<>();
        for (at++; peek() != '}'; skip(',')) {
          String key = (String) value();
          skip(':');
          fields.put(key, value());
        }
        at++;
        return fields;
      }
      if (c == '[') {
        List<Object> items = new ArrayList<>();
        for (at++; peek() != ']'; skip(',')) {
          items.add(value());
        }
        at++;
        return items;
      }
      return c == '"' ? string() : word();
    }

    private char peek() {
      while (Character.isWhitespace(text.charAt(at))) {
        at++;
      }
      return text.charAt(at);
    }

    private void skip(char separator) {
      if (peek() == separator) {
        at++;
      }
    }

    private String string() {
      StringBuilder out = new StringBuilder();
      for (at++; text.charAt(at) != '"'; at++) {
        char c = text.charAt(at);
        if (c == '\\') {
          at++;
          c = text.charAt(at) == 'n' ? '\n' : text.charAt(at);
        }
        out.append(c);
      }
      at++;
      return out.toString();
    }

    private Object word() {
      int from = at;
      while ("-+.0123456789eEtrufalsn".indexOf(text.charAt(at)) >= 0) {
        at++;
      }
      String word = text.substring(from, at);
      return switch (word) {
        case "null" -> null;
        case "true" -> true;
        case "false" -> false;
        default -> Double.valueOf(word);
      };
    }
  }
}
