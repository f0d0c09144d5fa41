package dev.slicewise.core.compare;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.slicewise.core.interval.DifferenceTest;
import dev.slicewise.core.interval.Interval;
import dev.slicewise.core.metric.MetricCatalog;
import dev.slicewise.core.metric.NamedMetric;
import dev.slicewise.core.metric.Profile;
import dev.slicewise.core.plan.EvaluationPlan;
import dev.slicewise.core.plan.Suite;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;

/** What is asked of two models, what is remembered for it, and what tables say of the answers. */
class PairedQuestionsTest {
  private static List<NamedMetric> metrics(String list) {
    return MetricCatalog.standard().parseList(list);
  }

  private static EvaluationPlan plan(List<String> metrics) {
    List<NamedMetric> named = metrics.stream().map(MetricCatalog.standard()::parse).toList();
    return EvaluationPlan.of(new Suite(named, false, true, false));
  }

  @Test
  void statesRememberWhatIsAskedOfThem() {
    Map<String, Double> margins =
        Margins.parse(List.of("mae=0.5"), metrics("mae, rmse"), Profile.SLICEWISE);
    PairedQuestions questions =
        PairedQuestions.of(List.of("prediction", "other"), metrics("mae, rmse"), margins);
    assertThat(questions.metrics()).hasSize(2 + 2 + 2 + 4);
    assertThat(questions.parts()).isEmpty();
    assertThat(questions.asked())
        .extracting(ModelComparison::margin)
        .containsExactly(0.5, null, 0.5, null);
    EvaluationPlan plan = plan(questions.metrics());
    assertThat(PairedQuestions.remembered(plan, null, margins))
        .containsExactlyInAnyOrderElementsOf(questions.asked());
    assertThat(PairedQuestions.remembered(plan, metrics("rmse"), margins))
        .extracting(ModelComparison::model)
        .containsExactlyInAnyOrder("prediction", "other");
    assertThatThrownBy(() -> PairedQuestions.remembered(plan, metrics("bias"), margins))
        .hasMessageContaining("expected metrics whose difference the states remember (")
        .hasMessageContaining("found mean_error; evaluate again with it");
    assertThatThrownBy(() -> PairedQuestions.remembered(plan(List.of("mae")), null, margins))
        .hasMessageContaining("found those of mean_absolute_error; evaluate again with a baseline");
  }

  @Test
  void aLossOfProbabilitiesIsTakenApart() {
    PairedQuestions questions =
        PairedQuestions.of(List.of("prediction"), metrics("log_loss, accuracy"), Map.of());
    assertThat(questions.asked()).hasSize(2);
    assertThat(questions.parts())
        .extracting(part -> part.metric().id())
        .containsExactly("brier", "corp_miscalibration", "corp_discrimination");
    assertThat(PairedQuestions.of(List.of("prediction"), metrics("accuracy"), Map.of()).parts())
        .isEmpty();
  }

  @Test
  void marginsThatAreNoneAreTold() {
    assertRefused("mae", "expected METRIC=VALUE, found 'mae'");
    assertRefused("mae=much", "expected a number as margin, found 'mae=much'");
    assertRefused("mae=0", "expected a margin above 0, found mae=0");
    assertRefused("mae=Infinity", "expected a margin above 0, found mae=Infinity");
    assertRefused("rmse=1", "found one of root_mean_squared_error");
    assertThat(Margins.parse(List.of("quantile_abs_error(q=0.9) = 2"), null, Profile.SLICEWISE))
        .containsValue(2.0);
  }

  private static void assertRefused(String said, String message) {
    assertThatThrownBy(() -> Margins.parse(List.of(said), metrics("mae"), Profile.SLICEWISE))
        .isInstanceOf(IllegalArgumentException.class)
        .hasMessageContaining(message);
  }

  /** What a table says is enough to adjust it as the comparison itself would be. */
  @Test
  void cellsAreJudgedAsTheComparisonsAre() {
    List<Comparison> all = new ArrayList<>();
    for (double p : List.of(0.001, 0.04, 0.03, 0.2)) {
      for (Double margin : new Double[] {null, 5.0}) {
        all.add(comparison(p, margin));
      }
    }
    List<String> models = all.stream().map(one -> "prediction").toList();
    List<Comparison> read =
        all.stream()
            .map(one -> ComparisonCells.read(one.metric(), ComparisonCells.of(one)))
            .toList();
    List<Comparison> adjusted = ManySlices.adjusted(all, models, 30, 0.95);
    List<Comparison> ofCells = ManySlices.adjusted(read, models, 30, 0.95);
    assertThat(adjusted).extracting(Comparison::verdict).contains(Verdict.BETTER);
    assertThat(adjusted).extracting(Comparison::verdict).contains(Verdict.NON_INFERIOR);
    for (int i = 0; i < all.size(); i++) {
      assertThat(ofCells.get(i).verdict()).isEqualTo(adjusted.get(i).verdict());
      assertThat(ofCells.get(i).reason()).isEqualTo(adjusted.get(i).reason());
      assertThat(ofCells.get(i).pAdjusted()).isEqualTo(adjusted.get(i).pAdjusted());
    }
  }

  private static Comparison comparison(double p, Double margin) {
    Interval interval = new Interval(-6.0, -0.5, 1.0, 50.0, "paired t");
    return new Comparison(
        metrics("mae").get(0),
        7.0,
        10.0,
        -3.0,
        interval,
        new DifferenceTest("paired t", p),
        null,
        51,
        51,
        51,
        null,
        margin,
        Verdict.BETTER,
        null);
  }
}
