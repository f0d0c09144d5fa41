package dev.slicewise.core.metric;

import dev.slicewise.core.metric.binary.BinaryMetrics;
import dev.slicewise.core.metric.calibration.CalibrationMetrics;
import dev.slicewise.core.metric.combined.CombinedMetrics;
import dev.slicewise.core.metric.comparison.ComparisonMetrics;
import dev.slicewise.core.metric.drift.DriftMetrics;
import dev.slicewise.core.metric.fairness.FairnessMetrics;
import dev.slicewise.core.metric.feature.FeatureMetrics;
import dev.slicewise.core.metric.language.LanguageMetrics;
import dev.slicewise.core.metric.multiclass.MulticlassMetrics;
import dev.slicewise.core.metric.preference.PreferenceMetrics;
import dev.slicewise.core.metric.quality.QualityMetrics;
import dev.slicewise.core.metric.ranking.RankingMetrics;
import dev.slicewise.core.metric.regression.RegressionMetrics;
import dev.slicewise.core.metric.text.TextMetrics;
import dev.slicewise.core.metric.threshold.ThresholdMetrics;
import dev.slicewise.core.term.Loss;
import dev.slicewise.core.term.language.LanguageLosses;
import dev.slicewise.core.term.loss.Losses;
import dev.slicewise.core.term.ranking.RankingLosses;
import dev.slicewise.core.term.representation.RepresentationLosses;
import dev.slicewise.core.text.Nearest;
import java.util.ArrayList;
import java.util.Collection;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.ServiceLoader;
import java.util.TreeMap;
import java.util.WeakHashMap;
import java.util.concurrent.ConcurrentHashMap;

/**
 * Every metric and loss by name: the lists of the families, and what users' jars add through {@link
 * ServiceLoader} files for {@link Metric} and {@link Loss}.
 */
public final class MetricCatalog {
  private static final List<List<Metric>> FAMILIES =
      List.of(
          RegressionMetrics.ALL,
          BinaryMetrics.ALL,
          ThresholdMetrics.ALL,
          CalibrationMetrics.ALL,
          MulticlassMetrics.ALL,
          PreferenceMetrics.ALL,
          QualityMetrics.ALL,
          CombinedMetrics.ALL,
          RankingMetrics.ALL,
          LanguageMetrics.ALL,
          TextMetrics.ALL,
          FairnessMetrics.ALL,
          DriftMetrics.ALL,
          ComparisonMetrics.ALL,
          FeatureMetrics.ALL);

  private static final List<List<Loss>> LOSSES =
      List.of(Losses.ALL, RankingLosses.ALL, RepresentationLosses.ALL, LanguageLosses.ALL);

  private static final int SCALARS_KEPT = 1024;

  private final Map<String, CatalogEntry> entries = new TreeMap<>();
  private final Map<String, String> names = new LinkedHashMap<>();
  private final Map<String, NamedMetric> scalars = new ConcurrentHashMap<>();

  private MetricCatalog(ClassLoader loader) {
    FAMILIES.forEach(family -> family.forEach(metric -> add(CatalogEntry.of(metric))));
    LOSSES.forEach(family -> family.forEach(loss -> add(CatalogEntry.of(loss))));
    ServiceLoader.load(Metric.class, loader).forEach(metric -> add(CatalogEntry.of(metric)));
    ServiceLoader.load(Loss.class, loader).forEach(loss -> add(CatalogEntry.of(loss)));
    // The mean of a loss is its own id where the field has a name for it, else an alias.
    for (CatalogEntry entry : entries.values()) {
      if (entry.isLoss() && !entries.containsKey("mean_" + entry.id())) {
        entry.alsoCalled("mean_" + entry.id());
      }
    }
    // An alias never hides an id, nor an earlier alias.
    for (CatalogEntry entry : entries.values()) {
      entry.aliases().forEach(alias -> names.putIfAbsent(key(alias), entry.id()));
      entry
          .presets()
          .forEach(
              (name, preset) -> {
                int colon = preset.indexOf(':');
                String parameter = preset.substring(0, colon).trim();
                String value = preset.substring(colon + 1).trim();
                names.putIfAbsent(key(name), entry.id() + "(" + parameter + "=" + value + ")");
              });
    }
  }

