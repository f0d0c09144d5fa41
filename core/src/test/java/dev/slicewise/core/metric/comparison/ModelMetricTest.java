package dev.slicewise.core.metric.comparison;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.slicewise.core.laws.Kernel;
import dev.slicewise.core.laws.RowGenerator;
import dev.slicewise.core.laws.Rows;
import dev.slicewise.core.metric.Asked;
import dev.slicewise.core.metric.CatalogEntry;
import dev.slicewise.core.metric.MetricCatalog;
import dev.slicewise.core.metric.MetricValue;
import dev.slicewise.core.metric.NamedMetric;
import dev.slicewise.core.plan.EvaluationPlan;
import dev.slicewise.core.plan.Finish;
import dev.slicewise.core.plan.MetricResult;
import dev.slicewise.core.plan.Suite;
import dev.slicewise.core.statistic.Statistic;
import dev.slicewise.core.term.Model;
import dev.slicewise.core.term.Role;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.SplittableRandom;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;

/**
 * Any metric of another model's column is that metric with the column in the prediction's place.
 */
class ModelMetricTest {
  /** Every number of the catalogue that is about the prediction alone. */
  private static List<NamedMetric> metrics() {
    List<NamedMetric> metrics = new ArrayList<>();
    for (CatalogEntry entry : MetricCatalog.standard().entries()) {
      NamedMetric metric = entry.bind();
      boolean reads =
          metric.metric().needs().stream().map(Statistic::domain).anyMatch(Model::readsPrediction);
      boolean two = metric.roles().stream().anyMatch(role -> role.name().equals("baseline"));
      if (entry.isScalar() && reads && !two) {
        metrics.add(metric);
      }
    }
    return metrics;
  }

  private static List<MetricResult> results(List<NamedMetric> metrics, Rows rows) {
    Suite suite = new Suite(metrics, rows.roles().contains(Role.WEIGHT), true, false);
    Kernel kernel = new Kernel("models", EvaluationPlan.of(suite));
    return Finish.DEFAULT.results(kernel.state(rows));
  }

  private static Role other(Role role) {
    return role.name().equals("prediction") ? new Role("rival", role.shape()) : role;
  }

  /** The rows with the predictions, in every shape, under another name. */
  private static Rows renamed(Rows rows) {
    List<Role> roles = rows.roles().stream().map(ModelMetricTest::other).toList();
    return new Rows(roles, rows.values(), rows.objects(), rows.nulls(), rows.keys());
  }

  @Test
  void everyMetricOfTheCatalogue() {
    List<NamedMetric> metrics = metrics();
    List<NamedMetric> ofModel =
        metrics.stream()
            .map(NamedMetric::text)
            .filter(text -> text.indexOf('\'') < 0)
            .map(text -> "model_metric(metric='" + text + "', model=rival)")
            .map(MetricCatalog.standard()::parse)
            .toList();
    List<NamedMetric> plain =
        metrics.stream().filter(metric -> metric.text().indexOf('\'') < 0).toList();
    assertThat(plain).hasSizeGreaterThan(150);
    SplittableRandom random = new SplittableRandom(20261121);
    List<Role> roles = new ArrayList<>();
    plain.forEach(metric -> roles.addAll(metric.roles()));
    roles.add(Role.WEIGHT);
    int defined = 0;
    for (int trial = 0; trial < 60; trial++) {
      int count = random.nextInt(1, 80);
      Rows rows =
          trial % 2 == 0
              ? RowGenerator.some(random, roles.stream().distinct().toList())
              : RowGenerator.clean(random, roles.stream().distinct().toList(), count);
      List<MetricResult> expected = results(plain, rows);
      List<MetricResult> found = results(ofModel, renamed(rows));
      for (int m = 0; m < plain.size(); m++) {
        String what = plain.get(m).text() + " in trial " + trial;
        assertThat(found.get(m).value()).as(what).isEqualTo(expected.get(m).value());
        assertThat(found.get(m).interval()).as(what).isEqualTo(expected.get(m).interval());
        assertThat(found.get(m).counters()).as(what).isEqualTo(expected.get(m).counters());
        defined += expected.get(m).value() instanceof MetricValue.Scalar ? 1 : 0;
      }
    }
    assertThat(defined).isGreaterThan(60 * 40);
  }

