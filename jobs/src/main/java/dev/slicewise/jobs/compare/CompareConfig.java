package dev.slicewise.jobs.compare;

import dev.slicewise.core.compare.Margins;
import dev.slicewise.core.metric.MetricCatalog;
import dev.slicewise.core.metric.NamedMetric;
import dev.slicewise.core.metric.Profile;
import dev.slicewise.core.slice.Dimension;
import dev.slicewise.core.slice.SliceSpec;
import dev.slicewise.core.term.Model;
import dev.slicewise.core.term.Role;
import dev.slicewise.jobs.config.EvaluateConfig.InputConfig;
import dev.slicewise.jobs.config.Pairs;
import dev.slicewise.jobs.failure.Failures;
import dev.slicewise.jobs.failure.JobException;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;

/**
 * A comparison as resolved.
 *
 * @param input the rows of all models; null when states are compared
 * @param states directories of the model's and the baseline's states; null when rows are read
 * @param models name by role, {@code prediction} first where it is given
 * @param columns column or expression by role, all models and the baseline among them
 * @param weight the weight's column, or null
 * @param key what identifies a row, or null
 * @param cluster what makes rows alike, or null
 * @param positiveLabel the label that counts as 1, or null
 * @param metrics what is compared; empty for all of the states
 * @param slices the definitions, all rows first
 * @param margins how much worse is tolerated, by the metric's text
 * @param series the dimension of time, or null
 * @param horizon how far ahead the models forecast
 * @param confidence of intervals
 * @param jackknife whether hash groups are kept
 * @param minRows rows of a slice that is counted among many
 * @param limit lines to print
 */
