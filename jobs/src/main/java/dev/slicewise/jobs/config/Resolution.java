package dev.slicewise.jobs.config;

import dev.slicewise.core.metric.MetricCatalog;
import dev.slicewise.core.metric.MetricInfo.Direction;
import dev.slicewise.core.metric.NamedMetric;
import dev.slicewise.core.metric.ParameterInfo;
import dev.slicewise.core.metric.Profile;
import dev.slicewise.core.plan.Finish;
import dev.slicewise.core.slice.SliceSpec;
import dev.slicewise.core.term.Role;
import dev.slicewise.core.text.Nearest;
import dev.slicewise.jobs.config.EvaluateConfig.InputConfig;
import dev.slicewise.jobs.config.EvaluateConfig.PrintConfig;
import dev.slicewise.jobs.failure.JobException;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Locale;
import java.util.Map;

/** Makes a configuration of what the user said, and refuses what cannot be meant. */
final class Resolution {
  private static final List<String> FORMATS = List.of("csv", "json", "parquet", "orc", "table");
  private static final List<String> POLICIES = List.of("skip", "fail", "null");

  private Resolution() {}

  static EvaluateConfig of(EvaluateSettings said) {
    Profile profile = profile(said.profile);
    List<NamedMetric> metrics = metrics(said.metrics, profile);
    Finish.InvalidRows invalid = policy(said.invalid);
    OutputConfig output = OutputConfig.of(said.out, said.overwrite, said.runId);
    PublishConfig publish =
        PublishConfig.of(
            said.states, output == null ? OutputConfig.runId(said.runId) : output.runId());
    List<SliceSpec> slices = slices(said);
    return new EvaluateConfig(
        input(said),
        roles(said),
        said.key,
        said.group,
        said.positiveLabel,
        profile,
        metrics,
        publish == null ? slices : publish.scanned(slices),
        confidence(said.confidence),
        isTrue(said.jackknife),
        invalid,
        said.invalid != null && invalid == Finish.InvalidRows.SKIP,
        output,
        publish,
        print(said, metrics, profile),
        isTrue(said.dryRun),
        said.master,
        Pairs.of("--spark", said.spark));
  }

  private static boolean isTrue(Boolean said) {
    return Boolean.TRUE.equals(said);
  }

  private static InputConfig input(EvaluateSettings said) {
    if ((said.input == null) == (said.sql == null)) {
      throw JobException.usage(
          said.input == null
              ? "expected --input PATH or --sql QUERY, found neither."
              : "expected --input or --sql, found both.");
    }
    String format = said.format == null ? null : said.format.toLowerCase(Locale.ROOT);
    if (format != null && !FORMATS.contains(format)) {
      throw oneOf("--format", FORMATS, said.format);
    }
    if (format != null && said.sql != null) {
      throw JobException.usage(
          "expected --format with --input only, found it with --sql; a query knows its own format.");
    }
    return new InputConfig(
        said.input, said.sql, format, Pairs.of("--option", said.options), said.where);
  }

  private static Map<String, String> roles(EvaluateSettings said) {
    Map<String, String> roles = new LinkedHashMap<>();
    putRole(roles, "label", said.label);
    putRole(roles, "prediction", said.prediction);
    putRole(roles, "weight", said.weight);
    Pairs.of("--role", said.roles)
        .forEach(
            (name, column) -> {
              String role;
              try {
                role = new Role(name).name();
              } catch (IllegalArgumentException e) {
                throw JobException.usage("--role: " + e.getMessage() + ".", e);
              }
              if (roles.containsKey(role)) {
                throw JobException.usage(
                    "expected one column for role " + role + ", found --" + role + " and --role.");
              }
              putRole(roles, role, column);
            });
    return roles;
  }

  private static void putRole(Map<String, String> roles, String role, String column) {
    if (column != null && column.isBlank()) {
      throw JobException.usage("expected a column or expression for " + role + ", found nothing.");
    }
    if (column != null) {
      roles.put(role, column);
    }
  }

  private static Profile profile(String said) {
    try {
      return said == null ? Profile.SLICEWISE : Profile.of(said);
    } catch (IllegalArgumentException e) {
      throw JobException.usage("--profile: " + sentence(e.getMessage()), e);
    }
  }

  private static List<NamedMetric> metrics(List<String> said, Profile profile) {
    if (said == null) {
      throw JobException.usage(
          "expected --metrics, such as --metrics mae,rmse, found none; `slicewise metrics` lists"
              + " them.");
    }
    try {
      return MetricCatalog.standard().parseList(String.join(",", said), profile);
    } catch (IllegalArgumentException e) {
      throw JobException.usage(sentence(e.getMessage()), e);
    }
  }

  private static List<SliceSpec> slices(EvaluateSettings said) {
    LinkedHashSet<SliceSpec> slices = new LinkedHashSet<>();
    if (said.sliceSpecs != null) {
      slices.addAll(said.sliceSpecs);
    }
    if (said.slices != null) {
      for (String text : said.slices) {
        try {
          slices.add(SliceSpec.parse(text));
        } catch (IllegalArgumentException e) {
          throw JobException.usage("--slice '" + text + "': " + sentence(e.getMessage()), e);
        }
      }
    }
    return slices.isEmpty() ? List.of(SliceSpec.ALL) : new ArrayList<>(slices);
  }

  private static double confidence(Double said) {
    double level = said == null ? Finish.DEFAULT.confidence() : said;
    if (!(level >= 0 && level < 1)) {
      throw JobException.usage(
          "expected --confidence in (0, 1), or 0 for no intervals, found "
              + ParameterInfo.text(level)
              + ".");
    }
    return level;
  }

  private static Finish.InvalidRows policy(String said) {
    if (said == null) {
      return Finish.InvalidRows.SKIP;
    }
    if (!POLICIES.contains(said.toLowerCase(Locale.ROOT))) {
      throw oneOf("--invalid", POLICIES, said);
    }
    return Finish.InvalidRows.valueOf(said.toUpperCase(Locale.ROOT));
  }

  private static PrintConfig print(
      EvaluateSettings said, List<NamedMetric> metrics, Profile profile) {
    long limit = said.limit == null ? 50 : said.limit;
    long minRows = said.minRows == null ? 1 : said.minRows;
    if (limit < 0 || limit > 1_000_000) {
      throw JobException.usage("expected --limit from 0 to 1000000, found " + limit + ".");
    }
    if (minRows < 0) {
      throw JobException.usage("expected --min-rows of at least 0, found " + minRows + ".");
    }
    NamedMetric worst = said.worst == null ? null : WorstMetric.of(said.worst, metrics, profile);
    return new PrintConfig(
        worst,
        worst == null ? Direction.NONE : WorstMetric.direction(worst),
        (int) limit,
        minRows,
        isTrue(said.quiet));
  }

  private static JobException oneOf(String flag, List<String> words, String said) {
    return JobException.usage(
        "expected "
            + flag
            + " to be one of "
            + String.join(", ", words)
            + ", found '"
            + said
            + "'."
            + Nearest.hint(said, words));
  }

  static String sentence(String message) {
    return message.endsWith(".") || message.endsWith("?") ? message : message + ".";
  }
}
