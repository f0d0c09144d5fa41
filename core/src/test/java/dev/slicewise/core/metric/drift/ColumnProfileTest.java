package dev.slicewise.core.metric.drift;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.within;

import dev.slicewise.core.laws.Kernel;
import dev.slicewise.core.laws.Rows;
import dev.slicewise.core.metric.MetricValue;
import dev.slicewise.core.plan.EvaluationPlan;
import dev.slicewise.core.plan.Finish;
import dev.slicewise.core.plan.SliceState;
import dev.slicewise.core.plan.Suite;
import dev.slicewise.core.term.Role;
import dev.slicewise.core.term.Shape;
import java.util.Arrays;
import java.util.List;
import java.util.TreeMap;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;

/** What a profile remembers answers every drift method, and describes the column. */
class ColumnProfileTest {
  private static final double EXACT = 1e-12;
  private static final int ROWS = 40;
  private static final Role TEXT = new Role("value", Shape.TEXT);

  private static double[] numbers(double shift) {
    return IntStream.range(0, ROWS).mapToDouble(i -> (i * 37 % 101) / 8.0 - 3 + shift).toArray();
  }

  private static SliceState state(String suite, Rows rows) {
    return new Kernel(suite, EvaluationPlan.of(Suite.of(suite))).state(rows);
  }

  private static MetricValue value(String metric, Rows rows) {
    return Finish.DEFAULT.results(state(metric, rows)).get(0).value();
  }

  private static MetricValue.Curve curve(String metric, Rows rows) {
    MetricValue value = value(metric, rows);
    assertThat(value).isInstanceOf(MetricValue.Curve.class);
    return (MetricValue.Curve) value;
  }

  /** Oracle: numpy 2.4.6 mean, std, quantile(method="inverted_cdf"). */
  @Test
  void numbersAreDescribed() {
    double[] values = Arrays.copyOf(numbers(0), ROWS + 4);
    Rows rows = Rows.of(List.of(Role.VALUE), values);
    values[ROWS] = Double.NaN;
    values[ROWS + 1] = Double.POSITIVE_INFINITY;
    rows.nulls()[0][ROWS + 2] = true;
    rows.nulls()[0][ROWS + 3] = true;
    MetricValue.Curve profile = curve("column_profile", rows);
    TreeMap<Object, Object> found = new TreeMap<>();
    for (int i = 0; i < profile.points().size(); i++) {
      found.put(profile.cell(i, 0), profile.cell(i, 1));
    }
    assertThat(found)
        .containsEntry("used", 40.0)
        .containsEntry("mean", 3.23125)
        .containsEntry("min", -3.0)
        .containsEntry("max", 9.5)
        .containsEntry("zero_share", 0.0)
        .containsEntry("distinct", 40.0)
        .containsEntry("quantile_0.01", -3.0)
        .containsEntry("quantile_0.25", -0.125)
        .containsEntry("quantile_0.5", 2.875)
        .containsEntry("quantile_0.95", 8.75);
    ColumnSummary summary = new ColumnProfile().summary(state("column_profile", rows).view());
    assertThat(summary.rows()).isEqualTo(44);
    assertThat(summary.nulls()).isEqualTo(2);
    assertThat(summary.nan()).isEqualTo(1);
    assertThat(summary.infinite()).isEqualTo(1);
    assertThat((double) found.get("std")).isCloseTo(3.6858629840920565, within(EXACT));
  }

  @Test
  void manyDistinctNumbersAreEstimated() {
    double[] values = IntStream.range(0, 20_000).mapToDouble(i -> Math.sqrt(i)).toArray();
    SliceState state = state("column_profile", Rows.of(List.of(Role.VALUE), values));
    ColumnSummary summary = new ColumnProfile().summary(state.view());
    assertThat(summary.distinct()).isBetween(19_000.0, 21_000.0);
    assertThat(summary.zeroShare()).isEqualTo(1 / 20_000.0);
    assertThat(summary.quantiles().get("0.5")).isCloseTo(Math.sqrt(10_000), within(0.3));
  }

  @Test
  void categoriesAreRankedByFrequencyAndTheRestJoined() {
    Object[] texts =
        IntStream.range(0, 400)
            .mapToObj(i -> i < 100 ? "often" : i < 200 ? "also" : "c" + (i - 200) % 50)
            .toArray();
    Rows rows = Rows.of(List.of(Role.LABEL), new double[400]).withObjects(TEXT, texts);
    rows.nulls()[1][0] = true;
    rows.nulls()[1][1] = true;
    MetricValue.Curve profile = curve("column_profile(kind=categories)", rows);
    assertThat(profile.points()).hasSize(21);
    assertThat(profile.cell(0, 0)).isEqualTo("also");
    assertThat(profile.points().get(0).get(2)).isEqualTo(100.0 / 398);
    assertThat(profile.cell(1, 0)).isEqualTo("often");
    assertThat(profile.points().get(1).get(1)).isEqualTo(98.0);
    assertThat(profile.cell(2, 0)).isEqualTo("c0");
    assertThat(profile.cell(20, 0)).isEqualTo("");
    assertThat(profile.points().get(20).get(1)).isEqualTo(32 * 4.0);
    ColumnSummary summary =
        new ColumnProfile("value", ColumnKind.CATEGORIES)
            .summary(state("column_profile(kind=categories)", rows).view());
    assertThat(summary.distinct()).isEqualTo(52);
    assertThat(summary.nulls()).isEqualTo(2);
  }

