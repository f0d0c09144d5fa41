package dev.slicewise.core.metric.comparison;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import dev.slicewise.core.interval.DifferenceTest;
import dev.slicewise.core.interval.Interval;
import dev.slicewise.core.interval.PairedMethod;
import dev.slicewise.core.laws.Kernel;
import dev.slicewise.core.laws.Rows;
import dev.slicewise.core.metric.Asked;
import dev.slicewise.core.metric.GoldenCase;
import dev.slicewise.core.metric.MetricCatalog;
import dev.slicewise.core.metric.MetricValue;
import dev.slicewise.core.plan.EvaluationPlan;
import dev.slicewise.core.plan.Finish;
import dev.slicewise.core.plan.MetricResult;
import dev.slicewise.core.plan.Suite;
import dev.slicewise.core.term.Role;
import java.util.Arrays;
import java.util.List;
import java.util.SplittableRandom;
import org.junit.jupiter.api.Test;

/** The difference of a metric between two models on the same rows, and how sure it is. */
class MetricDifferenceTest {
  private static final List<Role> ROLES = List.of(Role.LABEL, Role.PREDICTION, Role.BASELINE);

  private static String difference(String metric) {
    return "metric_difference(metric='" + metric + "')";
  }

  private static Rows regression(int count, long seed) {
    SplittableRandom random = new SplittableRandom(seed);
    double[][] columns = new double[3][count];
    for (int i = 0; i < count; i++) {
      columns[0][i] = random.nextGaussian(10, 3);
      columns[1][i] = columns[0][i] + random.nextGaussian(0.2, 1);
      columns[2][i] = columns[0][i] + random.nextGaussian(0, 1.3);
    }
    return Rows.of(ROLES, columns);
  }

  /** Binary labels with scores of two models, some tied. */
  private static Rows binary(int count, long seed) {
    SplittableRandom random = new SplittableRandom(seed);
    double[][] columns = new double[3][count];
    for (int i = 0; i < count; i++) {
      columns[0][i] = random.nextInt(3) == 0 ? 1 : 0;
      double signal = 0.3 * columns[0][i] + 0.4 * random.nextDouble();
      columns[1][i] = Math.rint(64 * (signal + 0.3 * random.nextDouble())) / 64;
      columns[2][i] = Math.rint(64 * (signal + 0.2 * random.nextDouble())) / 64;
    }
    return Rows.of(ROLES, columns);
  }

  private static Rows swapped(Rows rows) {
    double[] first = rows.column(Role.PREDICTION);
    return rows.with(Role.PREDICTION, rows.column(Role.BASELINE)).with(Role.BASELINE, first);
  }

  private static MetricResult jackknife(String metric, Rows rows, boolean closedForms) {
    Suite suite =
        new Suite(
            MetricCatalog.standard().parseList(metric),
            rows.roles().contains(Role.WEIGHT),
            closedForms,
            true);
    Kernel kernel = new Kernel(metric, EvaluationPlan.of(suite));
    return Finish.DEFAULT.results(kernel.state(rows)).get(0);
  }

  private static DifferenceTest test(String metric, Rows rows) {
    MetricDifference difference =
        (MetricDifference) MetricCatalog.standard().parse(metric).metric();
    Kernel kernel = new Kernel(metric, EvaluationPlan.of(Suite.of(metric)));
    PairedMethod method = difference.method().orElseThrow();
    return method.test(kernel.state(rows).view()).orElseThrow();
  }

  @Test
  void rowsThatOneModelCannotBeJudgedOnCountForNeither() {
    Rows rows =
        Rows.of(
            ROLES,
            new double[] {0, 0, 0, 0, Double.NaN},
            new double[] {1, 2, Double.NaN, 4, 5},
            new double[] {2, 6, 5, Double.POSITIVE_INFINITY, 1});
    MetricResult result = Asked.result(difference("mae"), rows);
    MetricValue.Scalar value = (MetricValue.Scalar) result.value();
    assertThat(value.value()).isEqualTo(1.5 - 4);
    assertThat(value.details())
        .containsEntry("value", 1.5)
        .containsEntry("baseline_value", 4.0)
        .containsEntry("rows_lower", 2.0)
        .containsEntry("rows_equal", 0.0)
        .containsEntry("rows_higher", 0.0);
    assertThat(result.counters())
        .containsEntry("n_rows", 5L)
        .containsEntry("n_used", 2L)
        .containsEntry("n_nan", 2L)
        .containsEntry("n_inf", 1L);
  }

