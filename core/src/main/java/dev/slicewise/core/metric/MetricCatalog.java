package dev.slicewise.core.metric;

import dev.slicewise.core.metric.binary.Accuracy;
import dev.slicewise.core.metric.binary.BalancedAccuracy;
import dev.slicewise.core.metric.binary.BalancedLogLoss;
import dev.slicewise.core.metric.binary.CohenKappa;
import dev.slicewise.core.metric.binary.DiagnosticOddsRatio;
import dev.slicewise.core.metric.binary.ExpectedCost;
import dev.slicewise.core.metric.binary.F1Score;
import dev.slicewise.core.metric.binary.FalseDiscoveryRate;
import dev.slicewise.core.metric.binary.FalseNegativeRate;
import dev.slicewise.core.metric.binary.FalseNegatives;
import dev.slicewise.core.metric.binary.FalseOmissionRate;
import dev.slicewise.core.metric.binary.FalsePositiveRate;
import dev.slicewise.core.metric.binary.FalsePositives;
import dev.slicewise.core.metric.binary.FbetaScore;
import dev.slicewise.core.metric.binary.FlipRate;
import dev.slicewise.core.metric.binary.FowlkesMallows;
import dev.slicewise.core.metric.binary.Informedness;
import dev.slicewise.core.metric.binary.Jaccard;
import dev.slicewise.core.metric.binary.Markedness;
import dev.slicewise.core.metric.binary.MatthewsCorrcoef;
import dev.slicewise.core.metric.binary.McNemar;
import dev.slicewise.core.metric.binary.NegToPosFlipRate;
import dev.slicewise.core.metric.binary.NegativeLikelihoodRatio;
import dev.slicewise.core.metric.binary.NegativePredictiveValue;
import dev.slicewise.core.metric.binary.OverallPrecision;
import dev.slicewise.core.metric.binary.OverallRecall;
import dev.slicewise.core.metric.binary.PosToNegFlipRate;
import dev.slicewise.core.metric.binary.PositiveLikelihoodRatio;
import dev.slicewise.core.metric.binary.Precision;
import dev.slicewise.core.metric.binary.PredictedPositiveRate;
import dev.slicewise.core.metric.binary.Prevalence;
import dev.slicewise.core.metric.binary.Recall;
import dev.slicewise.core.metric.binary.Specificity;
import dev.slicewise.core.metric.binary.Stage1PassRate;
import dev.slicewise.core.metric.binary.Stage1Recall;
import dev.slicewise.core.metric.binary.Stage2ConditionalRecall;
import dev.slicewise.core.metric.binary.Stage2Precision;
import dev.slicewise.core.metric.binary.Support;
import dev.slicewise.core.metric.binary.TrueNegatives;
import dev.slicewise.core.metric.binary.TruePositives;
import dev.slicewise.core.metric.binary.ZeroOneLoss;
import dev.slicewise.core.metric.regression.MeanAbsoluteError;
import dev.slicewise.core.term.Loss;
import dev.slicewise.core.term.loss.BinaryFocal;
import dev.slicewise.core.term.loss.Brier;
import dev.slicewise.core.term.loss.Hinge;
import dev.slicewise.core.term.loss.LogLoss;
import dev.slicewise.core.term.loss.SquaredHinge;
import dev.slicewise.core.term.loss.WeightedLogLoss;
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

/**
 * Every metric and loss by name: THE list, and what users' jars add through {@link ServiceLoader}
 * files for {@link Metric} and {@link Loss}.
 */
public final class MetricCatalog {
  private static final List<Metric> METRICS =
      List.of(
          // regression
          new MeanAbsoluteError(),
          // binary classification at a threshold
          new Accuracy(),
          new BalancedAccuracy(),
          new BalancedLogLoss(),
          new CohenKappa(),
          new DiagnosticOddsRatio(),
          new ExpectedCost(),
          new F1Score(),
          new FalseDiscoveryRate(),
          new FalseNegativeRate(),
          new FalseNegatives(),
          new FalseOmissionRate(),
          new FalsePositiveRate(),
          new FalsePositives(),
          new FbetaScore(),
          new FlipRate(),
          new FowlkesMallows(),
          new Informedness(),
          new Jaccard(),
          new Markedness(),
          new MatthewsCorrcoef(),
          new McNemar(),
          new NegToPosFlipRate(),
          new NegativeLikelihoodRatio(),
          new NegativePredictiveValue(),
          new OverallPrecision(),
          new OverallRecall(),
          new PosToNegFlipRate(),
          new PositiveLikelihoodRatio(),
          new Precision(),
          new PredictedPositiveRate(),
          new Prevalence(),
          new Recall(),
          new Specificity(),
          new Stage1PassRate(),
          new Stage1Recall(),
          new Stage2ConditionalRecall(),
          new Stage2Precision(),
          new Support(),
          new TrueNegatives(),
          new TruePositives(),
          new ZeroOneLoss()
          // threshold-free and at-constraint
          // calibration
          );

  private static final List<Loss> LOSSES =
      List.of(
          // regression
          // binary classification
          new LogLoss(),
          new WeightedLogLoss(),
          new BinaryFocal(),
          new Hinge(),
          new SquaredHinge(),
          new Brier());

  private final Map<String, CatalogEntry> entries = new TreeMap<>();
  private final Map<String, String> names = new LinkedHashMap<>();

  private MetricCatalog(ClassLoader loader) {
    METRICS.forEach(metric -> add(CatalogEntry.of(metric)));
    LOSSES.forEach(loss -> add(CatalogEntry.of(loss)));
    ServiceLoader.load(Metric.class, loader).forEach(metric -> add(CatalogEntry.of(metric)));
    ServiceLoader.load(Loss.class, loader).forEach(loss -> add(CatalogEntry.of(loss)));
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
    MetricText metric = MetricText.parse(text);
    CatalogEntry entry = entry(metric.name());
    Map<String, String> parameters = new LinkedHashMap<>();
    String target = names.get(key(metric.name()));
    if (target.indexOf('(') >= 0) {
      parameters.putAll(MetricText.parse(target).parameters());
    }
    parameters.putAll(metric.parameters());
    return entry.bind(parameters);
  }

  /** Reads a comma-separated list of metrics; a metric named twice counts once. */
  public List<NamedMetric> parseList(String text) {
    Map<String, NamedMetric> metrics = new LinkedHashMap<>();
    for (String part : MetricText.split(text)) {
      NamedMetric metric = parse(part);
      metrics.putIfAbsent(metric.text(), metric);
    }
    if (metrics.isEmpty()) {
      throw new IllegalArgumentException("expected at least one metric, found none");
    }
    return new ArrayList<>(metrics.values());
  }
}
