package dev.slicewise.core.plan;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.slicewise.core.interval.GroupJackknife;
import dev.slicewise.core.laws.Kernel;
import dev.slicewise.core.laws.Property;
import dev.slicewise.core.laws.RowGenerator;
import dev.slicewise.core.laws.Rows;
import dev.slicewise.core.metric.MetricCatalog;
import dev.slicewise.core.metric.MetricValue;
import dev.slicewise.core.metric.NamedMetric;
import dev.slicewise.core.numeric.RowHash;
import dev.slicewise.core.plan.Finish.InvalidRows;
import dev.slicewise.core.term.Role;
import java.util.List;
import java.util.SplittableRandom;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;

class FinishTest {
  private static final List<Role> ROLES = List.of(Role.LABEL, Role.PREDICTION);

  private static Kernel kernel(Suite suite) {
    return new Kernel("finish", EvaluationPlan.of(suite));
  }

  private static MetricResult one(Finish finish, Kernel kernel, Rows rows) {
    return finish.results(kernel.state(rows)).get(0);
  }

  @Test
  void invalidRowsAreSkippedOrFailOrLeaveNoValue() {
    Kernel mae = kernel(Suite.of("mae"));
    Rows rows = Rows.of(ROLES, new double[] {1, Double.NaN}, new double[] {3, 1});
    assertThat(one(Finish.DEFAULT, mae, rows).value()).isEqualTo(MetricValue.exact(2));
    Finish fail = new Finish(0.95, InvalidRows.FAIL);
    assertThatThrownBy(() -> fail.results(mae.state(rows)))
        .isInstanceOf(InvalidRowsException.class)
        .hasMessageContainingAll("mean_absolute_error", "n_nan=1", "n_rows=2");
    Finish none = new Finish(0.95, InvalidRows.NULL);
    assertThat(one(none, mae, rows).value())
        .isEqualTo(MetricValue.undefined("invalid rows: {n_nan=1, n_rows=2, n_used=1}"));
    Rows valid = rows.range(0, 1);
    assertThat(fail.results(mae.state(valid))).isEqualTo(none.results(mae.state(valid)));
  }

  @Test
  void confidenceDecidesOnIntervals() {
    Kernel mae = kernel(Suite.of("mae"));
    Rows rows = Rows.of(ROLES, new double[] {1, 2, 4}, new double[] {3, 1, 4});
    MetricResult wide = one(Finish.DEFAULT, mae, rows);
    MetricResult narrow = one(new Finish(0.5, InvalidRows.SKIP), mae, rows);
    assertThat(wide.interval().method()).isEqualTo("t");
    assertThat(narrow.interval().high()).isLessThan(wide.interval().high());
    assertThat(narrow.interval().standardError()).isEqualTo(wide.interval().standardError());
    assertThat(one(new Finish(0, InvalidRows.SKIP), mae, rows).interval()).isNull();
    assertThat(one(Finish.DEFAULT, kernel(Suite.of("mae").withoutIntervals()), rows).interval())
        .isNull();
    for (double confidence : new double[] {-0.1, 1, Double.NaN}) {
      assertThatThrownBy(() -> new Finish(confidence, InvalidRows.SKIP))
          .isInstanceOf(IllegalArgumentException.class)
          .hasMessageContaining("(0, 1)");
    }
  }

  /** Oracle: every group left out by evaluating the other groups' rows alone. */
  @Test
  void theJackknifeLeavesGroupsOutAsRowsAre() {
    Kernel grouped = kernel(Suite.of("concordance_corrcoef").withJackknife());
    Kernel plain = kernel(Suite.of("concordance_corrcoef"));
    Property.check(
        30,
        random -> {
          Rows rows = keyed(random, random.nextInt(1, 80));
          int[] groups =
              IntStream.range(0, rows.count())
                  .map(i -> RowHash.group(RowHash.hash(rows.keys()[i], RowHash.SEED, 0)))
                  .toArray();
          double[] without =
              IntStream.of(groups)
                  .distinct()
                  .sorted()
                  .mapToObj(g -> IntStream.range(0, groups.length).filter(i -> groups[i] != g))
                  .map(kept -> rows.select(kept.toArray()))
                  .mapToDouble(kept -> value(plain, kept))
                  .toArray();
          MetricResult result = one(Finish.DEFAULT, grouped, rows);
          assertThat(result.interval())
              .isEqualTo(GroupJackknife.interval(value(plain, rows), without, 0.95).orElse(null));
          assertThat(result.value()).isEqualTo(one(Finish.DEFAULT, plain, rows).value());
        });
  }

  private static double value(Kernel kernel, Rows rows) {
    MetricValue value = one(Finish.DEFAULT, kernel, rows).value();
    return value instanceof MetricValue.Scalar scalar ? scalar.value() : Double.NaN;
  }

  private static Rows keyed(SplittableRandom random, int count) {
    double[] labels = random.doubles(count).toArray();
    double[] predictions = random.doubles(count).toArray();
    return Rows.of(ROLES, labels, predictions).withKeys(random.longs(count).toArray());
  }

  @Test
  void metricsOutsideTheSuiteFinishFromWhatIsRemembered() {
    Kernel mae = kernel(Suite.of("mae"));
    SliceState state = mae.state(RowGenerator.clean(new SplittableRandom(6), ROLES, 9));
    NamedMetric bias = MetricCatalog.standard().parse("mean_error");
    assertThat(Finish.DEFAULT.results(state, List.of(bias))).hasSize(1);
    NamedMetric median = MetricCatalog.standard().parse("median_absolute_error");
    assertThatThrownBy(() -> Finish.DEFAULT.results(state, List.of(median)))
        .isInstanceOf(IllegalArgumentException.class)
        .hasMessageContainingAll("does not remember BitHistogram", "mean_absolute_error", "again");
  }

  @Test
  void overflowingTermsAreCounted() {
    Kernel mse = kernel(Suite.of("mse"));
    Rows rows = Rows.of(ROLES, new double[] {0, 0}, new double[] {1e200, 1});
    MetricResult result = one(Finish.DEFAULT, mse, rows);
    assertThat(result.value()).isEqualTo(MetricValue.exact(Double.POSITIVE_INFINITY));
    assertThat(result.counters()).containsEntry("n_overflow", 1L).containsEntry("n_used", 2L);
    assertThat(result.interval()).isNull();
  }

  @Test
  void plansShareStatisticsAndRefuseEmptySuites() {
    EvaluationPlan both = EvaluationPlan.of(Suite.of("mae, mean_error").withoutIntervals());
    EvaluationPlan one = EvaluationPlan.of(Suite.of("mae").withoutIntervals());
    assertThat(both.statistics()).isEqualTo(one.statistics()).hasSize(3);
    assertThat(both.fingerprint()).isEqualTo(one.fingerprint());
    assertThat(both.fingerprintText()).hasSize(16);
    assertThat(both.roles()).containsExactly(Role.LABEL, Role.PREDICTION);
    assertThat(EvaluationPlan.of(Suite.of("mae").withWeights()).roles())
        .containsExactly(Role.LABEL, Role.PREDICTION, Role.WEIGHT);
    assertThatThrownBy(() -> new Suite(List.of(), false, true, false))
        .hasMessageContaining("at least one metric");
    assertThatThrownBy(() -> Suite.of(" , ")).hasMessageContaining("at least one metric");
    assertThatThrownBy(() -> Suite.parse("mae", MetricCatalog.standard()))
        .hasMessageContaining("expected a suite, found 'mae'");
  }
}