  @Test
  void meanLossesHaveThePairedTInterval() {
    GoldenCase golden = GoldenCase.of("ab_paired");
    double[] a = golden.input("loss_a");
    double[] b = golden.input("loss_b");
    // With labels of 0, predictions are absolute errors themselves.
    Rows rows = Rows.of(ROLES, new double[a.length], b, a);
    MetricResult result = Asked.result(difference("mae"), rows);
    golden.check(((MetricValue.Scalar) result.value()).value(), golden.expected("difference"));
    Interval interval = result.interval();
    golden.check(interval.standardError(), golden.expected("standard_error"));
    golden.check(interval.low(), golden.expected("lower"));
    golden.check(interval.high(), golden.expected("upper"));
    double p = interval.pValueOfZero(golden.expected("difference")).orElseThrow();
    golden.check(p, golden.expected("p_value"));
  }

  @Test
  void sharesHaveMcNemarsTest() {
    GoldenCase golden = GoldenCase.of("ab_mcnemar");
    double onlyBaseline = GoldenCase.number(golden.inputs().get("n01"));
    double[][] columns = new double[3][40];
    for (int i = 0; i < 40; i++) {
      columns[0][i] = 1;
      columns[1][i] = i < 20 && i < onlyBaseline ? 0.1 : 0.9;
      columns[2][i] = i < 20 && i >= onlyBaseline ? 0.1 : 0.9;
    }
    Rows rows = Rows.of(ROLES, columns);
    DifferenceTest exact = test(difference("accuracy"), rows);
    assertThat(exact.name()).isEqualTo("mcnemar exact");
    golden.check(exact.pValue(), golden.expected("exact_p"));
    double p = 6.0 / 42;
    double q = 16.0 / 42;
    double reach = 1.959963984540054 * Math.sqrt((p + q - (p - q) * (p - q)) / 42);
    Interval interval = Asked.result(difference("accuracy"), rows).interval();
    assertThat(interval.low()).isCloseTo(p - q - reach, within(1e-14));
    assertThat(interval.high()).isCloseTo(p - q + reach, within(1e-14));
    // With more rows the same test is McNemar's own.
    int[] twice = java.util.stream.IntStream.range(0, 80).map(i -> i % 40).toArray();
    assertThat(test(difference("accuracy"), rows.select(twice)).name()).isEqualTo("mcnemar");
    Rows weighted = rows.with(Role.WEIGHT, Arrays.stream(columns[0]).map(w -> 2 * w).toArray());
    assertThat(Asked.result(difference("accuracy"), weighted).interval().method())
        .isEqualTo("delta");
  }

  @Test
  void areasHaveDeLongsInterval() {
    for (int count : new int[] {12, 60, 400}) {
      Rows rows = binary(count, count);
      MetricResult result = Asked.result(difference("roc_auc"), rows);
      double[] pairwise = deLong(rows);
      assertThat(((MetricValue.Scalar) result.value()).value())
          .isCloseTo(pairwise[0], within(1e-13));
      assertThat(result.interval().method()).isEqualTo("delong");
      assertThat(result.interval().standardError()).isCloseTo(pairwise[1], within(1e-13));
      MetricResult gini = Asked.result(difference("gini"), rows);
      assertThat(gini.interval().standardError()).isCloseTo(2 * pairwise[1], within(1e-13));
    }
  }

  /** The difference of areas and its standard error from all pairs of a positive and a negative. */
  private static double[] deLong(Rows rows) {
    double[] label = rows.column(Role.LABEL);
    int[] positives = places(label, 1);
    int[] negatives = places(label, 0);
    double[] ofPositive = new double[positives.length];
    double[] ofNegative = new double[negatives.length];
    for (int i = 0; i < positives.length; i++) {
      for (int j = 0; j < negatives.length; j++) {
        double win =
            wins(rows.column(Role.PREDICTION), positives[i], negatives[j])
                - wins(rows.column(Role.BASELINE), positives[i], negatives[j]);
        ofPositive[i] += win / negatives.length;
        ofNegative[j] += win / positives.length;
      }
    }
    double variance =
        variance(ofPositive) / positives.length + variance(ofNegative) / negatives.length;
    return new double[] {Arrays.stream(ofPositive).average().orElseThrow(), Math.sqrt(variance)};
  }

  private static int[] places(double[] label, double of) {
    return java.util.stream.IntStream.range(0, label.length).filter(i -> label[i] == of).toArray();
  }

  private static double wins(double[] score, int positive, int negative) {
    return score[positive] > score[negative] ? 1 : score[positive] == score[negative] ? 0.5 : 0;
  }

  private static double variance(double[] values) {
    double mean = Arrays.stream(values).average().orElseThrow();
    return Arrays.stream(values).map(v -> (v - mean) * (v - mean)).sum() / (values.length - 1);
  }

