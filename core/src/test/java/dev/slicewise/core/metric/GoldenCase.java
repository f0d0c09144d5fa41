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
    return all().stream()
        .filter(golden -> golden.id().equals(id))
        .findFirst()
        .orElseThrow(() -> new IllegalArgumentException("golden.json has no case " + id));
  }

  /** Every case of the file. */
  public static List<GoldenCase> all() {
    return File.CASES;
  }

  private static GoldenCase of(Map<String, Object> fields) {
    Map<String, Object> tolerance = object(fields.get("tolerance"));
    return new GoldenCase(
        (String) fields.get("id"),
        (String) fields.get("name"),
        object(fields.get("inputs")),
        object(fields.get("params")),
        fields.get("expected"),
        number(tolerance.get("rel")),
        number(tolerance.get("abs")));
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
    Object value = object(expected).get(name);
    return value == null ? null : number(value);
  }

  private static double[] numbers(Object list) {
    return ((List<?>) list).stream().mapToDouble(GoldenCase::number).toArray();
  }

  /** A number of the file; the infinities and NaN are strings there. */
  public static double number(Object json) {
    return json instanceof Number n ? n.doubleValue() : Double.parseDouble((String) json);
  }

  /** Checks a number by the case's tolerance. */
  public void check(double actual, double wanted) {
    double tolerance = Math.max(absolute, relative * Math.abs(wanted));
    assertThat(Math.abs(actual - wanted))
        .as("%s: %s for %s", id, actual, wanted)
        .matches(difference -> actual == wanted || difference <= tolerance);
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

  /** The id, by which reports name the case. */
  @Override
  public String toString() {
    return id;
  }

  private static final class File {
    static final List<GoldenCase> CASES = read();

    private static List<GoldenCase> read() {
      try (InputStream in = GoldenCase.class.getResourceAsStream("/golden.json")) {
        Object content = new Json(new String(in.readAllBytes(), UTF_8)).value();
        List<GoldenCase> cases = new ArrayList<>();
        ((List<?>) object(content).get("cases")).forEach(item -> cases.add(of(object(item))));
        return List.copyOf(cases);
      } catch (IOException e) {
        throw new UncheckedIOException(e);
      }
    }
  }

  /**
   * Just enough JSON for the golden file: null stays null, numbers become Double, or Long when they
   * are integers of too many digits for that.
   */
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
        default -> {
          Object number = Double.valueOf(word);
          yield word.matches("-?[0-9]{16,}") ? Long.valueOf(word) : number;
        }
      };
    }
  }
}