  @Test
  void pointsAreDescribedByElement() {
    Object[] points = {new double[] {1, 10}, new double[] {3, 10}};
    Rows rows = Rows.of(List.of(Role.LABEL), new double[2]).withObjects(Role.EMBEDDING, points);
    assertThat(curve("column_profile(column=embedding,kind=embedding)", rows).points())
        .containsExactly(List.of(0.0, 2.0, 1.0), List.of(1.0, 10.0, 0.0));
    points[0] = new double[] {1};
    assertThat(value("column_profile(column=embedding,kind=embedding)", rows))
        .isEqualTo(MetricValue.undefined("arrays have different lengths, the shortest 1"));
  }

  @Test
  void everyMethodIsAnsweredFromTheProfile() {
    double[] both = Arrays.copyOf(numbers(0), 2 * ROWS);
    System.arraycopy(numbers(2), 0, both, ROWS, ROWS);
    int asked = 0;
    for (ColumnKind kind : ColumnKind.values()) {
      String profile =
          "column_profile(kind=" + kind.name().toLowerCase(java.util.Locale.ROOT) + ")";
      SliceState reference = state(profile, columns(kind, Arrays.copyOf(both, ROWS)));
      SliceState current = state(profile, columns(kind, Arrays.copyOfRange(both, ROWS, 2 * ROWS)));
      Object[] splits =
          IntStream.range(0, 2 * ROWS).mapToObj(i -> i < ROWS ? "reference" : "current").toArray();
      Rows split = columns(kind, both).withObjects(Role.SPLIT, splits);
      for (String name : DriftMethod.names()) {
        DriftMethod method = DriftMethod.parse(name);
        if (method.kinds().contains(kind)) {
          TwoSided metric = method.of("value", kind);
          EvaluationPlan plan =
              EvaluationPlan.of(
                  new Suite(
                      List.of(
                          new dev.slicewise.core.metric.NamedMetric(
                              "asked", java.util.Map.of(), metric)),
                      false,
                      false,
                      false));
          MetricValue ofRows =
              Finish.DEFAULT.results(new Kernel(name, plan).state(split)).get(0).value();
          MetricValue ofStates = metric.between(reference.view(), current.view());
          assertThat(ofStates).as("%s of %s", name, kind).isEqualTo(ofRows);
          assertThat(ofStates).as("%s of %s", name, kind).isInstanceOf(MetricValue.Scalar.class);
          asked++;
        }
      }
    }
    assertThat(asked).isGreaterThanOrEqualTo(30);
  }

  private static Rows columns(ColumnKind kind, double[] values) {
    Rows rows = Rows.of(List.of(Role.LABEL), new double[values.length]);
    return switch (kind) {
      case NUMBERS -> rows.with(Role.VALUE, values);
      case CATEGORIES ->
          rows.withObjects(
              TEXT, Arrays.stream(values).mapToObj(v -> "c" + Math.round(v)).toArray());
      case EMBEDDING ->
          rows.withObjects(
              new Role("value", Shape.NUMBERS),
              Arrays.stream(values).mapToObj(v -> new double[] {v, v * v}).toArray());
    };
  }

  @Test
  void sidesWithoutValuesAreUndefined() {
    SliceState some = state("column_profile", Rows.of(List.of(Role.VALUE), numbers(0)));
    Rows none = Rows.of(List.of(Role.VALUE), new double[3]);
    Arrays.fill(none.nulls()[0], true);
    SliceState empty = state("column_profile", none);
    TwoSided psi = DriftMethod.parse("psi").of("value", ColumnKind.NUMBERS);
    assertThat(psi.between(some.view(), empty.view()))
        .isEqualTo(MetricValue.undefined("no usable row in the current side"));
    assertThat(psi.between(empty.view(), some.view()))
        .isEqualTo(MetricValue.undefined("no usable row in the reference"));
    TwoSided missing = DriftMethod.MISSING_RATE_SHIFT.of("value", ColumnKind.NUMBERS);
    assertThat(((MetricValue.Scalar) missing.between(some.view(), empty.view())).value()).isOne();
    assertThat(ColumnKind.NUMBERS.missingRate("value", empty.view())).isOne();
    assertThat(SideBySide.of(ColumnKind.NUMBERS, "value", empty.view(), some.view()).bins())
        .isEmpty();
    assertThat(SideBySide.of(ColumnKind.NUMBERS, "value", some.view(), empty.view()).bins())
        .hasSize(10)
        .allMatch(bin -> bin.currentShare() == null && bin.referenceShare() == 0.1);
  }

  @Test
  void methodsHaveTheNamesOfTheirChapter() {
    assertThat(DriftMethod.parse("ks_statistic").id()).isEqualTo("ks_statistic");
    assertThat(DriftMethod.parse("PSI(bins=20)").text())
        .isEqualTo("population_stability_index(bins=20,epsilon=0.0001,null_bin=false)");
    assertThat(DriftMethod.parse("wasserstein_1").parameters()).containsEntry("standardize", true);
    DriftMethod inUnits = DriftMethod.parse("wasserstein_1(standardize=false)");
    assertThat(inUnits.parameters()).containsEntry("standardize", false);
    assertThat(inUnits.usualLimit()).isEmpty();
    assertThat(DriftMethod.parse("emd").usualLimit()).isPresent();
    assertThatThrownBy(() -> DriftMethod.parse("mae"))
        .isInstanceOf(IllegalArgumentException.class)
        .hasMessageContaining("expected a drift method")
        .hasMessageContaining("found 'mae'");
    assertThatThrownBy(() -> DriftMethod.parse("metric_drift"))
        .isInstanceOf(IllegalArgumentException.class);
    assertThatThrownBy(() -> DriftMethod.parse("psi(bins=1)"))
        .isInstanceOf(IllegalArgumentException.class)
        .hasMessageContaining("bins");
  }
}
