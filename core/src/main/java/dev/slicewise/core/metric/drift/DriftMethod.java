package dev.slicewise.core.metric.drift;

import dev.slicewise.core.drift.DriftLimit;
import dev.slicewise.core.metric.CatalogEntry;
import dev.slicewise.core.metric.MetricCatalog;
import dev.slicewise.core.metric.MetricInfo;
import dev.slicewise.core.metric.NamedMetric;
import dev.slicewise.core.metric.ParameterInfo;
import dev.slicewise.core.metric.Profile;
import dev.slicewise.core.text.Nearest;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * A drift metric as it is asked of any column: by the names of the catalogue's chapter on drift,
 * where {@code ks_statistic} and {@code kl_divergence} are those of two sides, and with distances
 * in the units of the reference's standard deviation.
 *
 * @param id the method's name
 * @param parameters its parameters in force, but for the column and the sides
 * @param kinds which columns it can be asked of
 */
public record DriftMethod(String id, Map<String, Object> parameters, Set<ColumnKind> kinds) {
  private static final Map<String, String> SHORT_NAMES =
      Map.of("ks_statistic", "drift_ks_statistic", "kl_divergence", "drift_kl_divergence");
  private static final Profile STANDARDISED =
      new Profile("drift", Map.of("wasserstein_1.standardize", "true"));
  private static final Set<String> OF_THE_QUESTION =
      Set.of("column", "kind", "reference", "current");
  private static final Pattern CALL =
      Pattern.compile("\\s*(\\w+)\\s*(\\(.*\\))?\\s*", Pattern.DOTALL);

  /** Limits by method that practice has settled on, see {@code docs/decisions/0022}. */
  private static final Map<String, DriftLimit> USUAL =
      Map.ofEntries(
          Map.entry("population_stability_index", DriftLimit.above(0.25)),
          Map.entry("js_distance", DriftLimit.above(0.1)),
          Map.entry("hellinger", DriftLimit.above(0.15)),
          Map.entry("total_variation", DriftLimit.above(0.1)),
          Map.entry("l_infinity_distance", DriftLimit.above(0.1)),
          Map.entry("ks_statistic", DriftLimit.above(0.1)),
          Map.entry("wasserstein_1", DriftLimit.above(0.1)),
          Map.entry("cramers_v", DriftLimit.above(0.1)),
          Map.entry("mean_shift", DriftLimit.farFromZero(0.2)),
          Map.entry("std_ratio", new DriftLimit(Math.sqrt(0.5), Math.sqrt(2))),
          Map.entry("missing_rate_shift", DriftLimit.farFromZero(0.05)),
          Map.entry("new_category_rate", DriftLimit.above(0.1)));

  /** What is asked of a column unless told otherwise. */
  private static final Map<ColumnKind, List<String>> DEFAULTS =
      Map.of(
          ColumnKind.NUMBERS,
          List.of(
              "population_stability_index",
              "js_distance",
              "ks_statistic",
              "wasserstein_1",
              "mean_shift",
              "std_ratio",
              "missing_rate_shift"),
          ColumnKind.CATEGORIES,
          List.of(
              "population_stability_index",
              "js_distance",
              "total_variation",
              "cramers_v",
              "new_category_rate",
              "missing_rate_shift"),
          ColumnKind.EMBEDDING,
          List.of("cosine_shift", "centroid_distance", "missing_rate_shift"));

  /** Always asked, whatever else is. */
  public static final DriftMethod MISSING_RATE_SHIFT = parse("missing_rate_shift");

  /** The methods that columns of a kind are asked unless told otherwise. */
  public static List<DriftMethod> defaults(ColumnKind kind) {
    return DEFAULTS.get(kind).stream().map(DriftMethod::parse).toList();
  }

  /** The names of all methods. */
  public static List<String> names() {
    List<String> names = new ArrayList<>();
    for (CatalogEntry entry : MetricCatalog.standard().entries()) {
      if (comparesColumns(entry)) {
        names.add(shortName(entry.id()));
      }
    }
    return names;
  }

