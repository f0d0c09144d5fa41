package dev.slicewise.core.metric.regression;

import static org.assertj.core.api.Assertions.assertThat;

import dev.slicewise.core.metric.GoldenCase;
import dev.slicewise.core.metric.MetricValue;
import dev.slicewise.core.metric.Rows;
import dev.slicewise.core.numeric.Moments;
import dev.slicewise.core.plan.BatchEvaluator;
import dev.slicewise.core.plan.EvaluationPlan;
import dev.slicewise.core.plan.Finish;
import dev.slicewise.core.plan.MetricResult;
import dev.slicewise.core.plan.SliceState;
import dev.slicewise.core.plan.Suite;
import dev.slicewise.core.term.Batch;
import dev.slicewise.core.term.Role;
import java.util.List;
import java.util.Map;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class RegressionGoldenTest {
  @ParameterizedTest
  @ValueSource(
      strings = {
        "metric_regression_suite",
        "metric_regression_suite_weighted",
        "metric_msle",
        "metric_single_row",
        "seed004_row1",
        "seed004_row2",
        "seed004_row3",
        "metric_r2_constant_labels",
        "metric_r2_constant_perfect",
        "metric_interval",
        "metric_pearson",
        "policy_msle_domain",
        "metric_all_zero_weight"
      })
  void goldenSuites(String id) {
    GoldenCase golden = GoldenCase.of(id);
    Rows rows = Rows.of(golden);
    for (Object key : ((Map<?, ?>) golden.expected()).keySet()) {
      String name = (String) key;
      Double wanted = golden.expected(name);
      if (name.startsWith("n_")) {
        String counted = name.equals("n_zero_label") ? "mape" : golden.name();
        counted = counted.equals("regression_suite") ? "mape" : counted;
        assertThat(rows.result(counted).counters().get(name).doubleValue())
            .as("%s of %s", name, id)
            .isEqualTo(wanted);
        continue;
      }
      String metric =
          switch (name) {
            case "adjusted_r2_p2" -> "adjusted_r2(predictors=2)";
            case "adjusted_r2" -> "adjusted_r2(predictors=0)";
            case "d2_pinball_0_9" -> "d2_pinball_score(alpha=0.9)";
            case "weighted_p50_abs" -> "p50_abs";
            case "force_finite" -> "r2_score(force_finite=true)";
            case "concordance" -> "concordance_corrcoef";
            case "mean_interval_score" -> "mean_interval_score(alpha=0.1)";
            default -> name;
          };
      golden.check(rows.value(metric), wanted);
      if (!golden.inputs().containsKey("weight")) {
        golden.check(rows.weighing(1).value(metric), wanted);
        golden.check(rows.weighing(2).value(metric), wanted);
      }
    }
  }

  @ParameterizedTest
  @CsvSource({
    "metric_d2_tweedie, d2_tweedie_score(power=1.5)",
    "metric_smape, smape",
    "metric_mase, mase",
    "metric_mda, mda"
  })
  void goldenNumbers(String id, String metric) {
    GoldenCase golden = GoldenCase.of(id);
    golden.check(Rows.of(golden).value(metric), (Double) golden.expected());
    golden.check(Rows.of(golden).weighing(1).value(metric), (Double) golden.expected());
  }

  @Test
  void goldenEmpty() {
    for (String metric : List.of("mean_error", "mae", "max_error", "r2_score")) {
      MetricResult result = Rows.of(new double[0], new double[0]).result(metric);
      assertThat(result.value()).isEqualTo(MetricValue.undefined("no rows"));
      assertThat(result.counters()).containsEntry("n_used", 0L);
    }
  }

  @Test
  void goldenNulls() {
    // metric_nulls: first reason wins in the order null, nan, inf, bad_weight.
    EvaluationPlan plan = EvaluationPlan.of(Suite.of("mae").withWeights());
    BatchEvaluator evaluator = new BatchEvaluator(plan);
    double[][] columns = {
      {1, 0, 3, Double.NaN, 5, 6, 7},
      {2, 1, 0, 1, Double.POSITIVE_INFINITY, 4, 7},
      {1, 1, 1, 1, 1, -1, 2}
    };
    Batch batch = evaluator.newBatch();
    for (int c = 0; c < 3; c++) {
      for (int i = 0; i < 7; i++) {
        batch.set(c, i, columns[c][i]);
      }
    }
    batch.setNull(0, 1);
    batch.setNull(1, 2);
    batch.rows(7);
    SliceState state = plan.emptyState();
    evaluator.add(batch, state);
    MetricResult result = Finish.DEFAULT.results(state).get(0);
    GoldenCase golden = GoldenCase.of("metric_nulls");
    golden.check(result.value(), golden.expected("mean_absolute_error"));
    for (String counter : List.of("n_rows", "n_used", "n_null", "n_nan", "n_inf", "n_bad_weight")) {
      assertThat(result.counters().get(counter).doubleValue()).isEqualTo(golden.expected(counter));
    }
  }

  @ParameterizedTest
  @ValueSource(strings = {"metric_mape_zeros", "metric_mape_all_zero"})
  void goldenZeroLabels(String id) {
    GoldenCase golden = GoldenCase.of(id);
    Rows rows = Rows.of(golden);
    for (Object key : ((Map<?, ?>) golden.expected()).keySet()) {
      if (!key.equals("n_zero_label")) {
        String metric = "mape(zero_label=" + key + ")";
        golden.check(rows.value(metric), golden.expected((String) key));
        assertThat(rows.result(metric).counters()).containsEntry("n_zero_label", 2L);
      }
    }
  }

  @Test
  void goldenOverflow() {
    Rows rows = Rows.of(GoldenCase.of("policy_overflow"));
    for (String metric : List.of("mse", "rmse", "squared_error")) {
      MetricResult result = rows.result(metric);
      assertThat(((MetricValue.Scalar) result.value()).value()).isEqualTo(Double.POSITIVE_INFINITY);
      assertThat(result.counters()).containsEntry("n_used", 2L).containsEntry("n_overflow", 1L);
      assertThat(result.interval()).isNull();
    }
    assertThat(rows.scalar("mae").value()).isEqualTo(5e199);
    assertThat(rows.result("mae").counters()).doesNotContainKey("n_overflow");
    assertThat(rows.value("normalized_rmse")).isEqualTo(MetricValue.undefined("a sum overflowed"));
  }

  @Test
  void goldenFloats() {
    GoldenCase golden = GoldenCase.of("policy_float_widening");
    double label = (float) golden.input("label_float32")[0];
    Rows rows = Rows.of(new double[] {label}, golden.input("prediction_double"));
    golden.check(rows.value("mae"), (Double) golden.expected());
  }

  @Test
  void goldenLargeOffset() {
    GoldenCase golden = GoldenCase.of("r2_large_offset");
    double[] label = IntStream.range(0, 200).mapToDouble(i -> 1e9 + i * 1e-3).toArray();
    double[] prediction =
        IntStream.range(0, 200).mapToDouble(i -> label[i] + (i % 2 == 1 ? 1e-4 : -1e-4)).toArray();
    golden.check(Rows.of(label, prediction).value("r2_score"), (Double) golden.expected());
  }

  @Test
  void goldenVariances() {
    GoldenCase shifted = GoldenCase.of("var_shifted");
    shifted.check(Moments.of(shifted.input("values")).variance(1), (Double) shifted.expected());
    GoldenCase times = GoldenCase.of("var_timestamps");
    double[] values = IntStream.range(0, 1000).mapToDouble(i -> 1.7e18 + 256.0 * i).toArray();
    times.check(Moments.of(values).variance(0), (Double) times.expected());
  }

  @Test
  void goldenQuantiles() {
    GoldenCase golden = GoldenCase.of("metric_quantiles");
    double[] errors = golden.input("abs_error");
    Rows ten = Rows.of(new double[errors.length], errors);
    ((Map<?, ?>) golden.expected())
        .forEach(
            (method, wanted) ->
                checkAll(golden, ten, "quantile_abs_error(method=" + method + ",q=", wanted));
    GoldenCase weighted = GoldenCase.of("metric_weighted_quantiles");
    Rows rows =
        Rows.of(new double[5], weighted.input("abs_error"))
            .with(Role.WEIGHT, weighted.input("weight"));
    checkAll(weighted, rows, "quantile_abs_error(q=", weighted.expected());
    GoldenCase signed = GoldenCase.of("metric_signed_quantiles");
    Rows errorRows = Rows.of(new double[8], signed.input("error"));
    checkAll(signed, errorRows, "quantile_signed_error(q=", signed.expected());
    GoldenCase trap = GoldenCase.of("metric_quantile_rank_trap");
    Rows hundred =
        Rows.of(new double[100], IntStream.rangeClosed(1, 100).mapToDouble(i -> -i).toArray());
    checkAll(trap, hundred, "quantile_abs_error(q=", trap.expected());
    GoldenCase shortfall = GoldenCase.of("metric_cvar");
    Rows tail = Rows.of(new double[10], shortfall.input("abs_error"));
    checkAll(shortfall, tail, "cvar(q=", shortfall.expected());
  }

  private static void checkAll(GoldenCase golden, Rows rows, String prefix, Object expected) {
    List<?> wanted = (List<?>) expected;
    List<?> shares = (List<?>) golden.params().get("q");
    for (int i = 0; i < wanted.size(); i++) {
      golden.check(rows.value(prefix + shares.get(i) + ")"), (Double) wanted.get(i));
    }
  }
}
