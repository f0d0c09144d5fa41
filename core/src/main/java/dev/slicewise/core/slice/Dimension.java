package dev.slicewise.core.slice;

import dev.slicewise.core.numeric.Rounding;
import java.io.Serializable;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.StringJoiner;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * One axis along which rows are told apart. NULL is a value of its own on every axis.
 *
 * <p>As text, each optionally followed by {@code AS name}: a column name; {@code bucket(x, 0, 10,
 * 100)}; {@code time(t, month)}; {@code top(dest, 10)}; anything else is a SQL expression.
 */
public sealed interface Dimension extends Serializable {
  /** The name under which reports show it. */
  String name();

  /** What {@link #parse} reads back as an equal dimension. */
  String text();

  /** A column as it is. */
  record Column(String name) implements Dimension {
    @Override
    public String text() {
      return Syntax.IDENTIFIER.matcher(name).matches() && name.charAt(0) != '`'
          ? name
          : Syntax.quoted(name);
    }
  }

  /** A SQL expression over the input's columns. */
  record Expression(String name, String sql) implements Dimension {
    @Override
    public String text() {
      return Syntax.named(sql, name);
    }
  }

  /**
   * A number cut at ascending edges: {@code [-inf, e0)}, {@code [e0, e1)}, …; NaN is its own value.
   */
  record Bucket(String name, String sql, List<Double> edges) implements Dimension {
    /** Freezes the edges and refuses any that do not ascend. */
    public Bucket {
      edges = List.copyOf(edges);
      for (int i = 0; i < edges.size(); i++) {
        double edge = edges.get(i);
        if (!Double.isFinite(edge) || (i > 0 && edge <= edges.get(i - 1))) {
          throw new IllegalArgumentException(
              "expected ascending finite edges in bucket " + name + ", found " + edges);
        }
      }
    }

    /** How the bucket at an index is shown; the one after the last is NaN's. */
    public String label(int index) {
      if (index > edges.size()) {
        return "NaN";
      }
      String low = index == 0 ? "(-inf" : "[" + text(edges.get(index - 1));
      return low + ", " + (index == edges.size() ? "inf" : text(edges.get(index))) + ")";
    }

    private static String text(double edge) {
      return Rounding.shortestDecimal(edge).toPlainString();
    }

    @Override
    public String text() {
      StringJoiner arguments = new StringJoiner(", ", "bucket(", ")").add(sql);
      edges.forEach(edge -> arguments.add(text(edge)));
      return Syntax.named(arguments.toString(), name);
    }
  }

  /** The value that stands for all but the most frequent ones of a {@link Top}. */
  String OTHER = "(other)";

  /** A date or timestamp cut to a unit: year, quarter, month, week, day, hour or minute. */
  record TimeUnit(String name, String sql, String unit) implements Dimension {
    private static final List<String> UNITS =
        List.of("year", "quarter", "month", "week", "day", "hour", "minute");

    /** Refuses unknown units. */
    public TimeUnit {
      unit = unit.toLowerCase(Locale.ROOT);
      if (!UNITS.contains(unit)) {
        throw new IllegalArgumentException(
            "expected one of "
                + String.join(", ", UNITS)
                + " in "
                + name
                + ", found '"
                + unit
                + "'");
      }
    }

    @Override
    public String text() {
      return Syntax.named("time(" + sql + ", " + unit + ")", name);
    }
  }

  /** The {@code limit} values with most rows, all others joined as {@link #OTHER}. */
  record Top(String name, String sql, int limit) implements Dimension {
    /** Refuses limits below 1. */
    public Top {
      if (limit < 1) {
        throw new IllegalArgumentException(
            "expected a number of values of at least 1 in " + name + ", found " + limit);
      }
    }

    @Override
    public String text() {
      return Syntax.named("top(" + sql + ", " + limit + ")", name);
    }
  }

