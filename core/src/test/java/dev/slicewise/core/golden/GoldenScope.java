package dev.slicewise.core.golden;

import dev.slicewise.core.metric.GoldenCase;
import java.util.List;
import java.util.Map;

/** Which golden cases are answered where. */
final class GoldenScope {
  /** Cases whose inputs are not rows of one model, and the test that answers each. */
  static final Map<String, String> ELSEWHERE =
      Map.ofEntries(
          Map.entry("seed001_saturation", "term/loss/BinaryLossTest"),
          Map.entry("seed001_divergence", "golden/GoldenStateTest"),
          Map.entry("metric_calibration_edges", "golden/GoldenStateTest"),
          Map.entry("state_bit_histogram_index", "golden/GoldenStateTest"),
          Map.entry("state_bit_histogram_collapse", "golden/GoldenStateTest"),
          Map.entry("state_bit_histogram_quantile", "golden/GoldenStateTest"),
          Map.entry("state_bit_histogram_lossless", "golden/GoldenStateTest"),
          Map.entry("state_bit_histogram_signed", "golden/GoldenStateTest"),
          Map.entry("state_probability_lattice", "golden/GoldenStateTest"),
          Map.entry("state_auc_certificate", "golden/GoldenStateTest"),
          Map.entry("state_row_hash", "golden/GoldenStateTest"),
          Map.entry("state_poisson_counts", "golden/GoldenStateTest"),
          Map.entry("state_fixed128", "golden/GoldenStateTest"),
          Map.entry("state_top_k", "golden/GoldenStateTest"),
          Map.entry("penalty_elastic_net", "metric/combined/CombinedMetricsTest"),
          Map.entry("ci_wilson", "interval/BinaryIntervalTest"),
          Map.entry("ab_mcnemar", "interval/BinaryIntervalTest"),
          Map.entry("ab_paired", "interval/DifferenceOfMeansTest"),
          Map.entry("ab_welch", "interval/DifferenceOfMeansTest"),
          Map.entry("ci_group_jackknife", "interval/GoldenIntervalTest"),
          Map.entry("ci_ratio_delta", "interval/GoldenIntervalTest"),
          Map.entry("ci_quantile_ranks_1000_0.99", "interval/GoldenIntervalTest"),
          Map.entry("ci_quantile_ranks_200_0.5", "interval/GoldenIntervalTest"),
          Map.entry("ci_quantile_ranks_50_0.95", "interval/GoldenIntervalTest"),
          Map.entry("ci_auc", "interval/GoldenIntervalTest"),
          Map.entry("finish_single_row_ci", "interval/GoldenIntervalTest"),
          Map.entry("finish_weighted_mean_ci", "interval/GoldenIntervalTest"),
          Map.entry("metric_fairness", "golden/GoldenComparisonsTest"),
          Map.entry("metric_drift_categorical", "golden/GoldenComparisonsTest"),
          Map.entry("metric_drift_numeric", "golden/GoldenComparisonsTest"),
          Map.entry("metric_vif", "golden/GoldenComparisonsTest"),
          Map.entry("metric_fid", "golden/GoldenComparisonsTest"),
          Map.entry("drift_missing_rate", "golden/GoldenComparisonsTest"),
          Map.entry("ab_quantile_guardrail", "golden/GoldenComparisonsTest"),
          Map.entry("multiple_testing_bh", "golden/GoldenComparisonsTest"));

  /** Kinds of state cases that {@code GoldenStateTest} runs in all ways. */
  static final List<String> STATES = List.of("exact_sum", "variance");

  private GoldenScope() {}

  /** The cases that metrics answer from rows. */
  static List<GoldenCase> metricCases() {
    return GoldenCase.all().stream()
        .filter(golden -> !ELSEWHERE.containsKey(golden.id()))
        .filter(golden -> !STATES.contains(golden.name()))
        .toList();
  }

  /** The state cases of some rows. */
  static List<GoldenCase> stateCases() {
    return GoldenCase.all().stream().filter(golden -> STATES.contains(golden.name())).toList();
  }
}
