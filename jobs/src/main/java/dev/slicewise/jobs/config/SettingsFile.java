package dev.slicewise.jobs.config;

import com.fasterxml.jackson.databind.JsonNode;
import dev.slicewise.core.slice.Dimension;
import dev.slicewise.core.slice.SliceSpec;
import dev.slicewise.jobs.failure.JobException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/**
 * Reads the settings of an evaluation from a file. Keys are the flags with underscores for dashes;
 * what repeats on the command line is a list or map here: {@code metrics}, {@code slices}, {@code
 * options}, {@code roles}, {@code spark}.
 */
final class SettingsFile {
  private static final String SLICE_FORMS =
      "a slice definition ([], carrier, [carrier, origin] or {name: SQL expression})";

  private SettingsFile() {}

  static EvaluateSettings read(Path path) {
    YamlNode file = YamlFile.read(path);
    expectVersion(file);
    EvaluateSettings settings = new EvaluateSettings(StateTableSettings.read(file));
    settings.input = located(file.text("input"), path);
    settings.sql = file.text("sql");
    settings.format = file.text("format");
    settings.options = pairs(file.entries("options"));
    settings.label = file.text("label");
    settings.prediction = file.text("prediction");
    settings.weight = file.text("weight");
    settings.key = file.text("key");
    settings.group = file.text("group");
    settings.roles = pairs(file.entries("roles"));
    settings.positiveLabel = file.text("positive_label");
    settings.metrics = file.texts("metrics");
    settings.profile = file.text("profile");
    settings.sliceSpecs = slices(file);
    settings.where = file.text("where");
    settings.confidence = file.number("confidence");
    settings.jackknife = file.truth("jackknife");
    settings.invalid = file.word("invalid");
    settings.out = file.text("out");
    settings.overwrite = file.truth("overwrite");
    settings.runId = file.text("run_id");
    settings.worst = file.text("worst");
    settings.limit = file.count("limit");
    settings.minRows = file.count("min_rows");
    settings.dryRun = file.truth("dry_run");
    settings.quiet = file.truth("quiet");
    // Only a flag may override where the launcher or spark-submit runs Spark.
    Map<String, String> spark = new LinkedHashMap<>(file.entries("spark"));
    String master = file.text("master");
    if (master != null) {
      spark.put("spark.master", master);
    }
    settings.spark = pairs(spark);
    FollowUpKeys.allow(file);
    file.refuseOthers();
    return settings;
  }

  static void expectVersion(YamlNode file) {
    String version = file.text("version");
    if (version != null && !version.equals("1")) {
      throw JobException.usage(
          "expected version: 1 " + file.where() + ", found version: " + version + ".");
    }
  }

  /**
   * A relative input is looked for in the working directory, then beside the file that names it.
   */
  static String located(String input, Path file) {
    if (input == null || input.matches("[A-Za-z][A-Za-z0-9+.-]+:.*") || input.startsWith("/")) {
      return input;
    }
    // Of a pattern such as days/*.csv, the part before the first wildcard must exist.
    Path plain = Path.of(input.replaceAll("[^/]*[*?{\\[].*", ""));
    Path beside = file.toAbsolutePath().normalize().getParent();
    boolean onlyBeside = !Files.exists(plain) && Files.exists(beside.resolve(plain));
    return onlyBeside ? "file:" + beside.resolve(input).normalize() : input;
  }

  private static List<String> pairs(Map<String, String> entries) {
    return entries.isEmpty()
        ? null
        : new ArrayList<>(
            entries.entrySet().stream().map(e -> e.getKey() + "=" + e.getValue()).toList());
  }

  static List<SliceSpec> slices(YamlNode file) {
    List<JsonNode> items = file.items("slices");
    if (items == null) {
      return null;
    }
    List<SliceSpec> slices = new ArrayList<>();
    for (JsonNode item : items) {
      try {
        slices.add(
            item.isTextual()
                ? SliceSpec.parse(item.asText())
                : new SliceSpec(dimensions(file, item)));
      } catch (IllegalArgumentException e) {
        throw JobException.usage("slices: " + e.getMessage() + ".", e);
      }
    }
    return slices;
  }

  private static List<Dimension> dimensions(YamlNode file, JsonNode item) {
    List<Dimension> dimensions = new ArrayList<>();
    if (item.isObject()) {
      for (Map.Entry<String, JsonNode> named : item.properties()) {
        if (!named.getValue().isTextual() || named.getKey().indexOf('`') >= 0) {
          throw file.wrong("slices", SLICE_FORMS, named.getValue());
        }
        dimensions.add(Dimension.parse(named.getValue().asText() + " AS `" + named.getKey() + "`"));
      }
      return dimensions;
    }
    if (!item.isArray()) {
      throw file.wrong("slices", SLICE_FORMS, item);
    }
    for (JsonNode element : item) {
      if (element.isObject()) {
        dimensions.addAll(dimensions(file, element));
      } else if (element.isTextual()) {
        dimensions.add(Dimension.parse(element.asText()));
      } else {
        throw file.wrong("slices", SLICE_FORMS, element);
      }
    }
    return dimensions;
  }
}