  @Test
  void functionsOfMeansHaveTheDeltaMethods() {
    Rows rows = regression(500, 7);
    double[] y = rows.column(Role.LABEL);
    double[] influence = new double[y.length];
    double[] root = new double[2];
    List<Role> models = List.of(Role.PREDICTION, Role.BASELINE);
    for (int m = 0; m < 2; m++) {
      double[] p = rows.column(models.get(m));
      for (int i = 0; i < y.length; i++) {
        root[m] += (p[i] - y[i]) * (p[i] - y[i]) / y.length;
      }
      root[m] = Math.sqrt(root[m]);
      for (int i = 0; i < y.length; i++) {
        double squared = (p[i] - y[i]) * (p[i] - y[i]);
        influence[i] += (m == 0 ? 1 : -1) * (squared - root[m] * root[m]) / 2 / root[m];
      }
    }
    MetricResult result = Asked.result(difference("rmse"), rows);
    double expected = Math.sqrt(variance(influence) / y.length);
    assertThat(result.interval().standardError()).isCloseTo(expected, within(1e-12));
    assertThat(result.interval().method()).isEqualTo("delta");
    // WAPE: Σ|e|/Σ|y|, whose denominators agree.
    Interval wape = Asked.result(difference("wape"), rows).interval();
    MetricResult grouped = jackknife(difference("wape"), rows, false);
    assertThat(wape.standardError()).isCloseTo(grouped.interval().standardError(), within(6e-4));
    assertThat(wape.standardError()).isPositive();
  }

  @Test
  void theJackknifeTakesWhatHasNoClosedForm() {
    Rows rows = regression(2000, 3);
    MetricResult result = jackknife(difference("quantile_abs_error(q=0.9)"), rows, true);
    assertThat(result.interval().method()).isEqualTo("jackknife");
    assertThat(result.interval().degreesOfFreedom()).isEqualTo(31);
    MetricResult closed = jackknife(difference("mae"), rows, true);
    MetricResult open = jackknife(difference("mae"), rows, false);
    assertThat(closed.interval().method()).isEqualTo("t");
    assertThat(open.interval().method()).isEqualTo("jackknife");
    double ratio = open.interval().standardError() / closed.interval().standardError();
    assertThat(ratio).isBetween(0.6, 1.5);
  }

  @Test
  void tooManyDistinctScoresLeaveTheAreaToTheJackknife() {
    SplittableRandom random = new SplittableRandom(11);
    double[][] columns = new double[3][30_000];
    for (int i = 0; i < columns[0].length; i++) {
      columns[0][i] = random.nextInt(2);
      columns[1][i] = random.nextDouble() + 0.2 * columns[0][i];
      columns[2][i] = random.nextDouble() + 0.1 * columns[0][i];
    }
    Rows rows = Rows.of(ROLES, columns);
    assertThat(Asked.result(difference("roc_auc"), rows).interval()).isNull();
    MetricResult result = jackknife(difference("roc_auc"), rows, true);
    assertThat(result.interval().method()).isEqualTo("jackknife");
    // Independent scores: the variance of the difference is the sum of both.
    assertThat(result.interval().standardError()).isBetween(0.002, 0.007);
  }

  private static final List<String> OF_ALL_KINDS =
      List.of(
          "mae",
          "rmse",
          "wape",
          "mean_error",
          "median_absolute_error",
          "accuracy",
          "recall",
          "precision",
          "f1",
          "roc_auc",
          "log_loss",
          "brier",
          "balanced_accuracy",
          "expected_calibration_error",
          "average_precision",
          "expected_cost");

  @Test
  void equalModelsDifferByNothing() {
    Rows binary = binary(300, 5);
    Rows rows = binary.with(Role.BASELINE, binary.column(Role.PREDICTION));
    for (String metric : OF_ALL_KINDS) {
      MetricResult result = jackknife(difference(metric), rows, true);
      assertThat(((MetricValue.Scalar) result.value()).value()).as(metric).isZero();
      assertThat(result.interval().low()).as(metric).isLessThanOrEqualTo(0);
      assertThat(result.interval().high()).as(metric).isGreaterThanOrEqualTo(0);
      result.interval().pValueOfZero(0).ifPresent(p -> assertThat(p).as(metric).isOne());
    }
    assertThat(test(difference("accuracy"), rows).pValue()).isOne();
  }

  @Test
  void swappedModelsAreMirrored() {
    Rows rows = binary(300, 6).withKeys(new SplittableRandom(1).longs(300).toArray());
    for (String metric : OF_ALL_KINDS) {
      for (boolean closed : new boolean[] {true, false}) {
        MetricResult one = jackknife(difference(metric), rows, closed);
        MetricResult other = jackknife(difference(metric), swapped(rows), closed);
        double value = ((MetricValue.Scalar) one.value()).value();
        assertThat(((MetricValue.Scalar) other.value()).value()).as(metric).isEqualTo(-value);
        assertThat(other.interval().method()).as(metric).isEqualTo(one.interval().method());
        assertThat(other.interval().low())
            .as(metric)
            .isCloseTo(-one.interval().high(), within(1e-14));
        assertThat(other.interval().high())
            .as(metric)
            .isCloseTo(-one.interval().low(), within(1e-14));
      }
    }
  }
}