  private static final Map<ClassLoader, MetricCatalog> BY_LOADER =
      Collections.synchronizedMap(new WeakHashMap<>());

  /** The built-in catalogue with what the jars of this thread's class loader add. */
  public static MetricCatalog standard() {
    ClassLoader own = MetricCatalog.class.getClassLoader();
    ClassLoader context = Thread.currentThread().getContextClassLoader();
    return BY_LOADER.computeIfAbsent(sees(context) ? context : own, MetricCatalog::new);
  }

  /** Whether a loader finds this very catalogue, and so metrics that fit it. */
  private static boolean sees(ClassLoader loader) {
    try {
      String name = MetricCatalog.class.getName();
      return loader != null && loader.loadClass(name) == MetricCatalog.class;
    } catch (ClassNotFoundException e) {
      return false;
    }
  }

  /** The built-in catalogue with what a class loader's services add. */
  public static MetricCatalog of(ClassLoader loader) {
    return new MetricCatalog(loader);
  }

  private void add(CatalogEntry entry) {
    if (entries.putIfAbsent(entry.id(), entry) != null) {
      throw new IllegalArgumentException(
          "two metrics are called '" + entry.id() + "'; rename the one in your own jar");
    }
    names.put(key(entry.id()), entry.id());
  }

  private static String key(String name) {
    return name.toLowerCase(Locale.ROOT);
  }

  /** All entries by id. */
  public Collection<CatalogEntry> entries() {
    return Collections.unmodifiableCollection(entries.values());
  }

  /** Every name that resolves, in lower case: ids, aliases and presets. */
  public Collection<String> names() {
    return Collections.unmodifiableSet(names.keySet());
  }

  /**
   * The entry of an id or alias.
   *
   * @throws IllegalArgumentException when there is none, naming the nearest
   */
  public CatalogEntry entry(String name) {
    String target = names.get(key(name));
    if (target == null) {
      throw new IllegalArgumentException(
          "unknown metric '"
              + name
              + "'."
              + Nearest.hint(name, names.keySet())
              + " `slicewise metrics` lists all.");
    }
    int open = target.indexOf('(');
    return entries.get(open < 0 ? target : target.substring(0, open));
  }

  /** Reads one metric: {@code mae}, {@code p99_abs}, {@code huber(delta=2)}. */
  public NamedMetric parse(String text) {
    return parse(text, Profile.SLICEWISE);
  }

  /** Reads one metric whose parameters default to those of a profile. */
  public NamedMetric parse(String text, Profile profile) {
    MetricText metric = MetricText.parse(text);
    CatalogEntry entry = entry(metric.name());
    Map<String, String> parameters = new LinkedHashMap<>();
    String target = names.get(key(metric.name()));
    if (target.indexOf('(') >= 0) {
      parameters.putAll(MetricText.parse(target).parameters());
    }
    parameters.putAll(metric.parameters());
    return entry.bind(profile.complete(entry, parameters));
  }

  /**
   * Reads a metric that another one compares or repeats by group; remembered, since every slice
   * asks again.
   *
   * @throws IllegalArgumentException when there is none of that name, or its value is a curve
   */
  public NamedMetric parseScalar(String text) {
    NamedMetric known = scalars.get(text);
    if (known != null) {
      return known;
    }
    NamedMetric metric = parse(text);
    if (!entry(metric.id()).isScalar()) {
      throw new IllegalArgumentException(
          "expected a metric whose value is a number, found the curve " + metric.id());
    }
    if (scalars.size() < SCALARS_KEPT) {
      scalars.put(text, metric);
    }
    return metric;
  }

  /** Reads a comma-separated list of metrics; a metric named twice counts once. */
  public List<NamedMetric> parseList(String text) {
    return parseList(text, Profile.SLICEWISE);
  }

  /** Reads such a list, with the defaults of a profile. */
  public List<NamedMetric> parseList(String text, Profile profile) {
    Map<String, NamedMetric> metrics = new LinkedHashMap<>();
    for (String part : MetricText.split(text)) {
      NamedMetric metric = parse(part, profile);
      metrics.putIfAbsent(metric.text(), metric);
    }
    if (metrics.isEmpty()) {
      throw new IllegalArgumentException("expected at least one metric, found none");
    }
    return new ArrayList<>(metrics.values());
  }
}
