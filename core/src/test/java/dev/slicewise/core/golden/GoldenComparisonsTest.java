package dev.slicewise.core.golden;

import static org.assertj.core.api.Assertions.assertThat;

import dev.slicewise.core.drift.NonInferiority;
import dev.slicewise.core.drift.PointClouds;
import dev.slicewise.core.drift.TwoProportions;
import dev.slicewise.core.laws.Kernel;
import dev.slicewise.core.laws.Rows;
import dev.slicewise.core.metric.GoldenCase;
import dev.slicewise.core.metric.MetricCatalog;
import dev.slicewise.core.metric.MetricValue;
import dev.slicewise.core.numeric.FalseDiscovery;
import dev.slicewise.core.plan.EvaluationPlan;
import dev.slicewise.core.plan.Finish;
import dev.slicewise.core.plan.MetricResult;
import dev.slicewise.core.plan.Suite;
import dev.slicewise.core.term.Role;
import dev.slicewise.core.term.Shape;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import org.junit.jupiter.api.Test;

/**
 * The golden cases of groups and of two sides, whose inputs are counts, matrices or two samples.
 */
class GoldenComparisonsTest {
  /** The results of a suite, after every way of evaluating the rows gave the same ones. */
  private static List<MetricResult> results(String metrics, Rows rows) {
    boolean weighted = rows.roles().contains(Role.WEIGHT);
    Suite suite = new Suite(MetricCatalog.standard().parseList(metrics), weighted, true, false);
    Kernel kernel = new Kernel(metrics, EvaluationPlan.of(suite));
    GoldenTest.everyWay(kernel, rows);
    return Finish.DEFAULT.results(kernel.state(rows));
  }

  private static MetricValue.Scalar scalar(List<MetricResult> results, String id) {
    MetricValue value =
        results.stream().filter(r -> r.metric().id().equals(id)).findFirst().orElseThrow().value();
    assertThat(value).as(id).isInstanceOf(MetricValue.Scalar.class);
    return (MetricValue.Scalar) value;
  }

  /** Rows as they are counted out. */
  private static final class Table {
    final List<Object> texts = new ArrayList<>();
    final List<Object> splits = new ArrayList<>();
    final List<Double> labels = new ArrayList<>();
    final List<Double> predictions = new ArrayList<>();

    void add(Object text, Object split, double label, double prediction) {
      texts.add(text);
      splits.add(split);
      labels.add(label);
      predictions.add(prediction);
    }

    static double[] numbers(List<Double> column) {
      return column.stream().mapToDouble(Double::doubleValue).toArray();
    }
  }

  @Test
  void fairnessOfThreeGroups() {
    GoldenCase golden = GoldenCase.of("metric_fairness");
    Table table = new Table();
    ((Map<?, ?>) golden.inputs().get("groups"))
        .forEach(
            (group, cells) ->
                ((Map<?, ?>) cells)
                    .forEach(
                        (cell, count) -> {
                          double label = cell.equals("tp") || cell.equals("fn") ? 1 : 0;
                          double prediction = cell.equals("tp") || cell.equals("fp") ? 1 : 0;
                          for (int i = 0; i < GoldenCase.number(count); i++) {
                            table.add(group, null, label, prediction);
                          }
                        }));
    Rows rows =
        Rows.of(
                List.of(Role.LABEL, Role.PREDICTION),
                Table.numbers(table.labels),
                Table.numbers(table.predictions))
            .withObjects(Role.SENSITIVE, table.texts.toArray());
    List<MetricResult> results =
        results(
            "demographic_parity_difference(min_group_size=1),"
                + " demographic_parity_ratio(min_group_size=1),"
                + " equal_opportunity_difference(min_group_size=1),"
                + " equalized_odds_difference(min_group_size=1),"
                + " equalized_odds_ratio(min_group_size=1),"
                + " predictive_parity_difference(min_group_size=1)",
            rows);
    for (MetricResult result : results) {
      golden.check(result.value(), golden.expected(result.metric().id()));
    }
    assertThat(((Map<?, ?>) golden.expected()).get("four_fifths_pass")).isEqualTo(false);
    assertThat(scalar(results, "demographic_parity_ratio").details())
        .containsEntry("four_fifths_pass", 0.0)
        .containsEntry("groups", 3.0);
  }

  @Test
  void driftOfCategories() {
    GoldenCase golden = GoldenCase.of("metric_drift_categorical");
    double[] reference = golden.input("reference_counts");
    double[] current = golden.input("current_counts");
    Table table = new Table();
    for (int i = 0; i < reference.length; i++) {
      for (int n = 0; n < reference[i]; n++) {
        table.add("c" + i, "reference", 0, 0);
      }
      for (int n = 0; n < current[i]; n++) {
        table.add("c" + i, "current", 0, 0);
      }
    }
    Rows rows =
        Rows.of(List.of(Role.LABEL), Table.numbers(table.labels))
            .withObjects(new Role("value", Shape.TEXT), table.texts.toArray())
            .withObjects(Role.SPLIT, table.splits.toArray());
    List<MetricResult> results =
        results(
            "psi(kind=categories), drift_kl_divergence(kind=categories),"
                + " js_distance(kind=categories), hellinger(kind=categories),"
                + " total_variation(kind=categories), chi2(kind=categories),"
                + " cramers_v(kind=categories)",
            rows);
    MetricValue.Scalar psi = scalar(results, "population_stability_index");
    golden.check(psi, golden.expected("psi"));
    golden.check(psi.details().get("psi_threshold_95"), golden.expected("psi_threshold_95"));
    golden.check(
        scalar(results, "drift_kl_divergence"), golden.expected("kl_current_vs_reference_floor"));
    golden.check(scalar(results, "js_distance"), golden.expected("js_distance_base2"));
    golden.check(scalar(results, "hellinger"), golden.expected("hellinger"));
    golden.check(scalar(results, "total_variation"), golden.expected("total_variation"));
    golden.check(scalar(results, "cramers_v"), golden.expected("cramers_v"));
    MetricValue.Scalar chi2 = scalar(results, "chi2");
    golden.check(chi2, golden.expected("chi2"));
    golden.check(chi2.details().get("p_value"), golden.expected("chi2_p"));
    golden.check(chi2.details().get("degrees_of_freedom"), golden.expected("chi2_df"));
  }