record CompareConfig(
    InputConfig input,
    List<String> states,
    Map<String, String> models,
    Map<String, String> columns,
    String weight,
    String key,
    String cluster,
    String positiveLabel,
    List<NamedMetric> metrics,
    List<SliceSpec> slices,
    Map<String, Double> margins,
    Dimension series,
    int horizon,
    double confidence,
    boolean jackknife,
    long minRows,
    int limit) {
  private static final String BASELINE = Role.BASELINE.name();
  private static final double CONFIDENCE = 0.95;
  private static final long MIN_ROWS = 30;
  private static final int LIMIT = 50;

  static CompareConfig of(CompareOptions said) {
    boolean ofStates = said.states != null || said.against != null;
    boolean ofRows = said.input != null || said.sql != null;
    expect(
        ofStates != ofRows,
        "--input with --baseline, or --states with --against",
        ofRows ? "both" : "neither");
    Profile profile =
        understood(
            "--profile", () -> said.profile == null ? Profile.SLICEWISE : Profile.of(said.profile));
    List<NamedMetric> metrics = metrics(said, profile, ofStates);
    Map<String, String> models = new LinkedHashMap<>();
    Map<String, String> columns = new LinkedHashMap<>();
    if (ofStates) {
      expect(said.states != null, "--states beside --against", "none");
      expect(said.against != null, "--against beside --states", "none");
      refuseRowFlags(said);
      models.put(Model.PREDICTION, said.states);
      columns.put(BASELINE, said.against);
    } else {
      models(said, models, columns);
    }
    return new CompareConfig(
        ofStates ? null : input(said),
        ofStates ? List.of(said.states, said.against) : null,
        models,
        columns,
        said.weight,
        said.key,
        said.cluster,
        said.positiveLabel,
        metrics,
        slices(said),
        margins(said, profile, metrics, ofStates),
        said.series == null ? null : understood("--series", () -> Dimension.parse(said.series)),
        horizon(said),
        confidence(said.confidence),
        said.jackknife,
        atLeast("--min-rows", said.minRows == null ? MIN_ROWS : said.minRows, 0),
        (int) atLeast("--limit", said.limit == null ? LIMIT : said.limit, 0));
  }

  private static void refuseRowFlags(CompareOptions said) {
    Map<String, Object> flags = new LinkedHashMap<>();
    flags.put("--label", said.label);
    flags.put("--prediction", said.prediction);
    flags.put("--baseline", said.baseline);
    flags.put("--model", said.models);
    flags.put("--weight", said.weight);
    flags.put("--cluster", said.cluster);
    flags.put("--where", said.where);
    flags.put("--series", said.series);
    flags.forEach(
        (flag, value) ->
            expect(
                value == null,
                flag + " with --input only",
                flag + " with --states, which holds no rows"));
  }

  private static InputConfig input(CompareOptions said) {
    expect(said.input == null || said.sql == null, "--input or --sql", "both");
    String format = said.format == null ? null : said.format.toLowerCase(Locale.ROOT);
    return new InputConfig(
        said.input, said.sql, format, Pairs.of("--option", said.options), said.where);
  }

  private static void models(
      CompareOptions said, Map<String, String> models, Map<String, String> columns) {
    expect(said.baseline != null, "--baseline COLUMN, the predictions to compare with", "none");
    expect(
        said.prediction != null || said.models != null,
        "--prediction COLUMN or --model NAME=COLUMN",
        "neither");
    if (said.label != null) {
      columns.put(Role.LABEL.name(), said.label);
    }
    columns.put(BASELINE, said.baseline);
    if (said.prediction != null) {
      models.put(Model.PREDICTION, said.prediction);
      columns.put(Model.PREDICTION, said.prediction);
    }
    Pairs.of("--model", said.models)
        .forEach(
            (name, column) -> {
              String role = understood("--model", () -> new Role(name).name());
              expect(
                  models.put(role, name) == null && !role.equals(BASELINE),
                  "models of different names, none of them called baseline",
                  "'" + name + "' again");
              columns.put(role, column);
            });
    Pairs.of("--role", said.roles)
        .forEach(
            (name, column) -> {
              String role = understood("--role", () -> new Role(name).name());
              expect(columns.put(role, column) == null, "one column for role " + role, "two");
            });
  }

  private static List<NamedMetric> metrics(CompareOptions said, Profile profile, boolean ofStates) {
    if (said.metrics == null) {
      expect(ofStates, "--metrics, such as --metrics mae,rmse", "none");
      return List.of();
    }
    return understood(
        "--metrics",
        () -> MetricCatalog.standard().parseList(String.join(",", said.metrics), profile));
  }

  private static List<SliceSpec> slices(CompareOptions said) {
    Set<SliceSpec> slices = new LinkedHashSet<>(List.of(SliceSpec.ALL));
    for (String text : said.slices == null ? List.<String>of() : said.slices) {
      slices.add(understood("--slice '" + text + "'", () -> SliceSpec.parse(text)));
    }
    return new ArrayList<>(slices);
  }

  private static Map<String, Double> margins(
      CompareOptions said, Profile profile, List<NamedMetric> metrics, boolean ofStates) {
    return understood(
        "--margin",
        () ->
            Margins.parse(
                said.margins == null ? List.of() : said.margins,
                ofStates && metrics.isEmpty() ? null : metrics,
                profile));
  }

  private static int horizon(CompareOptions said) {
    expect(
        said.horizon == null || said.series != null,
        "--horizon beside --series",
        "--horizon alone");
    return (int) atLeast("--horizon", said.horizon == null ? 1 : said.horizon, 1);
  }

  private static double confidence(Double said) {
    double level = said == null ? CONFIDENCE : said;
    expect(level > 0 && level < 1, "--confidence in (0, 1)", String.valueOf(level));
    return level;
  }

  private static long atLeast(String flag, long value, long least) {
    expect(value >= least, flag + " of at least " + least, String.valueOf(value));
    return value;
  }

  private static void expect(boolean met, String expected, String found) {
    if (!met) {
      throw JobException.usage("expected " + expected + ", found " + found + ".");
    }
  }

  private static <T> T understood(String flag, java.util.function.Supplier<T> reading) {
    try {
      return reading.get();
    } catch (IllegalArgumentException e) {
      throw JobException.usage(flag + ": " + Failures.sentence(e.getMessage()), e);
    }
  }
}
