package dev.slicewise.core.compare;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.within;
import static org.assertj.core.groups.Tuple.tuple;

import dev.slicewise.core.drift.DriftLimit;
import dev.slicewise.core.laws.Kernel;
import dev.slicewise.core.laws.Rows;
import dev.slicewise.core.metric.MetricCatalog;
import dev.slicewise.core.metric.NamedMetric;
import dev.slicewise.core.metric.drift.ColumnKind;
import dev.slicewise.core.metric.drift.DriftMethod;
import dev.slicewise.core.metric.drift.MetricQuestion.Margin;
import dev.slicewise.core.plan.EvaluationPlan;
import dev.slicewise.core.plan.Suite;
import dev.slicewise.core.statistic.StateView;
import dev.slicewise.core.term.Role;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;

/** What is asked about drift, as it is said in words, and how often it is looked. */
class DriftQuestionsTest {
  private static final DriftMethod PSI = DriftMethod.parse("psi");
  private static final DriftMethod MEAN = DriftMethod.parse("mean_shift");

  private static NamedMetric metric(String text) {
    return MetricCatalog.standard().parse(text);
  }

  private static EvaluationPlan plan(String metrics) {
    return EvaluationPlan.of(
        new Suite(MetricCatalog.standard().parseList(metrics), false, true, false));
  }

  @Test
  void limitsOfOneColumnWinOverThoseOfAll() {
    DriftThresholds limits =
        DriftThresholds.parse(
            List.of(
                "psi=0.2",
                "x.population_stability_index=none",
                "mean_shift = -0.3..0.1",
                "mae=10%",
                "quantile_abs_error(q=0.9)=2"));
    assertThat(limits.of(PSI, "y")).isEqualTo(DriftLimit.above(0.2));
    assertThat(limits.of(PSI, "x")).isNull();
    assertThat(limits.of(MEAN, "x")).isEqualTo(new DriftLimit(-0.3, 0.1));
    assertThat(limits.of(DriftMethod.parse("js_distance"), "x")).isEqualTo(DriftLimit.above(0.1));
    assertThat(limits.of(metric("mae"))).isEqualTo(new Margin(0.1, true));
    assertThat(limits.of(metric("quantile_abs_error(q=0.9)"))).isEqualTo(new Margin(2, false));
    assertThat(limits.of(metric("rmse"))).isNull();
  }

  @Test
  void limitsThatCannotBeAreTold() {
    assertRefused("psi", "expected thresholds as METHOD=LIMIT, found 'psi'");
    assertRefused("psi=much", "expected a limit such as 0.2");
    assertRefused("pis=1", "expected thresholds by drift method or metric, found 'pis'");
    assertRefused("mae=-1", "expected a margin such as 0.5 or 10%, or none for mae, found '-1'");
    DriftThresholds ofOthers = DriftThresholds.parse(List.of("y.psi=1"));
    assertThatThrownBy(() -> ofOthers.expectAsked(List.of("x"), List.of()))
        .hasMessageContaining("expected the threshold of a column that is compared");
    assertThatThrownBy(() -> new DriftQuestions.Rules(ofOthers, 1, 30))
        .hasMessage("expected confidence in (0, 1), found 1.0");
    assertThatThrownBy(() -> new DriftQuestions.Rules(ofOthers, 0.9, 0))
        .hasMessage("expected min_rows of at least 1, found 0");
  }

  private static void assertRefused(String said, String message) {
    assertThatThrownBy(() -> DriftThresholds.parse(List.of(said)))
        .isInstanceOf(IllegalArgumentException.class)
        .hasMessageContaining(message);
  }

  @Test
  void statesAreAskedWhatTheyRemember() {
    EvaluationPlan plan =
        plan("mae, column_profile(column=x), column_profile(column=c,kind=categories)");
    RememberedDrift all = RememberedDrift.of(plan, null, null);
    assertThat(all.columns()).extracting(DriftColumn::name).containsExactlyInAnyOrder("c", "x");
    assertThat(all.metrics()).extracting(NamedMetric::id).containsExactly("mean_absolute_error");
    RememberedDrift chosen =
        RememberedDrift.of(plan, ColumnChoice.parse(List.of("C:categories")), List.of());
    assertThat(chosen.columns())
        .containsExactly(new DriftColumn("c", "c", ColumnKind.CATEGORIES, "string"));
    assertThat(chosen.metrics()).isEmpty();
    assertThatThrownBy(
            () -> RememberedDrift.of(plan, ColumnChoice.parse(List.of("x:categories")), null))
        .hasMessageContaining("found x; evaluate again with the metric column_profile(column=x)");
    assertThatThrownBy(() -> RememberedDrift.of(plan, null, List.of(metric("roc_auc"))))
        .hasMessageContaining("whose statistics the states remember");
  }