  @Test
  void driftOfNumbers() {
    GoldenCase golden = GoldenCase.of("metric_drift_numeric");
    double[] reference = golden.input("reference");
    double[] current = golden.input("current");
    double[] values = new double[reference.length + current.length];
    Object[] splits = new Object[values.length];
    for (int i = 0; i < values.length; i++) {
      boolean first = i < reference.length;
      values[i] = first ? reference[i] : current[i - reference.length];
      splits[i] = first ? "reference" : "current";
    }
    Rows rows = Rows.of(List.of(Role.VALUE), values).withObjects(Role.SPLIT, splits);
    List<MetricResult> results =
        results(
            "wasserstein_1, drift_ks_statistic, ks_p_value, anderson_darling_ksamp,"
                + " energy_distance",
            rows);
    golden.check(scalar(results, "wasserstein_1"), golden.expected("wasserstein_1"));
    golden.check(scalar(results, "drift_ks_statistic"), golden.expected("ks_statistic"));
    golden.check(scalar(results, "ks_p_value"), golden.expected("ks_p_asymptotic"));
    golden.check(
        scalar(results, "anderson_darling_ksamp"), golden.expected("anderson_darling_ksamp"));
    golden.check(scalar(results, "energy_distance"), golden.expected("energy_distance"));
    assertThat(results.get(0).value()).isInstanceOf(MetricValue.Scalar.class);
    assertThat(scalar(results, "wasserstein_1").exactness()).isEqualTo(MetricValue.Exactness.EXACT);
  }

  @Test
  void inflationOfVariances() {
    GoldenCase golden = GoldenCase.of("metric_vif");
    Object[] features =
        ((List<?>) golden.inputs().get("features"))
            .stream().map(GoldenComparisonsTest::row).toArray();
    Rows rows =
        Rows.of(List.of(Role.LABEL), new double[features.length])
            .withObjects(Role.FEATURES, features);
    MetricValue.Curve curve =
        (MetricValue.Curve) results("variance_inflation_factor", rows).get(0).value();
    List<?> expected = (List<?>) golden.expected();
    assertThat(curve.points()).hasSameSizeAs(expected);
    for (int i = 0; i < expected.size(); i++) {
      golden.check(curve.points().get(i).get(1), GoldenCase.number(expected.get(i)));
    }
  }

  private static double[] row(Object row) {
    return ((List<?>) row).stream().mapToDouble(GoldenCase::number).toArray();
  }

  private static double[][] matrix(GoldenCase golden, String name) {
    return ((List<?>) golden.inputs().get(name))
        .stream().map(GoldenComparisonsTest::row).toArray(double[][]::new);
  }

  @Test
  void distanceOfTwoNormalDistributions() {
    GoldenCase golden = GoldenCase.of("metric_fid");
    double[] a = golden.input("mean_a");
    double[] b = golden.input("mean_b");
    double[] shift = {b[0] - a[0], b[1] - a[1]};
    double distance =
        PointClouds.frechet(shift, matrix(golden, "cov_a"), matrix(golden, "cov_b")).value();
    golden.check(distance, GoldenCase.number(golden.expected()));
  }

  @Test
  void testsOfTwoSides() {
    GoldenCase missing = GoldenCase.of("drift_missing_rate");
    long[] counts =
        List.of("null_reference", "n_reference", "null_current", "n_current").stream()
            .mapToLong(name -> (long) GoldenCase.number(missing.inputs().get(name)))
            .toArray();
    TwoProportions shares = TwoProportions.of(counts[0], counts[1], counts[2], counts[3]);
    missing.check(shares.difference(), missing.expected("difference"));
    missing.check(shares.z(), missing.expected("z"));
    missing.check(shares.p(), missing.expected("p_value"));

    GoldenCase guardrail = GoldenCase.of("ab_quantile_guardrail");
    NonInferiority test =
        NonInferiority.of(
            GoldenCase.number(guardrail.inputs().get("difference")),
            GoldenCase.number(guardrail.inputs().get("standard_error")),
            GoldenCase.number(guardrail.inputs().get("margin")));
    guardrail.check(test.z(), guardrail.expected("z"));
    guardrail.check(test.p(), guardrail.expected("p_value"));
  }

  @Test
  void adjustedProbabilities() {
    GoldenCase golden = GoldenCase.of("multiple_testing_bh");
    double[] p =
        ((List<?>) golden.inputs().get("p_values"))
            .stream().filter(Objects::nonNull).mapToDouble(GoldenCase::number).toArray();
    double[] adjusted = FalseDiscovery.benjaminiHochberg(p);
    List<?> expected = (List<?>) ((Map<?, ?>) golden.expected()).get("adjusted");
    assertThat(adjusted).hasSize((int) GoldenCase.number(golden.expected("n_tests")));
    for (int i = 0; i < p.length; i++) {
      golden.check(adjusted[i], GoldenCase.number(expected.get(i)));
    }
  }
}
