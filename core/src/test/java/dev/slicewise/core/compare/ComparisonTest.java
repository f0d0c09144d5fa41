package dev.slicewise.core.compare;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.within;

import dev.slicewise.core.interval.DifferenceTest;
import dev.slicewise.core.interval.Interval;
import dev.slicewise.core.laws.Kernel;
import dev.slicewise.core.laws.Rows;
import dev.slicewise.core.metric.MetricCatalog;
import dev.slicewise.core.metric.MetricValue;
import dev.slicewise.core.metric.NamedMetric;
import dev.slicewise.core.plan.EvaluationPlan;
import dev.slicewise.core.plan.Finish;
import dev.slicewise.core.plan.MetricResult;
import dev.slicewise.core.plan.SliceState;
import dev.slicewise.core.plan.Suite;
import dev.slicewise.core.term.Role;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.SplittableRandom;
import org.junit.jupiter.api.Test;

/** Verdicts on two models, and their multiplicity. */
class ComparisonTest {
  private static final List<Role> ROLES = List.of(Role.LABEL, Role.PREDICTION, Role.BASELINE);

  private static NamedMetric metric(String text) {
    return MetricCatalog.standard().parse(text);
  }

  /** Binary rows; the prediction's scores say more than the baseline's by {@code ahead}. */
  private static Rows rows(int count, double ahead, long seed) {
    SplittableRandom random = new SplittableRandom(seed);
    double[][] columns = new double[3][count];
    long[] keys = new long[count];
    for (int i = 0; i < count; i++) {
      columns[0][i] = random.nextInt(2);
      double signal = 0.25 + 0.3 * columns[0][i] + 0.3 * random.nextDouble();
      double said = signal + ahead * (columns[0][i] - 0.5);
      columns[1][i] = Math.max(0.01, Math.min(0.99, said + 0.1 * random.nextDouble()));
      columns[2][i] = Math.max(0.01, Math.min(0.99, signal + 0.1 * random.nextDouble()));
      keys[i] = random.nextLong();
    }
    return Rows.of(ROLES, columns).withKeys(keys);
  }

  private static List<Comparison> compare(Rows rows, boolean closed, String... metrics) {
    List<ModelComparison> asked =
        Arrays.stream(metrics)
            .map(m -> m.split("~"))
            .map(
                m ->
                    new ModelComparison(
                        "prediction",
                        "baseline",
                        metric(m[0]),
                        m.length > 1 ? Double.valueOf(m[1]) : null))
            .toList();
    List<NamedMetric> questions = asked.stream().map(ModelComparison::question).toList();
    Suite suite = new Suite(questions, rows.roles().contains(Role.WEIGHT), closed, true);
    SliceState state = new Kernel("", EvaluationPlan.of(suite)).state(rows);
    return ModelComparison.of(state, Finish.DEFAULT, asked);
  }

  @Test
  void aBetterModelIsBetterByEveryMetricOfIt() {
    String[] metrics = {
      "brier", "log_loss", "accuracy", "roc_auc", "mae", "f1", "calibration_slope"
    };
    List<Comparison> found = compare(rows(2000, 0.2, 1), true, metrics);
    for (Comparison comparison : found.subList(0, 6)) {
      assertThat(comparison.verdict()).as(comparison.metric().id()).isEqualTo(Verdict.BETTER);
      assertThat(comparison.test().pValue()).as(comparison.metric().id()).isLessThan(0.05);
    }
    assertThat(found.stream().limit(6).map(c -> c.test().name()))
        .containsExactly("paired t", "paired t", "mcnemar", "delong", "paired t", "paired delta");
    assertThat(found.get(2).wins().orElseThrow())
        .isGreaterThan(found.get(2).losses().orElseThrow());
    Comparison brier = found.get(0);
    assertThat(brier.wins().orElseThrow()).isGreaterThan(brier.losses().orElseThrow());
    assertThat(brier.wins().orElseThrow() + brier.losses().orElseThrow() + brier.tally().equal())
        .isEqualTo(2000);
    List<Comparison> mirrored = compare(rows(2000, -0.2, 1), true, "brier", "accuracy", "roc_auc");
    assertThat(mirrored).extracting(Comparison::verdict).containsOnly(Verdict.WORSE);
  }

  @Test
  void aModelThatIsTheBaselineIsNotBetter() {
    Rows rows = rows(500, 0, 2);
    Rows same = rows.with(Role.BASELINE, rows.column(Role.PREDICTION));
    for (boolean closed : new boolean[] {true, false}) {
      for (Comparison c :
          compare(same, closed, "brier", "mae~0.01", "accuracy", "roc_auc", "accuracy~0.05")) {
        assertThat(c.difference()).as(c.metric().id()).isZero();
        assertThat(c.test().pValue()).as(c.metric().id()).isOne();
        assertThat(c.verdict())
            .as(c.metric().id())
            .isEqualTo(c.margin() == null ? Verdict.INCONCLUSIVE : Verdict.EQUIVALENT);
      }
    }
  }

