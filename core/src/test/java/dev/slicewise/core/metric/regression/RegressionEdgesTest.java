package dev.slicewise.core.metric.regression;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

import dev.slicewise.core.metric.GoldenCase;
import dev.slicewise.core.metric.MetricCatalog;
import dev.slicewise.core.metric.MetricValue;
import dev.slicewise.core.metric.Rows;
import dev.slicewise.core.plan.EvaluationPlan;
import dev.slicewise.core.plan.MetricResult;
import dev.slicewise.core.plan.Suite;
import dev.slicewise.core.term.Role;
import dev.slicewise.core.term.Shape;
import java.util.Arrays;
import java.util.List;
import org.junit.jupiter.api.Test;

class RegressionEdgesTest {
  @Test
  void everyMetricIsUndefinedOrFiniteOnOneRowAndOnConstants() {
    Rows one = all(Rows.of(new double[] {2}, new double[] {3}), 1);
    Rows constant = all(Rows.of(new double[] {2, 2, 2}, new double[] {2, 2, 2}), 3);
    MetricCatalog.standard().entries().stream()
        .filter(entry -> isRegression(entry.bind().metric()))
        .filter(entry -> entry.bind().roles().stream().allMatch(this::isNumber))
        .forEach(
            entry -> {
              for (Rows rows : List.of(one, constant, constant.weighing(1e-30))) {
                MetricValue value = rows.value(entry.id());
                if (value instanceof MetricValue.Scalar scalar) {
                  assertThat(scalar.value()).as(entry.id()).isFinite();
                } else if (value instanceof MetricValue.Undefined undefined) {
                  assertThat(undefined.reason()).as(entry.id()).isNotBlank();
                }
              }
            });
  }

  private boolean isNumber(Role role) {
    return role.shape() == Shape.NUMBER;
  }

  private static boolean isRegression(Object metric) {
    return metric.getClass().getPackage().equals(RegressionEdgesTest.class.getPackage());
  }

  private static Rows all(Rows rows, int count) {
    double[] twos = new double[count];
    Arrays.fill(twos, 2);
    for (Role role :
        List.of(Role.BASELINE, Role.SCALE, Role.PREVIOUS, Role.LOWER, Role.UPPER, Role.VALUE)) {
      rows.with(role, twos);
    }
    return rows;
  }

  @Test
  void constantsAndPerfectBaselinesAreUndefined() {
    Rows rows = all(Rows.of(new double[] {2, 2, 2}, new double[] {2, 3, 1}), 3);
    for (String metric :
        List.of(
            "r2",
            "explained_variance",
            "rse",
            "nrmse(by=range)",
            "nrmse(by=std)",
            "pearson_corrcoef",
            "ccc",
            "d2_absolute_error_score",
            "d2_tweedie_score(power=1)",
            "d2_tweedie_score(power=1.5)",
            "d2_tweedie_score(power=2)",
            "mean_interval_width(normalize=range)")) {
      assertThat(rows.value(metric))
          .as(metric)
          .isEqualTo(MetricValue.undefined("the label is constant"));
    }
    assertThat(rows.value("rae")).isEqualTo(MetricValue.undefined("the baseline makes no error"));
    assertThat(rows.value("skill_score"))
        .isEqualTo(MetricValue.undefined("the baseline makes no error"));
  }

  @Test
  void labelsTooAlikeForTheirLogarithmsHaveNoTweedieSkill() {
    // The deviance of the mean is 1e-22 a row, the rounding of y ln y 1e-6.
    double[] label = {1e10, 1e10 + 2e-6, 1e10, 1e10 + 2e-6};
    Rows rows = Rows.of(label, new double[] {1e10, 1e10, 1e10, 1e10 + 4e-6});
    assertThat(rows.value("d2_tweedie_score(power=1)")).isInstanceOf(MetricValue.Undefined.class);
    assertThat(rows.value("r2")).isInstanceOf(MetricValue.Scalar.class);
  }

  @Test
  void errorsOfBothInfinitiesHaveNoMean() {
    double huge = Double.MAX_VALUE;
    Rows both = Rows.of(new double[] {-huge, huge}, new double[] {huge, -huge});
    assertThat(both.value("mean_error")).isInstanceOf(MetricValue.Undefined.class);
    assertThat(both.scalar("mae").value()).isEqualTo(Double.POSITIVE_INFINITY);
    assertThat(both.scalar("p50_abs").value()).isEqualTo(Double.POSITIVE_INFINITY);
    assertThat(both.scalar("cvar").value()).isEqualTo(Double.POSITIVE_INFINITY);
    Rows over = Rows.of(new double[] {-huge, 0}, new double[] {huge, -huge});
    assertThat(over.scalar("mean_error").value()).isEqualTo(Double.POSITIVE_INFINITY);
  }

  @Test
  void squaresBelowTheDoublesNeverGiveNegativeVariances() {
    // Σy² is 0 and (Σy)² is not: the difference alone would say that the variance is −1e-340.
    Rows tiny = Rows.of(new double[] {1e-170, 1e-170}, new double[] {1e-170, 3e-170});
    for (String metric : List.of("r2", "explained_variance", "pearson_corrcoef", "nrmse(by=std)")) {
      assertThat(tiny.value(metric))
          .as(metric)
          .isEqualTo(MetricValue.undefined("the label is constant"));
    }
  }

  @Test
  void columnsThatCannotBeNamedAreRefused() {
    Suite suite = Suite.of("quantile_value(column=latency_ms)");
    assertThat(EvaluationPlan.of(suite).roles()).containsExactly(new Role("latency_ms"));
    assertThatIllegalArgumentException()
        .isThrownBy(() -> EvaluationPlan.of(Suite.of("quantile_value(column='a b')")))
        .withMessageContaining("a b");
  }

  @Test
  void overflowsAreCountedAndSpreadNoFurther() {
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
}