  @Test
  void everyMethodIsAskedOfSomeColumn() {
    RememberedDrift numbers = RememberedDrift.of(plan("column_profile(column=x)"), null, null);
    DriftQuestions.Rules rules = new DriftQuestions.Rules(new DriftThresholds(), 0.95, 30);
    DriftQuestions asked =
        DriftQuestions.of(numbers.columns(), List.of(PSI), numbers.metrics(), rules);
    assertThat(asked.all())
        .extracting(question -> question.method())
        .containsExactly("population_stability_index", "missing_rate_shift");
    assertThatThrownBy(
            () ->
                DriftQuestions.of(
                    numbers.columns(),
                    DriftQuestions.methods(List.of("cosine_shift")),
                    List.of(),
                    rules))
        .hasMessageContaining("expected a column that cosine_shift can compare, one of embedding");
  }

  /** Benjamini and Hochberg by hand: of 0.01, 0.02 and 0.9 the first two become 0.03. */
  @Test
  void familiesAreAdjustedByThemselvesAndSmallOnesNotAtAll() {
    List<Double> adjusted =
        ManyFindings.adjusted(
            List.of(
                new ManyFindings.Look("psi", 0.9, 30, 30),
                new ManyFindings.Look("ks", 0.04, 99, 99),
                new ManyFindings.Look("psi", 0.01, 30, 31),
                new ManyFindings.Look("psi", 0.0001, 29, 99),
                new ManyFindings.Look("psi", null, 99, 99),
                new ManyFindings.Look("psi", 0.02, 99, 30)),
            30);
    assertThat(adjusted.get(1)).isEqualTo(0.04);
    assertThat(adjusted.get(0)).isEqualTo(0.9);
    // Products and quotients of doubles are each off by half an ulp at most.
    assertThat(adjusted.get(2)).isEqualTo(0.03, within(1e-16));
    assertThat(adjusted.get(5)).isEqualTo(0.03, within(1e-16));
    assertThat(adjusted.get(3)).isNull();
    assertThat(adjusted.get(4)).isNull();
  }

  private static StateView side(int rows, double shift) {
    double[] predictions = new double[rows];
    for (int i = 0; i < rows; i++) {
      predictions[i] = i % 100 + shift;
    }
    Rows table = Rows.of(List.of(Role.LABEL, Role.PREDICTION), new double[rows], predictions);
    return new Kernel("", plan("mae, column_profile(column=prediction)")).state(table).view();
  }

  /** What tables say: of what, the limit on the side of the value, and the rows of both sides. */
  @Test
  void answersHaveTheCellsOfTables() {
    RememberedDrift remembered =
        RememberedDrift.of(plan("mae, column_profile(column=prediction)"), null, null);
    DriftQuestions asked =
        DriftQuestions.of(
            remembered.columns(),
            List.of(MEAN),
            remembered.metrics(),
            new DriftQuestions.Rules(DriftThresholds.parse(List.of("mean_shift=1")), 0.95, 30));
    List<DriftFinding> findings = asked.ask(side(1000, 0), side(500, -50));
    assertThat(asked.columns()).extracting(DriftColumn::name).containsExactly("prediction");
    assertThat(findings)
        .extracting(DriftFinding::subject, DriftFinding::verdict)
        .containsExactly(
            tuple("prediction", "drift"),
            tuple("prediction", "no_drift"),
            tuple("mean_absolute_error", "shown"));
    Map<String, Object> cells = findings.get(0).adjusted(0.5).cells();
    assertThat(cells)
        .containsEntry("threshold", -1.0)
        .containsEntry("direction", "outside")
        .containsEntry("p_adjusted", 0.5)
        .containsEntry("n_reference", 1000L)
        .containsEntry("n_current", 500L)
        .containsEntry("reason", null);
    assertThat(cells.keySet()).startsWith("column", "method", "params", "value");
    assertThat(findings.get(2).cells()).containsEntry("threshold", null);
    assertThat(asked.ask(null, side(9, 0)).get(0).cells())
        .containsEntry("verdict", "undefined")
        .containsEntry("reason", "the slice has no row in the reference: it appeared");
  }
}