  @Test
  void clustersUseTheJackknifeAlone() {
    List<Comparison> found = compare(rows(2000, 0.2, 1), false, "brier", "accuracy", "roc_auc");
    assertThat(found).extracting(c -> c.test().name()).containsOnly("jackknife t");
    assertThat(found).extracting(c -> c.interval().method()).containsOnly("jackknife");
  }

  @Test
  void verdictsFollowFromTheInterval() {
    assertThat(verdict(-2.0, -1.0, null)).isEqualTo(Verdict.BETTER);
    assertThat(verdict(1.0, 2.0, null)).isEqualTo(Verdict.WORSE);
    assertThat(verdict(-1.0, 1.0, null)).isEqualTo(Verdict.INCONCLUSIVE);
    assertThat(verdict(0.0, 0.0, null)).isEqualTo(Verdict.INCONCLUSIVE);
    assertThat(verdict(-5.0, 1.0, 2.0)).isEqualTo(Verdict.NON_INFERIOR);
    assertThat(verdict(-1.0, 1.0, 2.0)).isEqualTo(Verdict.EQUIVALENT);
    assertThat(verdict(0.5, 1.0, 2.0)).isEqualTo(Verdict.EQUIVALENT);
    assertThat(verdict(0.5, 2.5, 2.0)).isEqualTo(Verdict.WORSE);
    assertThat(verdict(-2.5, 2.5, 2.0)).isEqualTo(Verdict.INCONCLUSIVE);
    assertThat(verdict(null, 1.0, 2.0)).isEqualTo(Verdict.NON_INFERIOR);
    assertThat(verdict(0.5, null, 2.0)).isEqualTo(Verdict.WORSE);
  }

  private static Verdict verdict(Double low, Double high, Double margin) {
    Verdict direct = Verdict.of(new Interval(low, high, 1.0, "any"), margin);
    Interval turned = new Interval(negative(high), negative(low), 1.0, "any");
    Verdict higherIsBetter =
        Comparison.of(
                metric("accuracy"),
                0.5,
                0.5,
                Optional.of(turned),
                Optional.empty(),
                counted(9),
                9,
                Optional.empty(),
                margin)
            .verdict();
    assertThat(higherIsBetter).isEqualTo(direct);
    return direct;
  }

  private static MetricResult counted(long rows) {
    return new MetricResult(
        metric("mae"), MetricValue.exact(1), null, rows, rows, java.util.Map.of());
  }

  private static Double negative(Double end) {
    return end == null ? null : (Double) (-end);
  }

  @Test
  void whatHasNoDirectionHasNoVerdict() {
    assertThat(Worsening.of(metric("mae"), 1, 2).sign()).isEqualTo(1);
    assertThat(Worsening.of(metric("squared_error"), 1, 2).sign()).isEqualTo(1);
    assertThat(Worsening.of(metric("accuracy"), 1, 2).sign()).isEqualTo(-1);
    assertThat(Worsening.of(metric("mean_error"), 1, 2).sign()).isEqualTo(1);
    assertThat(Worsening.of(metric("mean_error"), -1, -2).sign()).isEqualTo(-1);
    assertThat(Worsening.of(metric("mean_error"), -1, 2).reason()).contains("either side");
    assertThat(Worsening.of(metric("calibration_slope"), 0.9, 0.8).sign()).isEqualTo(-1);
    assertThat(Worsening.of(metric("mean_prediction"), 1, 2).reason()).contains("neither");
  }

  @Test
  void manySlicesOfEqualModelsAreRarelyCalledDifferent() {
    int called = 0;
    for (int family = 0; family < 40; family++) {
      SplittableRandom random = new SplittableRandom(family);
      List<Comparison> slices = random.doubles(50).mapToObj(ComparisonTest::ofPValue).toList();
      List<Comparison> adjusted = ManySlices.adjusted(slices, 30, 0.95);
      assertThat(adjusted.get(49).pAdjusted()).isNotNull();
      boolean any = adjusted.stream().anyMatch(c -> c.verdict() == Verdict.WORSE);
      called += any ? 1 : 0;
    }
    // 5 % of the families; at most 7 of 40 in all but one of a thousand draws of seeds.
    assertThat(called).isLessThanOrEqualTo(7);
    Comparison small = ManySlices.adjusted(List.of(ofPValue(0.01)), 10_000, 0.95).get(0);
    assertThat(small.pAdjusted()).isNull();
    assertThat(small.verdict()).isEqualTo(Verdict.INCONCLUSIVE);
    assertThat(small.reason()).isEqualTo("the slice has fewer than 10000 rows");
  }

  /** A slice whose interval misses 0 when the p-value is below 0.05. */
  private static Comparison ofPValue(double p) {
    double reach = p < 0.05 ? 0.5 : 2;
    Interval interval = new Interval(1 - reach, 1 + reach, 1.0, "any");
    return Comparison.of(
        metric("mae"),
        2,
        1,
        Optional.of(interval),
        Optional.of(new DifferenceTest("any", p)),
        counted(100),
        100,
        Optional.empty(),
        null);
  }

