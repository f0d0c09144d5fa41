package dev.slicewise.core.metric.combined;

import dev.slicewise.core.metric.MetricCatalog;
import dev.slicewise.core.metric.NamedMetric;
import java.util.ArrayList;
import java.util.List;

/**
 * One summand of a linear combination of metrics.
 *
 * @param coefficient what the metric is multiplied by
 * @param metric the metric
 */
record LinearCombination(double coefficient, NamedMetric metric) {
  /** A summand as it is written. */
  record Text(double coefficient, String metric) {}

  /**
   * The summands of a text, their metrics found in the catalogue.
   *
   * @throws IllegalArgumentException for unknown metrics and malformed texts
   */
  static List<LinearCombination> parse(String text) {
    List<LinearCombination> parts = new ArrayList<>();
    for (Text part : split(text)) {
      NamedMetric metric = MetricCatalog.standard().parse(part.metric());
      if (metric.metric() instanceof Composite) {
        throw malformed(text, "a composite within a composite");
      }
      parts.add(new LinearCombination(part.coefficient(), metric));
    }
    return parts;
  }

  /**
   * Cuts a text at every + and − outside parentheses that does not belong to an exponent.
   *
   * @throws IllegalArgumentException for malformed texts
   */
  static List<Text> split(String text) {
    List<Text> parts = new ArrayList<>();
    int depth = 0;
    int start = 0;
    for (int i = 0; i <= text.length(); i++) {
      char c = i < text.length() ? text.charAt(i) : '+';
      depth += c == '(' ? 1 : c == ')' ? -1 : 0;
      boolean sign = (c == '+' || c == '-') && (i == text.length() || depth == 0);
      if (sign && !isExponent(text, i) && !text.substring(start, i).isBlank()) {
        parts.add(summand(text.substring(start, i).trim(), text));
        start = i;
      } else if (sign && i == text.length()) {
        throw malformed(text, "nothing after the last sign");
      }
    }
    return parts;
  }

  /** Whether the sign at a place is that of 1e-3. */
  private static boolean isExponent(String text, int at) {
    return at >= 2
        && at < text.length()
        && Character.toLowerCase(text.charAt(at - 1)) == 'e'
        && (Character.isDigit(text.charAt(at - 2)) || text.charAt(at - 2) == '.');
  }

  private static Text summand(String written, String text) {
    double sign = written.startsWith("-") ? -1.0 : 1.0;
    String rest = written.matches("(?s)[-+].*") ? written.substring(1).trim() : written;
    int star = rest.indexOf('*');
    int open = rest.indexOf('(');
    if (star >= 0 && (open < 0 || star < open)) {
      String number = rest.substring(0, star).trim();
      String metric = rest.substring(star + 1).trim();
      if (!number.matches("[0-9]*\\.?[0-9]+([eE][-+]?[0-9]+)?|[0-9]+\\.") || metric.isEmpty()) {
        throw malformed(text, "'" + written + "'");
      }
      double coefficient = Double.parseDouble(number);
      if (!Double.isFinite(coefficient)) {
        throw malformed(text, "'" + written + "'");
      }
      return new Text(sign * coefficient, metric);
    }
    if (rest.isEmpty()) {
      throw malformed(text, "a sign without a metric");
    }
    return new Text(sign, rest);
  }

  private static IllegalArgumentException malformed(String text, String found) {
    return new IllegalArgumentException(
        "expected a combination such as '0.7*log_loss + 0.3*brier', found "
            + found
            + " in '"
            + text
            + "'");
  }
}
