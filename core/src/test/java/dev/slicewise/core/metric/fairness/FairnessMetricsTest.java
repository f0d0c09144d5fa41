package dev.slicewise.core.metric.fairness;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.within;

import dev.slicewise.core.interval.Interval;
import dev.slicewise.core.laws.Kernel;
import dev.slicewise.core.laws.Rows;
import dev.slicewise.core.metric.MetricValue;
import dev.slicewise.core.plan.EvaluationPlan;
import dev.slicewise.core.plan.Finish;
import dev.slicewise.core.plan.MetricResult;
import dev.slicewise.core.plan.Suite;
import dev.slicewise.core.term.Role;
import dev.slicewise.core.term.Shape;
import java.util.List;
import java.util.Map;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;

/**
 * Groups A, B and C of 60, 36 and 24 rows by formulas that Python repeats. Oracle, unless a test
 * says otherwise: numpy 2.4.6 means by group, scipy 1.17.1 for t, normal and false discovery.
 */
class FairnessMetricsTest {
  private static final int COUNT = 120;
  private static final double EXACT = 1e-12;

  private static Object[] groups() {
    return IntStream.range(0, COUNT)
        .mapToObj(i -> i % 10 < 2 ? "C" : i % 10 < 5 ? "B" : "A")
        .toArray();
  }

  private static Rows rows() {
    return Rows.of(
            List.of(Role.LABEL, Role.PREDICTION),
            IntStream.range(0, COUNT).mapToDouble(i -> i * 13 % 11 < 5 ? 1 : 0).toArray(),
            IntStream.range(0, COUNT).mapToDouble(i -> (i * 29 % 37) / 36.0).toArray())
        .withObjects(Role.SENSITIVE, groups());
  }

  private static MetricResult result(String metric, Rows rows) {
    Kernel kernel = new Kernel(metric, EvaluationPlan.of(Suite.of(metric)));
    return Finish.DEFAULT.results(kernel.state(rows)).get(0);
  }

  private static MetricValue.Scalar scalar(String metric) {
    MetricValue value = result(metric, rows()).value();
    assertThat(value).as(metric).isInstanceOf(MetricValue.Scalar.class);
    return (MetricValue.Scalar) value;
  }

  private static void expect(String metric, double wanted) {
    assertThat(scalar(metric).value()).as(metric).isCloseTo(wanted, within(EXACT));
  }

  @Test
  void gapsOfRates() {
    expect("demographic_parity_difference(min_group_size=1)", 0.5277777777777778 - 0.5);
    expect("demographic_parity_ratio(min_group_size=1)", 0.5 / 0.5277777777777778);
    expect("equal_opportunity_difference(min_group_size=1)", 0.5625 - 0.4166666666666667);
    expect("equalized_odds_difference(min_group_size=1)", 0.5625 - 0.4166666666666667);
    expect(
        "equalized_odds_difference(min_group_size=1,agg=mean)",
        (0.5625 - 0.4166666666666667 + 0.5833333333333334 - 0.48484848484848486) / 2);
    expect("equalized_odds_ratio(min_group_size=1)", 0.4166666666666667 / 0.5625);
    expect(
        "predictive_parity_difference(min_group_size=1)", 0.4838709677419355 - 0.4166666666666667);
    expect("accuracy_parity(min_group_size=1)", 0.5333333333333333 - 0.4166666666666667);
    expect("accuracy_parity", 0.5333333333333333 - 0.5277777777777778);
    assertThat(scalar("accuracy_parity").details())
        .isEqualTo(Map.of("groups", 2.0, "groups_small", 1.0));
  }

  @Test
  void againstAllRows() {
    expect(
        "demographic_parity_difference(min_group_size=1,method=to_overall)",
        0.5166666666666667 - 0.5);
    expect(
        "demographic_parity_ratio(min_group_size=1,method=to_overall)", 0.5 / 0.5166666666666667);
    expect(
        "equalized_odds_difference(min_group_size=1,method=to_overall)",
        0.5272727272727272 - 0.4166666666666667);
    expect(
        "group_metric_gap(min_group_size=1,method=to_overall)",
        0.5405092592592592 - 0.4962962962962963);
  }

  @Test
  void calibration() {
    MetricValue.Scalar gap = scalar("group_calibration_gap(min_group_size=1)");
    assertThat(gap.value()).isCloseTo(0.058333333333333334 + 0.028935185185185192, within(EXACT));
    assertThat(gap.details().get("max_group_ece")).isCloseTo(0.46875, within(EXACT));
  }

  @Test
  void gapOfAnyMetricWithItsInterval() {
    MetricValue.Scalar gap = scalar("group_metric_gap(metric=mae,min_group_size=1)");
    assertThat(gap.value()).isCloseTo(0.06273148148148133, within(EXACT));
    assertThat(gap.details().get("variance")).isCloseTo(0.0006850494398719679, within(EXACT));
    Interval interval = result("group_metric_gap(min_group_size=1)", rows()).interval();
    assertThat(interval.low()).isCloseTo(-0.08529867317659623, within(1e-9));
    assertThat(interval.high()).isCloseTo(0.2107616361395589, within(1e-9));
    assertThat(interval.standardError()).isCloseTo(0.07221601890338859, within(1e-9));
    assertThat(result("group_metric_gap(metric='huber(delta=2)')", rows()).interval()).isNotNull();
  }

