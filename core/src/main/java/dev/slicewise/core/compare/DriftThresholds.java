package dev.slicewise.core.compare;

import dev.slicewise.core.drift.DriftLimit;
import dev.slicewise.core.metric.MetricCatalog;
import dev.slicewise.core.metric.NamedMetric;
import dev.slicewise.core.metric.drift.DriftMethod;
import dev.slicewise.core.metric.drift.MetricQuestion.Margin;
import dev.slicewise.core.text.Nearest;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * What counts as drift, as somebody said: limits by method, of one column or all, and margins by
 * metric; where nothing was said, what is usual. What is said later wins.
 */
public final class DriftThresholds {
  /** How a limit can be written. */
  public static final String FORMS =
      "a limit such as 0.2, -0.3..0.3, {below: 0.5, above: 2} or none";

  private static final String MARGIN_FORMS = "a margin such as 0.5 or 10%, or none";
  private static final Pattern RANGE = Pattern.compile("(.*)\\.\\.(.*)");

  private final Map<String, Optional<DriftLimit>> byMethod = new LinkedHashMap<>();
  private final Map<String, Map<String, Optional<DriftLimit>>> byColumn = new LinkedHashMap<>();
  private final Map<String, Optional<Margin>> byMetric = new LinkedHashMap<>();

  /**
   * Reads {@code psi=0.2}, {@code distance.psi=0.1} or {@code mae=10%}.
   *
   * @throws IllegalArgumentException when one is none of these
   */
  public static DriftThresholds parse(List<String> said) {
    DriftThresholds limits = new DriftThresholds();
    for (String text : said) {
      int equals = text.lastIndexOf('=');
      if (equals < 1) {
        throw new IllegalArgumentException(
            "expected thresholds as METHOD=LIMIT, found '" + text + "'");
      }
      limits.put(text.substring(0, equals).trim(), text.substring(equals + 1));
    }
    return limits;
  }

  /** Whether a name is that of a method, of all columns. */
  public static boolean isMethod(String name) {
    return name.indexOf('.') < 0 && DriftMethod.isMethod(name);
  }

  /** The limit of a method on all columns that have none of their own; none to show it only. */
  public void put(DriftMethod method, Optional<DriftLimit> limit) {
    byMethod.put(method.id(), limit);
  }

  /** The limit of a method on one column; none to show it only. */
  public void put(String column, DriftMethod method, Optional<DriftLimit> limit) {
    byColumn.computeIfAbsent(column, any -> new LinkedHashMap<>()).put(method.id(), limit);
  }

  /**
   * Reads one limit.
   *
   * @param name a method, a column and a method with a point between, or a metric
   * @throws IllegalArgumentException when it is none of these, or the limit cannot be one
   */
  public void put(String name, String said) {
    int dot = name.lastIndexOf('.');
    if (isMethod(name)) {
      DriftMethod method = DriftMethod.parse(name);
      put(method, limit("for " + name, method, said));
    } else if (dot > 0 && isMethod(name.substring(dot + 1))) {
      DriftMethod method = DriftMethod.parse(name.substring(dot + 1));
      put(name.substring(0, dot), method, limit("for " + name, method, said));
    } else {
      byMetric.put(metric(name).text(), margin(name, said));
    }
  }

  private static NamedMetric metric(String name) {
    try {
      return MetricCatalog.standard().parseScalar(name);
    } catch (IllegalArgumentException e) {
      List<String> known = new ArrayList<>(DriftMethod.names());
      known.addAll(MetricCatalog.standard().names());
      throw new IllegalArgumentException(
          "expected thresholds by drift method or metric, found '"
              + name
              + "'."
              + Nearest.hint(name, known),
          e);
    }
  }

  /**
   * Reads the limit of a method.
   *
   * @param where it was said, for messages
   */
  public static Optional<DriftLimit> limit(String where, DriftMethod method, String said) {
    if (isNone(said)) {
      return Optional.empty();
    }
    Matcher range = RANGE.matcher(said.trim());
    try {
      return Optional.of(
          range.matches()
              ? new DriftLimit(end(range.group(1)), end(range.group(2)))
              : method.limit(Double.parseDouble(said.trim())));
    } catch (NumberFormatException e) {
      throw new IllegalArgumentException(
          "expected " + FORMS + " " + where + ", found '" + said + "'", e);
    } catch (IllegalArgumentException e) {
      throw new IllegalArgumentException(
          "cannot use the threshold " + where + ": " + e.getMessage(), e);
    }
  }

  private static Double end(String text) {
    return text.isBlank() ? null : (Double) Double.parseDouble(text.trim());
  }

  private static Optional<Margin> margin(String name, String said) {
    if (isNone(said)) {
      return Optional.empty();
    }
    String text = said.trim();
    boolean relative = text.endsWith("%");
    try {
      double size = Double.parseDouble(relative ? text.substring(0, text.length() - 1) : text);
      return Optional.of(relative ? Margin.percent(size) : new Margin(size, false));
    } catch (IllegalArgumentException e) {
      throw new IllegalArgumentException(
          "expected " + MARGIN_FORMS + " for " + name + ", found '" + said + "'", e);
    }
  }

  private static boolean isNone(String said) {
    return said.equalsIgnoreCase("none") || said.equalsIgnoreCase("null");
  }

  /** The limit of a method on a column; null where a value is only shown. */
  public DriftLimit of(DriftMethod method, String column) {
    Optional<DriftLimit> said = byColumn.getOrDefault(column, Map.of()).get(method.id());
    said = said == null ? byMethod.get(method.id()) : said;
    return said == null ? method.usualLimit().orElse(null) : said.orElse(null);
  }

  /** The margin of a metric; null where its change is only shown. */
  public Margin of(NamedMetric metric) {
    return byMetric.getOrDefault(metric.text(), Optional.empty()).orElse(null);
  }

  /**
   * Refuses limits of columns and metrics that nothing is asked of.
   *
   * @throws IllegalArgumentException naming the nearest that something is asked of
   */
  public void expectAsked(List<String> columns, List<NamedMetric> metrics) {
    List<String> asked = metrics.stream().map(NamedMetric::text).toList();
    expect(byColumn.keySet(), columns, "a column that is compared");
    expect(byMetric.keySet(), asked, "a metric that is compared");
  }

  private static void expect(Iterable<String> said, List<String> known, String what) {
    for (String name : said) {
      if (!known.contains(name)) {
        throw new IllegalArgumentException(
            "expected the threshold of "
                + what
                + ", found one of '"
                + name
                + "'."
                + Nearest.hint(name, known));
      }
    }
  }
}
