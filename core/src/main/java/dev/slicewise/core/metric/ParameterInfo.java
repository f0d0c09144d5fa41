package dev.slicewise.core.metric;

import dev.slicewise.core.numeric.Rounding;
import dev.slicewise.core.term.Parameter;
import dev.slicewise.core.text.Nearest;
import java.lang.reflect.RecordComponent;
import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;

/**
 * One parameter of a metric: a component of its record.
 *
 * @param name snake_case
 * @param type double, int, boolean, String, Double (nullable) or an enum
 * @param defaultValue what it is when nobody says
 * @param range allowed numbers in interval notation, or empty
 * @param doc what it means
 * @param quiet whether results name it only when it is not at its default
 */
public record ParameterInfo(
    String name, Class<?> type, Object defaultValue, String range, String doc, boolean quiet) {

  private static final int LONGEST_NUMBER = 64;

  static ParameterInfo of(RecordComponent component, Object defaultValue) {
    Parameter annotation = component.getAnnotation(Parameter.class);
    if (annotation == null) {
      throw new IllegalArgumentException(
          "expected @Parameter on component "
              + component.getName()
              + " of "
              + component.getDeclaringRecord().getName());
    }
    return new ParameterInfo(
        snakeCase(component.getName()),
        component.getType(),
        defaultValue,
        annotation.range(),
        annotation.doc(),
        annotation.quiet());
  }

  private static String snakeCase(String camelCase) {
    return camelCase.replaceAll("([a-z0-9])([A-Z])", "$1_$2").toLowerCase(Locale.ROOT);
  }

  /** The words an enum parameter may be; empty for other types. */
  public List<String> words() {
    List<String> words = new ArrayList<>();
    if (type.isEnum()) {
      for (Object constant : type.getEnumConstants()) {
        words.add(text(constant));
      }
    }
    return words;
  }

  /**
   * Reads a value as a person writes it.
   *
   * @param owner the metric's id, for messages
   */
  Object parse(String text, String owner) {
    Object value;
    try {
      value = parse(text);
    } catch (NumberFormatException e) {
      throw wrong(owner, type == int.class ? "an integer" : "a number", text);
    }
    check(value, owner);
    return value;
  }

  private Object parse(String text) {
    if (type == double.class) {
      return Double.parseDouble(text);
    }
    if (type == Double.class) {
      boolean none = text.equalsIgnoreCase("null") || text.equalsIgnoreCase("none");
      return none ? null : Double.valueOf(text);
    }
    if (type == int.class) {
      return integer(text);
    }
    if (type == boolean.class) {
      return switch (text.toLowerCase(Locale.ROOT)) {
        case "true" -> Boolean.TRUE;
        case "false" -> Boolean.FALSE;
        default -> text;
      };
    }
    if (type.isEnum()) {
      for (Object constant : type.getEnumConstants()) {
        if (text(constant).equalsIgnoreCase(text)) {
          return constant;
        }
      }
    }
    return text;
  }

  /** 15, 15.0 and 1.5e1 alike; never a number that had to be cut to fit. */
  private static int integer(String text) {
    if (text.length() > LONGEST_NUMBER) {
      throw new NumberFormatException(text);
    }
    try {
      return new BigDecimal(text).intValueExact();
    } catch (ArithmeticException e) {
      return Integer.parseInt(text);
    }
  }

  /** Refuses values of another type or outside the range. */
  void check(Object value, String owner) {
    if (value == null && type == Double.class) {
      return;
    }
    if (type.isEnum() && !type.isInstance(value)) {
      throw new IllegalArgumentException(
          "expected parameter "
              + name
              + " of "
              + owner
              + " to be one of "
              + String.join(", ", words())
              + ", found '"
              + value
              + "'."
              + Nearest.hint(String.valueOf(value), words()));
    }
    if (type == boolean.class && !(value instanceof Boolean)) {
      throw wrong(owner, "true or false", value);
    }
    if (value instanceof Number number && !range.isEmpty()) {
      if (!inRange(number.doubleValue())) {
        throw wrong(owner, "in " + range, text(value));
      }
    }
  }

  private IllegalArgumentException wrong(String owner, String expected, Object found) {
    return new IllegalArgumentException(
        "expected parameter "
            + name
            + " of "
            + owner
            + " to be "
            + expected
            + ", found "
            + found
            + ". `slicewise metrics "
            + owner
            + "` explains it.");
  }

  private boolean inRange(double value) {
    for (String part : range.split(" or ")) {
      String[] ends = part.substring(1, part.length() - 1).split(",");
      double low = end(ends[0]);
      double high = end(ends[1]);
      boolean above = part.charAt(0) == '[' ? value >= low : value > low;
      boolean below = part.endsWith("]") ? value <= high : value < high;
      if (above && below) {
        return true;
      }
    }
    return false;
  }

  private static double end(String text) {
    return switch (text.trim()) {
      case "inf" -> Double.POSITIVE_INFINITY;
      case "-inf" -> Double.NEGATIVE_INFINITY;
      default -> Double.parseDouble(text.trim());
    };
  }

  /** A value as reports and fingerprints write it: the shortest decimal, lower-case words. */
  public static String text(Object value) {
    if (value instanceof Double number) {
      if (!Double.isFinite(number)) {
        return String.valueOf(number);
      }
      BigDecimal decimal = Rounding.shortestDecimal(number);
      int magnitude = decimal.precision() - decimal.scale();
      return magnitude > -6 && magnitude < 16 ? decimal.toPlainString() : decimal.toString();
    }
    if (value instanceof Enum<?> constant) {
      String word = constant.name().toLowerCase(Locale.ROOT);
      return word.startsWith("_") ? word.substring(1) : word;
    }
    return String.valueOf(value);
  }
}
