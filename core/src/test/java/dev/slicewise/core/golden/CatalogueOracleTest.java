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
      Map.ofEntries(
          Map.entry(
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
                  "within_tolerance_rate")),
          Map.entry(
              "metric/binary/ConfusionMetricsTest",
              List.of(
                  "balanced_log_loss",
                  "cascade_suite",
                  "diagnostic_odds_ratio",
                  "flip_rate",
                  "mcnemar",
                  "neg_to_pos_flip_rate",
                  "negative_likelihood_ratio",
                  "pos_to_neg_flip_rate",
                  "support")),
          Map.entry(
              "metric/preference/PreferenceMetricsTest",
              List.of("kl_penalized_reward", "mean_kl", "win_rate")),
          Map.entry(
              "metric/threshold/ThresholdMetricsTest",
              List.of(
                  "confusion_matrix_at_thresholds",
                  "cost_curve",
                  "det_curve",
                  "normalized_gini",
                  "pr_auc_trapezoid",
                  "pr_curve",
                  "recall_at_false_positive_rate",
                  "roc_curve")),
          Map.entry(
              "metric/calibration/RegressionCalibrationTest",
              List.of(
                  "linear_calibration_intercept",
                  "max_log_calibration_ratio",
                  "pit_chi_square",
                  "quantile_calibration_error")),
          Map.entry(
              "metric/calibration/CorpDecompositionTest",
              List.of(
                  "corp_discrimination",
                  "corp_miscalibration",
                  "corp_reliability_curve",
                  "corp_uncertainty")),
          Map.entry("metric/calibration/CalibrationTest", List.of("refinement")),
          Map.entry(
              "metric/quality/QualityMetricsTest",
              List.of(
                  "class_balance",
                  "clipped_rate",
                  "count",
                  "inf_rate",
                  "invalid_rate",
                  "max_value",
                  "mean_label",
                  "mean_prediction",
                  "mean_value",
                  "min_value",
                  "nan_rate",
                  "null_rate",
                  "prediction_histogram",
                  "std_value",
                  "weighted_count",
                  "zero_rate")),
          Map.entry(
              "metric/combined/CombinedMetricsTest",
              List.of("composite", "elastic_net_penalty", "l1_penalty", "l2_penalty")),
          Map.entry(
              "metric/regression/RankCorrelationTest", List.of("kendall_tau", "spearman_corrcoef")),
          Map.entry(
              "metric/regression/RegressionMetricsTest",
              List.of("mean_tweedie_deviance", "quantile_value", "residuals_by_bin", "worst_rows")),
          Map.entry("term/loss/RegressionLossDigitsTest", List.of("poisson_nll")));

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