  @Test
  void thePredictionItselfSharesWhatItRemembers() {
    List<NamedMetric> both =
        MetricCatalog.standard().parseList("mae, model_metric(metric='mae', model=prediction)");
    EvaluationPlan shared = EvaluationPlan.of(new Suite(both, false, true, false));
    assertThat(shared.statistics()).isEqualTo(EvaluationPlan.of(Suite.of("mae")).statistics());
  }

  @Test
  void severalModelsInOnePass() {
    Role second = new Role("second");
    Rows rows =
        Rows.of(
            List.of(Role.LABEL, Role.PREDICTION, Role.BASELINE, second),
            new double[] {1, 2, 4},
            new double[] {1, 3, 2},
            new double[] {0, 0, Double.NaN},
            new double[] {2, 2, 2});
    assertThat(Asked.scalar("mae", rows).value()).isEqualTo(1);
    assertThat(Asked.scalar("model_metric(metric='mae')", rows).value()).isEqualTo(1.5);
    assertThat(Asked.scalar("model_metric(metric='mae', model=second)", rows).value()).isEqualTo(1);
  }

  @Test
  void whatIsTheSameForAllModelsIsRefused() {
    for (String metric : List.of("mean_interval_width", "mean_interval_score")) {
      assertThatThrownBy(() -> EvaluationPlan.of(Suite.of("model_metric(metric='" + metric + "')")))
          .as(metric)
          .hasMessageContaining("reads the prediction")
          .isInstanceOf(IllegalArgumentException.class);
    }
    assertThatThrownBy(() -> EvaluationPlan.of(Suite.of("model_metric(metric='model_metric')")))
        .hasMessageContaining("names models itself");
    assertThatThrownBy(() -> MetricCatalog.standard().parse("metric_difference(model=baseline)"))
        .hasMessageContaining("twice");
  }

  @Test
  void byGroupToo() {
    Role group = Role.SENSITIVE;
    int[] place = IntStream.range(0, 80).toArray();
    double[] label = Arrays.stream(place).mapToDouble(i -> i % 7).toArray();
    double[] first = Arrays.stream(place).mapToDouble(i -> i % 5).toArray();
    double[] second = Arrays.stream(place).mapToDouble(i -> i % 3).toArray();
    Object[] groups = Arrays.stream(place).mapToObj(i -> i % 2 == 0 ? "even" : "odd").toArray();
    Rows rows =
        Rows.of(List.of(Role.LABEL, Role.PREDICTION, Role.BASELINE), label, first, second)
            .withObjects(group, groups);
    double[] gap = new double[2];
    for (int side = 0; side < 2; side++) {
      int[] own = Arrays.stream(place).filter(i -> i % 2 == 0).toArray();
      int[] others = Arrays.stream(place).filter(i -> i % 2 == 1).toArray();
      Rows part = rows.select(side == 0 ? own : others);
      gap[side] = Asked.scalar("metric_difference", part).value();
    }
    String nested = "group_metric_gap(metric='metric_difference')";
    assertThat(Asked.scalar(nested, rows).value()).isEqualTo(Math.abs(gap[0] - gap[1]));
    String audit = "model_metric(metric='accuracy_parity')";
    Rows binary =
        rows.with(Role.LABEL, Arrays.stream(place).mapToDouble(i -> i / 2 % 2).toArray())
            .with(Role.BASELINE, Arrays.stream(place).mapToDouble(i -> i % 3 / 2.0).toArray());
    Rows swapped = binary.with(Role.PREDICTION, binary.column(Role.BASELINE));
    assertThat(Asked.value(audit, binary)).isEqualTo(Asked.value("accuracy_parity", swapped));
  }
}