  @Test
  void tableOfGroups() {
    MetricValue.Curve curve =
        (MetricValue.Curve) result("group_metrics(min_group_size=1)", rows()).value();
    assertThat(curve.classes()).containsExactly("A", "B", "C");
    assertThat(curve.cell(1, 0)).isEqualTo("B");
    assertThat(curve.cell(1, 1)).isEqualTo(36.0);
    double[][] wanted = {
      {0, 60, 0.47777777777777786, 0.40108419711743126, 0.5544713584381245, 0},
      {1, 36, 0.4976851851851851, 0.39501352262845507, 0.6003568477419152, 0.01990740740740726},
      {2, 24, 0.5405092592592592, 0.4138955894854576, 0.6671229290330607, 0.06273148148148133}
    };
    for (int g = 0; g < wanted.length; g++) {
      for (int c = 0; c < wanted[g].length; c++) {
        assertThat(curve.points().get(g).get(c)).isCloseTo(wanted[g][c], within(1e-9));
      }
    }
    assertThat(curve.points().get(0).subList(6, 8)).containsOnlyNulls();
    assertThat(curve.points().get(1).get(6)).isCloseTo(0.7537376127219272, within(1e-9));
    assertThat(curve.points().get(2).get(6)).isCloseTo(0.3850307433542204, within(1e-9));
    assertThat(curve.points().get(2).get(7)).isCloseTo(0.7537376127219272, within(1e-9));
  }

  /** Two of the groups as the sides of a split. */
  private static Rows sides() {
    return rows().withObjects(Role.SPLIT, groups());
  }

  @Test
  void changeOfAnyMetric() {
    MetricResult drift = result("metric_drift(reference=A,current=C)", sides());
    MetricValue.Scalar value = (MetricValue.Scalar) drift.value();
    assertThat(value.value()).isCloseTo(0.06273148148148133, within(EXACT));
    assertThat(drift.rows()).isEqualTo(84);
    assertThat(drift.counters()).containsEntry("n_domain", 36L);
    assertThat(drift.interval().low()).isCloseTo(-0.08529867317659623, within(1e-9));
    assertThat(drift.interval().high()).isCloseTo(0.2107616361395589, within(1e-9));
    MetricValue.Scalar tested =
        (MetricValue.Scalar)
            result("metric_drift(reference=A,current=C,margin=0.2)", sides()).value();
    assertThat(tested.details().get("z")).isCloseTo(-1.9008042897263286, within(1e-9));
    assertThat(tested.details().get("p_value")).isCloseTo(0.028663825998847623, within(1e-9));
    assertThat(tested.details()).containsEntry("non_inferior", 1.0);
    MetricResult gap = result("generalization_gap(metric=accuracy,reference=A,current=C)", sides());
    assertThat(((MetricValue.Scalar) gap.value()).value())
        .isCloseTo(0.4166666666666667 - 0.5333333333333333, within(EXACT));
    // Newcombe's method 10 from the two Wilson intervals, in numpy.
    assertThat(gap.interval().low()).isCloseTo(-0.3266046484192172, within(1e-9));
    assertThat(gap.interval().high()).isCloseTo(0.1146230438563359, within(1e-9));
    assertThatThrownBy(() -> result("metric_drift(metric=mean_error,margin=1)", sides()))
        .isInstanceOf(IllegalArgumentException.class)
        .hasMessageContaining("less or more is better");
  }

  @Test
  void countsOfCategories() {
    Rows rows =
        Rows.of(List.of(Role.WEIGHT), new double[] {1, 2, 0.5, 1})
            .withObjects(Role.LABEL.as(Shape.TEXT), "b", "a", "b", "c");
    Kernel kernel =
        new Kernel(
            "weighted", EvaluationPlan.of(Suite.of("category_counts(column=label)").withWeights()));
    MetricValue.Curve curve =
        (MetricValue.Curve) Finish.DEFAULT.results(kernel.state(rows)).get(0).value();
    assertThat(curve.classes()).containsExactly("a", "b", "c");
    assertThat(curve.points())
        .containsExactly(
            List.of(0.0, 2.0, 2 / 4.5), List.of(1.0, 1.5, 1.5 / 4.5), List.of(2.0, 1.0, 1 / 4.5));
  }

  @Test
  void groupsThatCannotBeCompared() {
    Rows rows = rows().range(0, 40);
    MetricValue value = result("accuracy_parity", rows).value();
    assertThat(((MetricValue.Undefined) value).reason())
        .isEqualTo("expected two groups to compare, found 0, 3 below min_group_size");
    Rows never = rows().with(Role.PREDICTION, new double[COUNT]);
    value = result("demographic_parity_ratio", never).value();
    assertThat(((MetricValue.Undefined) value).reason()).isEqualTo("the largest rate is 0");
    value = result("predictive_parity_difference", never).value();
    assertThat(((MetricValue.Undefined) value).reason()).contains("2 without a value");
  }
}
