package dev.slicewise.jobs.reporting;

import dev.slicewise.core.slice.Dimension;
import dev.slicewise.core.slice.SliceSpec;
import dev.slicewise.jobs.findings.ResultDirectory;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;

/** What the records of runs tell about where results come from. */
final class RunFacts {
  private static final Map<String, String> WORDS =
      Map.of(
          "evaluate", "Evaluation",
          "merge", "Merge",
          "compare", "Comparison",
          "drift", "Drift");

  private final List<ResultDirectory> directories;

  RunFacts(List<ResultDirectory> directories) {
    this.directories = directories;
  }

  /** The settings of a run, under either of their names. */
  static Map<?, ?> configuration(ResultDirectory directory) {
    Object said = directory.run().get("configuration");
    Object other = said == null ? directory.run().get("config") : said;
    return other instanceof Map<?, ?> map ? map : Map.of();
  }

  /** {@code Evaluation and comparison of flights.parquet}. */
  String title() {
    Set<String> commands = new LinkedHashSet<>();
    Set<String> inputs = new LinkedHashSet<>();
    for (ResultDirectory directory : directories) {
      String command = String.valueOf(directory.run().get("command"));
      commands.add(WORDS.getOrDefault(command, "Report"));
      Object input = configuration(directory).get("input");
      if (input instanceof String name) {
        inputs.add(name.substring(name.lastIndexOf('/', name.length() - 2) + 1));
      }
    }
    String made = commands.size() > 2 ? "Report" : String.join(" and ", commands);
    return made + (inputs.isEmpty() ? "" : " of " + String.join(", ", inputs));
  }

  /** Short phrases: inputs, columns, runs. */
  List<String> facts() {
    Set<String> facts = new LinkedHashSet<>();
    for (ResultDirectory directory : directories) {
      Map<?, ?> configuration = configuration(directory);
      for (String key : List.of("model", "input", "reference", "current", "baseline", "where")) {
        if (configuration.get(key) instanceof String said) {
          facts.add(key + ": " + said);
        }
      }
      if (configuration.get("roles") instanceof Map<?, ?> roles) {
        roles.forEach((role, column) -> facts.add(role + ": " + column));
      }
      facts.add(directory.run().get("command") + " run " + directory.run().get("run_id"));
    }
    return List.copyOf(facts);
  }

  /** The slice definitions of an evaluation: as its record has them, else by their names alone. */
  List<SliceSpec> definitions(ResultDirectory directory, List<List<String>> names) {
    Map<List<String>, SliceSpec> recorded = new LinkedHashMap<>();
    if (configuration(directory).get("slices") instanceof List<?> said) {
      for (Object definition : said) {
        List<Dimension> dimensions = new ArrayList<>();
        if (definition instanceof List<?> list) {
          list.forEach(item -> dimensions.add(dimension(item)));
        }
        if (!dimensions.contains(null)) {
          SliceSpec spec = new SliceSpec(dimensions);
          recorded.put(spec.names(), spec);
        }
      }
    }
    List<SliceSpec> definitions = new ArrayList<>();
    for (List<String> dimensions : names) {
      SliceSpec bare =
          new SliceSpec(
              dimensions.stream().map(name -> (Dimension) new Dimension.Column(name)).toList());
      definitions.add(recorded.getOrDefault(dimensions, bare));
    }
    return definitions;
  }

  /** A dimension of a record; null when the record does not say enough. */
  private static Dimension dimension(Object item) {
    if (!(item instanceof Map<?, ?> said) || !(said.get("name") instanceof String name)) {
      return null;
    }
    if (said.get("sql") instanceof String sql) {
      return new Dimension.Expression(name, sql);
    }
    if (said.get("time") instanceof String sql && said.get("unit") instanceof String unit) {
      return new Dimension.TimeUnit(name, sql, unit);
    }
    if (said.get("top") instanceof String sql && said.get("limit") instanceof Long limit) {
      return new Dimension.Top(name, sql, limit.intValue());
    }
    if (said.get("bucket") instanceof String sql && said.get("edges") instanceof List<?> edges) {
      List<Double> numbers = new ArrayList<>();
      for (Object edge : edges) {
        numbers.add(edge instanceof Number number ? number.doubleValue() : null);
      }
      return numbers.contains(null) ? null : new Dimension.Bucket(name, sql, numbers);
    }
    return new Dimension.Column(name);
  }
}