  /** Reads a dimension as a person writes it. */
  static Dimension parse(String text) {
    String trimmed = text.trim();
    Matcher named = Syntax.NAMED.matcher(trimmed);
    String body = named.matches() ? named.group(1).trim() : trimmed;
    String name = named.matches() ? Syntax.unquote(named.group(2)) : Syntax.unquote(body);
    if (body.isEmpty()) {
      throw new IllegalArgumentException(
          "expected a slice dimension such as carrier, found '" + text + "'");
    }
    Matcher call = Syntax.CALL.matcher(body);
    if (call.matches()) {
      List<String> arguments = Syntax.split(call.group(2));
      String function = call.group(1).toLowerCase(Locale.ROOT);
      switch (function) {
        case "bucket":
          return new Bucket(name, Syntax.first(arguments, body), Syntax.numbers(arguments, body));
        case "time":
          Syntax.expect(arguments, 2, body);
          return new TimeUnit(name, arguments.get(0), arguments.get(1));
        case "top":
          Syntax.expect(arguments, 2, body);
          return new Top(name, arguments.get(0), (int) Syntax.number(arguments.get(1), body));
        default:
          break;
      }
    }
    return Syntax.IDENTIFIER.matcher(body).matches() && !named.matches()
        ? new Column(Syntax.unquote(body))
        : new Expression(name, body);
  }

  /** The grammar of dimensions. */
  final class Syntax {
    private static final Pattern NAMED =
        Pattern.compile("(.*\\S)\\s+[Aa][Ss]\\s+(\\w+|`(?:[^`]|``)+`)", Pattern.DOTALL);
    private static final Pattern CALL = Pattern.compile("(\\w+)\\s*\\((.*)\\)", Pattern.DOTALL);
    private static final Pattern IDENTIFIER = Pattern.compile("[A-Za-z_][\\w.]*|`(?:[^`]|``)+`");

    private Syntax() {}

    static String unquote(String text) {
      return text.length() > 1 && text.startsWith("`") && text.endsWith("`")
          ? text.substring(1, text.length() - 1).replace("``", "`")
          : text;
    }

    static String quoted(String name) {
      return "`" + name.replace("`", "``") + "`";
    }

    static String named(String body, String name) {
      return body.equals(name) ? body : body + " AS " + quoted(name);
    }

    /** Splits at commas outside parentheses, quotes and backticks. */
    public static List<String> split(String text) {
      List<String> parts = new ArrayList<>();
      int depth = 0;
      char quote = 0;
      int start = 0;
      for (int i = 0; i <= text.length(); i++) {
        char c = i < text.length() ? text.charAt(i) : ',';
        if (quote != 0 && i < text.length()) {
          quote = c == quote ? 0 : quote;
        } else if (c == '\'' || c == '`' || c == '"') {
          quote = c;
        } else if (c == '(') {
          depth++;
        } else if (c == ')') {
          depth--;
        } else if (c == ',' && (depth == 0 || i == text.length())) {
          parts.add(text.substring(start, i).trim());
          start = i + 1;
        }
      }
      return parts;
    }

    static String first(List<String> arguments, String body) {
      if (arguments.size() < 2) {
        throw new IllegalArgumentException(
            "expected bucket(column, edge, …), found '" + body + "'");
      }
      return arguments.get(0);
    }

    static void expect(List<String> arguments, int count, String body) {
      if (arguments.size() != count) {
        throw new IllegalArgumentException(
            "expected time(column, unit) or top(column, count), found '" + body + "'");
      }
    }

    static List<Double> numbers(List<String> arguments, String body) {
      List<Double> numbers = new ArrayList<>();
      for (String argument : arguments.subList(1, arguments.size())) {
        numbers.add(number(argument, body));
      }
      return numbers;
    }

    static double number(String text, String body) {
      try {
        return Double.parseDouble(text);
      } catch (NumberFormatException e) {
        throw new IllegalArgumentException(
            "expected a number in '" + body + "', found '" + text + "'", e);
      }
    }
  }
}
