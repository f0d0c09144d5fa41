package dev.slicewise.core.golden;

import static org.assertj.core.api.Assertions.assertThat;

import dev.slicewise.core.metric.CatalogEntry;
import dev.slicewise.core.metric.GoldenCase;
import dev.slicewise.core.metric.MetricCatalog;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import org.junit.jupiter.api.Test;

/** Every id of the catalogue is held to values that something else than core computed. */
class CatalogueOracleTest {
  private static final Path TESTS = Path.of("src/test/java/dev/slicewise/core");

  /** Ids that no golden case asks for, by the test that holds them to another oracle. */
  private static final Map<String, List<String>> OTHER_ORACLES =
      Map.of(
          "metric/DefinitionsTest",
          List.of(
              "asymmetric_cost",
              "false_discovery_rate",
              "false_omission_rate",
              "fowlkes_mallows",
              "linear_calibration_slope",
              "markedness",
              "max_signed_error",
              "mean_expectile_loss",
              "mean_gamma_deviance",
              "mean_percentage_error",
              "mean_pinball_loss",
              "mean_poisson_deviance",
              "min_signed_error",
              "normalized_entropy",
              "normalized_rmse",
              "positive_likelihood_ratio",
              "predicted_positive_rate",
              "prevalence",
              "quantile_coverage",
              "quantile_crossing_rate",
              "relative_absolute_error",
              "relative_squared_error",
              "skill_score",
              "smooth_l1",
              "squared_pearson",
              "tail_rate",
              "within_tolerance_rate"),
          "metric/binary/ConfusionMetricsTest",
          List.of(
              "balanced_log_loss",
              "diagnostic_odds_ratio",
              "flip_rate",
              "mcnemar",
              "neg_to_pos_flip_rate",
              "negative_likelihood_ratio",
              "pos_to_neg_flip_rate",
              "support"),
          "metric/threshold/ThresholdMetricsTest",
          List.of(
              "confusion_matrix_at_thresholds",
              "cost_curve",
              "det_curve",
              "normalized_gini",
              "pr_auc_trapezoid",
              "pr_curve",
              "recall_at_false_positive_rate",
              "roc_curve"),
          "metric/calibration/RegressionCalibrationTest",
          List.of(
              "linear_calibration_intercept",
              "max_log_calibration_ratio",
              "pit_chi_square",
              "quantile_calibration_error"),
          "metric/calibration/CalibrationTest",
          List.of("refinement"),
          "metric/regression/RegressionMetricsTest",
          List.of("mean_tweedie_deviance", "quantile_value", "residuals_by_bin", "worst_rows"),
          "term/loss/RegressionLossDigitsTest",
          List.of("poisson_nll"));

  /** Likewise, of those that compare groups and sides. */
  private static final Map<String, List<String>> COMPARISONS =
      Map.of(
          "golden/GoldenGroupsTest",
          List.of(
              "anderson_darling_ksamp",
              "chi2",
              "cramers_v",
              "demographic_parity_difference",
              "demographic_parity_ratio",
              "drift_kl_divergence",
              "drift_ks_statistic",
              "energy_distance",
              "equal_opportunity_difference",
              "equalized_odds_difference",
              "equalized_odds_ratio",
              "hellinger",
              "js_distance",
              "ks_p_value",
              "population_stability_index",
              "predictive_parity_difference",
              "total_variation",
              "variance_inflation_factor",
              "wasserstein_1"),
          "metric/drift/DriftMetricsTest",
          List.of(
              "centroid_distance",
              "condition_number",
              "cosine_shift",
              "distinct_count_ratio",
              "frechet_distance",
              "mean_shift",
              "missing_rate_shift",
              "new_category_rate",
              "std_ratio",
              "training_serving_skew"),
          "metric/fairness/FairnessMetricsTest",
          List.of(
              "accuracy_parity",
              "class_balance",
              "generalization_gap",
              "group_calibration_gap",
              "group_metric_gap",
              "group_metrics",
              "metric_drift"));

  @Test
  void everyIdHasAnOracle() throws IOException {
    Set<String> answered = new TreeSet<>();
    for (GoldenCase golden : GoldenScope.metricCases()) {
      for (List<String> queries : GoldenQueries.of(golden).values()) {
        for (String query : queries) {
          String name = GoldenQueries.metric(query).split("\\(")[0];
          answered.add(MetricCatalog.standard().entry(name).id());
        }
      }
    }
    Map<String, String> tests = new HashMap<>();
    OTHER_ORACLES.forEach((test, ids) -> ids.forEach(id -> tests.put(id, test)));
    COMPARISONS.forEach((test, ids) -> ids.forEach(id -> tests.put(id, test)));
    for (Map.Entry<String, String> other : tests.entrySet()) {
      assertThat(Files.readString(TESTS.resolve(other.getValue() + ".java")))
          .as("the test that holds %s to an oracle", other.getKey())
          .containsPattern("\"[^\"\\n]*\\b" + other.getKey() + "\\b");
      assertThat(answered).as("listed, although golden").doesNotContain(other.getKey());
    }
    answered.addAll(tests.keySet());
    assertThat(answered)
        .isEqualTo(
            new TreeSet<>(
                MetricCatalog.standard().entries().stream().map(CatalogEntry::id).toList()));
  }
}