  private static List<String> allNames() {
    List<String> all = names();
    for (CatalogEntry entry : MetricCatalog.standard().entries()) {
      if (comparesColumns(entry)) {
        all.addAll(entry.aliases());
      }
    }
    return all;
  }

  private static boolean comparesColumns(CatalogEntry entry) {
    return !entry.isLoss()
        && entry.bind().metric() instanceof TwoSided metric
        && !metric.kinds().isEmpty();
  }

  /** Whether a name, in any case, is that of a method. */
  public static boolean isMethod(String name) {
    String lower = name.toLowerCase(Locale.ROOT);
    String id = SHORT_NAMES.getOrDefault(lower, lower);
    MetricCatalog catalog = MetricCatalog.standard();
    return catalog.names().contains(id) && comparesColumns(catalog.entry(id));
  }

  private static String shortName(String id) {
    return id.startsWith("drift_") ? id.substring("drift_".length()) : id;
  }

  /**
   * Reads {@code psi} or {@code population_stability_index(bins=20)}.
   *
   * @throws IllegalArgumentException when there is no such method, naming the nearest
   */
  public static DriftMethod parse(String text) {
    Matcher call = CALL.matcher(text);
    String name = call.matches() ? call.group(1).toLowerCase(Locale.ROOT) : text;
    if (!call.matches() || !isMethod(name)) {
      throw new IllegalArgumentException(
          "expected a drift method, one of "
              + String.join(", ", names())
              + ", found '"
              + text
              + "'."
              + Nearest.hint(name, allNames()));
    }
    String parameters = call.group(2) == null ? "" : call.group(2);
    String id = SHORT_NAMES.getOrDefault(name, name);
    NamedMetric metric = MetricCatalog.standard().parse(id + parameters, STANDARDISED);
    Map<String, Object> shown = new LinkedHashMap<>(metric.parameters());
    shown.keySet().removeAll(OF_THE_QUESTION);
    return new DriftMethod(shortName(metric.id()), shown, ((TwoSided) metric.metric()).kinds());
  }

  /** The question to a column. */
  public TwoSided of(String column, ColumnKind kind) {
    String name = SHORT_NAMES.getOrDefault(id, id);
    CatalogEntry entry = MetricCatalog.standard().entry(name);
    Map<String, String> texts = new LinkedHashMap<>();
    parameters.forEach(
        (parameter, value) -> {
          if (value != null) {
            texts.put(parameter, ParameterInfo.text(value));
          }
        });
    texts.put("column", column);
    if (entry.parameters().stream().anyMatch(parameter -> parameter.name().equals("kind"))) {
      texts.put("kind", ParameterInfo.text(kind));
    }
    return (TwoSided) entry.bind(texts).metric();
  }

  /** The limit that is usual for it; none where there is none, or not for these parameters. */
  public Optional<DriftLimit> usualLimit() {
    boolean inUnits = Boolean.FALSE.equals(parameters.get("standardize"));
    return inUnits ? Optional.empty() : Optional.ofNullable(USUAL.get(id));
  }

  /**
   * What a bare number means as a limit: values above it; farther from 0 where that is best, or
   * from 1, by a factor; below it where more is better.
   *
   * @throws IllegalArgumentException for a p-value, which decides nothing
   */
  public DriftLimit limit(double number) {
    MetricInfo info = info();
    if (info.better() == MetricInfo.Direction.HIGHER) {
      throw new IllegalArgumentException(
          "expected a method that measures a size, found " + id + ", which is shown only");
    }
    return switch (info.better()) {
      case ZERO -> DriftLimit.farFromZero(Math.abs(number));
      case ONE -> {
        if (!(number > 0)) {
          throw new IllegalArgumentException("expected a factor above 0, found " + number);
        }
        yield new DriftLimit(Math.min(number, 1 / number), Math.max(number, 1 / number));
      }
      default -> DriftLimit.above(number);
    };
  }

  /** {@code id(a=1)}, which reads back as this method. */
  public String text() {
    return new NamedMetric(id, parameters, null).text();
  }

  private MetricInfo info() {
    return MetricCatalog.standard()
        .entry(SHORT_NAMES.getOrDefault(id, id))
        .metricInfo()
        .orElseThrow();
  }
}
