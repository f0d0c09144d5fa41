package dev.slicewise.jobs.drift;

import dev.slicewise.core.compare.ColumnChoice;
import dev.slicewise.core.compare.DriftQuestions;
import dev.slicewise.core.metric.MetricCatalog;
import dev.slicewise.core.metric.NamedMetric;
import dev.slicewise.core.metric.drift.DriftMethod;
import dev.slicewise.core.slice.SliceSpec;
import dev.slicewise.jobs.config.Pairs;
import dev.slicewise.jobs.failure.Failures;
import dev.slicewise.jobs.failure.JobException;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import picocli.CommandLine.Option;

/** Flags that say what is asked of the two sides. */
final class QuestionOptions {
  @Option(
      names = "--columns",
      paramLabel = "LIST",
      description = {
        "Columns whose distribution is compared, such as distance,carrier (repeatable). A type"
            + " decides how: numbers, texts and booleans, arrays. month:categories takes numbers as"
            + " names; log(distance) AS log_distance is an expression.",
        "From states: those with a column_profile (default: all of them)."
      })
  List<String> columns;

  @Option(
      names = "--label",
      paramLabel = "COLUMN",
      description = "Observed value, compared as a column and read by metrics.")
  String label;

  @Option(
      names = "--prediction",
      paramLabel = "COLUMN",
      description = "Predicted value, probability or score, likewise.")
  String prediction;

  @Option(names = "--weight", paramLabel = "COLUMN", description = "Weight of a row.")
  String weight;

  @Option(
      names = "--role",
      paramLabel = "NAME=COLUMN",
      description = "A further column that a metric needs (repeatable).")
  List<String> roles;

  @Option(
      names = "--positive-label",
      paramLabel = "VALUE",
      description = "The label that counts as 1 for metrics.")
  String positiveLabel;

  @Option(
      names = "--metrics",
      paramLabel = "LIST",
      description = "Metrics whose change is shown with an interval, such as mae,rmse.")
  List<String> metrics;

  @Option(
      names = "--methods",
      paramLabel = "LIST",
      description = {
        "How columns are compared, such as psi,ks_statistic,js_distance(bins=20); each where it"
            + " applies, and missing_rate_shift always. Default: for numbers psi, js_distance,"
            + " ks_statistic, wasserstein_1 (standardised), mean_shift and std_ratio; for categories"
            + " psi, js_distance, total_variation, cramers_v and new_category_rate; for arrays"
            + " cosine_shift and centroid_distance."
      })
  List<String> methods;

  @Option(
      names = "--threshold",
      paramLabel = "METHOD=LIMIT",
      description = {
        "What counts as drift by a method, such as psi=0.2, mean_shift=-0.3..0.3 or std_ratio=none"
            + " (repeatable); of one column: distance.psi=0.1. Of a metric, by how much it may get"
            + " worse: mae=0.5 or mae=10%%."
      })
  List<String> thresholds;

  @Option(
      names = "--slice",
      paramLabel = "DIMENSIONS",
      description =
          "Slice definition, such as carrier,origin; \"\" is all rows (repeatable; default: all"
              + " rows; from states: all that are stored).")
  List<String> slices;

  @Option(
      names = "--min-rows",
      paramLabel = "N",
      description = "Usable rows a side below which nothing is decided (default: 30).")
  long minRows = 30;

  @Option(
      names = "--confidence",
      paramLabel = "LEVEL",
      description = "Level of the intervals of changes of metrics (default: 0.95).")
  double confidence = 0.95;

  @Option(names = "--limit", paramLabel = "N", description = "Lines to print (default: 20).")
  int limit = 20;

  List<ColumnChoice> choices() {
    try {
      return ColumnChoice.parse(columns == null ? List.of() : columns);
    } catch (IllegalArgumentException e) {
      throw JobException.usage("--columns: " + e.getMessage() + ".", e);
    }
  }

  /** Column by role, the weight among them. */
  Map<String, String> roleColumns() {
    Map<String, String> all = new LinkedHashMap<>();
    put(all, "label", label);
    put(all, "prediction", prediction);
    put(all, "weight", weight);
    all.putAll(Pairs.of("--role", roles));
    return all;
  }

  private static void put(Map<String, String> roles, String role, String column) {
    if (column != null) {
      roles.put(role, column);
    }
  }

  /** The metrics asked for; null when nothing was said. */
  List<NamedMetric> namedMetrics() {
    if (metrics == null) {
      return null;
    }
    try {
      MetricCatalog catalog = MetricCatalog.standard();
      List<NamedMetric> named = catalog.parseList(String.join(",", metrics));
      named.forEach(metric -> catalog.parseScalar(metric.text()));
      return named;
    } catch (IllegalArgumentException e) {
      throw JobException.usage("--metrics: " + Failures.sentence(e.getMessage()), e);
    }
  }

  /** The methods asked for; null when nothing was said. */
  List<DriftMethod> driftMethods() {
    if (methods == null) {
      return null;
    }
    try {
      return DriftQuestions.methods(methods);
    } catch (IllegalArgumentException e) {
      throw JobException.usage("--methods: " + Failures.sentence(e.getMessage()), e);
    }
  }

  /** The slice definitions asked for; null when nothing was said. */
  List<SliceSpec> sliceSpecs() {
    if (slices == null) {
      return null;
    }
    Set<SliceSpec> specs = new LinkedHashSet<>();
    try {
      slices.forEach(text -> specs.add(SliceSpec.parse(text)));
    } catch (IllegalArgumentException e) {
      throw JobException.usage("--slice: " + Failures.sentence(e.getMessage()), e);
    }
    return new ArrayList<>(specs);
  }

  /** Refuses numbers that mean nothing. */
  void check() {
    if (!(confidence > 0 && confidence < 1)) {
      throw JobException.usage("expected --confidence in (0, 1), found " + confidence + ".");
    }
    if (minRows < 1) {
      throw JobException.usage("expected --min-rows of at least 1, found " + minRows + ".");
    }
    if (limit < 0) {
      throw JobException.usage("expected --limit of at least 0, found " + limit + ".");
    }
    choices();
    namedMetrics();
    driftMethods();
    sliceSpecs();
  }
}