  @Test
  void differentRowsHaveWelchsTest() {
    double[] a = {1, 2, 3, 4, 8};
    double[] b = {2, 2, 3, 9, 9, 7, 5};
    MetricResult first = ofLosses(a, "mae");
    MetricResult second = ofLosses(b, "mae");
    Comparison found = UnpairedComparison.of(first, second, null, 0.95);
    // t = -1.0025231630 with 9.4657564 degrees of freedom, its density integrated by Simpson's rule
    assertThat(found.difference()).isCloseTo(3.6 - 37.0 / 7, within(1e-15));
    assertThat(found.test().name()).isEqualTo("welch t");
    assertThat(found.test().pValue()).isCloseTo(0.34102909248, within(1e-10));
    assertThat(found.verdict()).isEqualTo(Verdict.INCONCLUSIVE);
    Comparison turned = UnpairedComparison.of(second, first, 3.0, 0.95);
    assertThat(turned.interval().low()).isEqualTo(-found.interval().high());
    assertThat(turned.nonInferiority().orElseThrow().z())
        .isCloseTo((37.0 / 7 - 3.6 - 3) / found.interval().standardError(), within(1e-12));
    Comparison none = UnpairedComparison.of(ofLosses(new double[0], "mae"), second, null, 0.95);
    assertThat(none.verdict()).isEqualTo(Verdict.UNDEFINED);
    assertThat(none.reason()).isEqualTo("model: no rows");
  }

  private static MetricResult ofLosses(double[] losses, String metric) {
    Suite suite = Suite.of(metric);
    Rows rows = Rows.of(List.of(Role.LABEL, Role.PREDICTION), new double[losses.length], losses);
    SliceState state = new Kernel("", EvaluationPlan.of(suite)).state(rows);
    return Finish.DEFAULT.results(state).get(0);
  }

  @Test
  void partsOfAComparisonMergeToTheWhole() {
    Rows rows = rows(900, 0.05, 8);
    List<ModelComparison> asked =
        List.of(
            new ModelComparison("prediction", "baseline", metric("brier"), null),
            new ModelComparison("prediction", "baseline", metric("roc_auc"), 0.1),
            new ModelComparison("prediction", "baseline", metric("quantile_abs_error"), null));
    List<NamedMetric> questions = asked.stream().map(ModelComparison::question).toList();
    Kernel kernel = new Kernel("", EvaluationPlan.of(new Suite(questions, false, true, true)));
    SliceState whole = kernel.state(rows);
    SliceState parts = kernel.plan().emptyState();
    for (int from = 0; from < 900; from += 90) {
      parts.merge(kernel.state(rows.range(from, from + 90)));
    }
    kernel.expectSame("windows", whole, parts);
    assertThat(ModelComparison.of(parts, Finish.DEFAULT, asked))
        .isEqualTo(ModelComparison.of(whole, Finish.DEFAULT, asked));
  }

  @Test
  void quotesCannotStandWithinQuotes() {
    NamedMetric quoted = metric("group_metric_gap(metric='fbeta_score(beta=2)')");
    assertThatThrownBy(() -> new ModelComparison("prediction", "baseline", quoted, null).question())
        .hasMessageContaining("need no quotes");
  }

  /** Slices of other rows: on both sides, new, and gone. */
  @Test
  void statesOfOtherRowsAreComparedBySlice() {
    EvaluationPlan plan =
        EvaluationPlan.of(
            new Suite(MetricCatalog.standard().parseList("mae, roc_curve"), false, true, false));
    SliceState model = new Kernel("", plan).state(rows(300, 0.2, 4));
    SliceState baseline = new Kernel("", plan).state(rows(400, 0, 5));
    List<NamedMetric> metrics = UnpairedComparison.metrics(plan, List.of());
    assertThat(metrics).extracting(NamedMetric::id).containsExactly("mean_absolute_error");
    Map<String, Double> margins = Map.of(metrics.get(0).text(), 0.5);
    Comparison both =
        UnpairedComparison.of(model, baseline, metrics, margins, Finish.DEFAULT).get(0);
    assertThat(both.margin()).isEqualTo(0.5);
    assertThat(both.difference()).isEqualTo(both.value() - both.baseline());
    assertThat(UnpairedComparison.of(model, null, metrics, margins, Finish.DEFAULT).get(0).reason())
        .startsWith("the slice is new");
    assertThat(UnpairedComparison.of(null, model, metrics, margins, Finish.DEFAULT).get(0).reason())
        .startsWith("the slice is gone");
    assertThatThrownBy(() -> UnpairedComparison.metrics(plan, List.of(metric("r2_score"))))
        .hasMessageContaining("whose statistics the states remember");
  }
}
