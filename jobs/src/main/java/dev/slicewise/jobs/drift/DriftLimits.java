package dev.slicewise.jobs.drift;

import com.fasterxml.jackson.databind.JsonNode;
import dev.slicewise.core.drift.DriftLimit;
import dev.slicewise.core.metric.MetricCatalog;
import dev.slicewise.core.metric.NamedMetric;
import dev.slicewise.core.metric.drift.DriftMethod;
import dev.slicewise.core.metric.drift.MetricQuestion.Margin;
import dev.slicewise.core.text.Nearest;
import dev.slicewise.jobs.config.Pairs;
import dev.slicewise.jobs.config.YamlNode;
import dev.slicewise.jobs.failure.Failures;
import dev.slicewise.jobs.failure.JobException;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * What counts as drift, as the user said: limits by method, of one column or all, and margins by
 * metric; where nothing was said, what is usual.
 */
final class DriftLimits {
  private static final String FORMS =
      "a limit such as 0.2, -0.3..0.3, {below: 0.5, above: 2} or none";
  private static final String MARGIN_FORMS = "a margin such as 0.5 or 10%, or none";
  private static final String COLUMNS = "columns";
  private static final Pattern RANGE = Pattern.compile("(.*)\\.\\.(.*)");

  private final Map<String, Optional<DriftLimit>> byMethod = new LinkedHashMap<>();
  private final Map<String, Map<String, Optional<DriftLimit>>> byColumn = new LinkedHashMap<>();
  private final Map<String, Optional<Margin>> byMetric = new LinkedHashMap<>();

  /**
   * Reads what was said; the command line wins over the file.
   *
   * @param file the configuration, or null
   * @param flags METHOD=LIMIT, or null
   */
  static DriftLimits of(YamlNode file, List<String> flags) {
    DriftLimits limits = new DriftLimits();
    List<YamlNode> sections = file == null ? null : file.nodes("thresholds");
    if (sections != null) {
      sections.forEach(limits::read);
    }
    Pairs.of("--threshold", flags).forEach(limits::put);
    return limits;
  }

  private void read(YamlNode section) {
    for (String name : section.names()) {
      if (name.equals(COLUMNS)) {
        section.nodes(COLUMNS).forEach(this::readColumns);
      } else if (isMethod(name)) {
        DriftMethod method = DriftMethod.parse(name);
        byMethod.put(method.id(), limit(section, name, method));
      } else {
        String said = section.word(name);
        put(name, said == null ? "none" : said);
      }
    }
  }

  private void readColumns(YamlNode columns) {
    for (String column : columns.names()) {
      for (YamlNode limits : columns.nodes(column)) {
        for (String name : limits.names()) {
          DriftMethod method = method(name, limits.where());
          byColumn
              .computeIfAbsent(column, any -> new LinkedHashMap<>())
              .put(method.id(), limit(limits, name, method));
        }
      }
    }
  }

  private static Optional<DriftLimit> limit(YamlNode section, String name, DriftMethod method) {
    List<JsonNode> items = section.items(name);
    if (items == null) {
      return Optional.empty();
    }
    if (items.size() != 1) {
      throw section.wrong(name, FORMS, com.fasterxml.jackson.databind.node.NullNode.instance);
    }
    if (items.get(0).isValueNode()) {
      return limit(section.where(), method, items.get(0).asText());
    }
    YamlNode ends = section.nodes(name).get(0);
    Double below = ends.number("below");
    Double above = ends.number("above");
    ends.refuseOthers();
    return Optional.of(made(ends.where(), () -> new DriftLimit(below, above)));
  }

  private static boolean isMethod(String name) {
    return name.indexOf('.') < 0 && DriftMethod.isMethod(name);
  }

  private void put(String name, String said) {
    int dot = name.lastIndexOf('.');
    if (isMethod(name)) {
      DriftMethod method = DriftMethod.parse(name);
      byMethod.put(method.id(), limit("for " + name, method, said));
    } else if (dot > 0 && isMethod(name.substring(dot + 1))) {
      DriftMethod method = DriftMethod.parse(name.substring(dot + 1));
      byColumn
          .computeIfAbsent(name.substring(0, dot), any -> new LinkedHashMap<>())
          .put(method.id(), limit("for " + name, method, said));
    } else {
      byMetric.put(metric(name).text(), margin(name, said));
    }
  }

  private static DriftMethod method(String name, String where) {
    return made(where, () -> DriftMethod.parse(name));
  }

  private static NamedMetric metric(String name) {
    try {
      return MetricCatalog.standard().parseScalar(name);
    } catch (IllegalArgumentException e) {
      List<String> known = new ArrayList<>(DriftMethod.names());
      known.addAll(MetricCatalog.standard().names());
      throw JobException.usage(
          "expected thresholds by drift method or metric, found '"
              + name
              + "'."
              + Nearest.hint(name, known),
          e);
    }
  }

  private static Optional<DriftLimit> limit(String where, DriftMethod method, String said) {
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
      throw JobException.usage("expected " + FORMS + " " + where + ", found '" + said + "'.", e);
    } catch (IllegalArgumentException e) {
      throw JobException.usage(
          "cannot use the threshold " + where + ": " + Failures.sentence(e.getMessage()), e);
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
      throw JobException.usage(
          "expected " + MARGIN_FORMS + " for " + name + ", found '" + said + "'.", e);
    }
  }

  private static boolean isNone(String said) {
    return said.equalsIgnoreCase("none") || said.equalsIgnoreCase("null");
  }

  private interface Made<T> {
    T get();
  }

  private static <T> T made(String where, Made<T> made) {
    try {
      return made.get();
    } catch (IllegalArgumentException e) {
      throw JobException.usage("thresholds " + where + ": " + Failures.sentence(e.getMessage()), e);
    }
  }

  /** The limit of a method on a column; null where a value is only shown. */
  DriftLimit of(DriftMethod method, String column) {
    Optional<DriftLimit> said = byColumn.getOrDefault(column, Map.of()).get(method.id());
    said = said == null ? byMethod.get(method.id()) : said;
    return said == null ? method.usualLimit().orElse(null) : said.orElse(null);
  }

  /** The margin of a metric; null where its change is only shown. */
  Margin of(NamedMetric metric) {
    return byMetric.getOrDefault(metric.text(), Optional.empty()).orElse(null);
  }

  /** Refuses limits of columns and metrics that nothing is asked of. */
  void expectAsked(List<String> columns, List<NamedMetric> metrics) {
    List<String> asked = metrics.stream().map(NamedMetric::text).toList();
    expect(byColumn.keySet(), columns, "a column that is compared");
    expect(byMetric.keySet(), asked, "a metric of --metrics");
  }

  private static void expect(Iterable<String> said, List<String> known, String what) {
    for (String name : said) {
      if (!known.contains(name)) {
        throw JobException.usage(
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
