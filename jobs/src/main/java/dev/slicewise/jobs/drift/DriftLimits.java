package dev.slicewise.jobs.drift;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.NullNode;
import dev.slicewise.core.compare.DriftThresholds;
import dev.slicewise.core.drift.DriftLimit;
import dev.slicewise.core.metric.drift.DriftMethod;
import dev.slicewise.jobs.config.Pairs;
import dev.slicewise.jobs.config.YamlNode;
import dev.slicewise.jobs.failure.Failures;
import dev.slicewise.jobs.failure.JobException;
import java.util.List;
import java.util.Optional;

/** Reads what counts as drift from the section {@code thresholds} and from flags. */
final class DriftLimits {
  private static final String COLUMNS = "columns";

  private final DriftThresholds limits = new DriftThresholds();

  private DriftLimits() {}

  /**
   * Reads what was said; the command line wins over the file.
   *
   * @param file the configuration, or null
   * @param flags METHOD=LIMIT, or null
   */
  static DriftThresholds of(YamlNode file, List<String> flags) {
    DriftLimits said = new DriftLimits();
    List<YamlNode> sections = file == null ? null : file.nodes("thresholds");
    if (sections != null) {
      sections.forEach(said::read);
    }
    Pairs.of("--threshold", flags).forEach(said::put);
    return said.limits;
  }

  private void read(YamlNode section) {
    for (String name : section.names()) {
      if (name.equals(COLUMNS)) {
        section.nodes(COLUMNS).forEach(this::readColumns);
      } else if (DriftThresholds.isMethod(name)) {
        DriftMethod method = DriftMethod.parse(name);
        limits.put(method, limit(section, name, method));
      } else {
        String said = section.word(name);
        put(name, said == null ? "none" : said);
      }
    }
  }

  private void readColumns(YamlNode columns) {
    for (String column : columns.names()) {
      for (YamlNode section : columns.nodes(column)) {
        for (String name : section.names()) {
          DriftMethod method = in(section.where(), () -> DriftMethod.parse(name));
          limits.put(column, method, limit(section, name, method));
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
      throw section.wrong(name, DriftThresholds.FORMS, NullNode.instance);
    }
    if (items.get(0).isValueNode()) {
      String text = items.get(0).asText();
      return usage(() -> DriftThresholds.limit(section.where(), method, text));
    }
    YamlNode ends = section.nodes(name).get(0);
    Double below = ends.number("below");
    Double above = ends.number("above");
    ends.refuseOthers();
    return Optional.of(in(ends.where(), () -> new DriftLimit(below, above)));
  }

  private void put(String name, String said) {
    usage(
        () -> {
          limits.put(name, said);
          return name;
        });
  }

  private interface Made<T> {
    T get();
  }

  private static <T> T in(String where, Made<T> made) {
    try {
      return made.get();
    } catch (IllegalArgumentException e) {
      throw JobException.usage("thresholds " + where + ": " + Failures.sentence(e.getMessage()), e);
    }
  }

  private static <T> T usage(Made<T> made) {
    try {
      return made.get();
    } catch (IllegalArgumentException e) {
      throw JobException.usage(Failures.sentence(e.getMessage()), e);
    }
  }
}
