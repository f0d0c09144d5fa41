package dev.slicewise.core.metric.drift;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import dev.slicewise.core.drift.DriftLimit;
import dev.slicewise.core.drift.DriftVerdict;
import dev.slicewise.core.laws.Kernel;
import dev.slicewise.core.laws.Rows;
import dev.slicewise.core.metric.MetricCatalog;
import dev.slicewise.core.plan.EvaluationPlan;
import dev.slicewise.core.plan.Suite;
import dev.slicewise.core.statistic.StateView;
import dev.slicewise.core.term.Role;
import java.util.List;
import java.util.SplittableRandom;
import org.junit.jupiter.api.Test;

/** What two slices' states answer, and what is decided on it. */
class DriftQuestionTest {
  private static final String SUITE =
      "column_profile(column=prediction), mae, accuracy, mean_error";

  /** Labels of 0, predictions normal. */
  private static StateView side(int rows, long seed, double shift) {
    SplittableRandom random = new SplittableRandom(seed);
    double[] predictions = new double[rows];
    for (int i = 0; i < rows; i++) {
      predictions[i] = random.nextGaussian() + shift;
    }
    Rows table = Rows.of(List.of(Role.LABEL, Role.PREDICTION), new double[rows], predictions);
    return new Kernel(SUITE, EvaluationPlan.of(Suite.of(SUITE))).state(table).view();
  }

  private static ColumnQuestion column(String method, DriftLimit limit) {
    return new ColumnQuestion(
        DriftMethod.parse(method), "prediction", ColumnKind.NUMBERS, limit, 30);
  }

  private static MetricQuestion metric(String metric, MetricQuestion.Margin margin) {
    return new MetricQuestion(MetricCatalog.standard().parse(metric), margin, 0.95, 30);
  }

  @Test
  void sizeDecidesAndThePValueIsShown() {
    StateView reference = side(5000, 1, 0);
    DriftAnswer moved =
        column("mean_shift", DriftLimit.farFromZero(0.2)).ask(reference, side(5000, 2, 0.5));
    assertThat(moved.verdict()).isEqualTo(DriftVerdict.DRIFT);
    assertThat(moved.value()).isCloseTo(0.5, within(0.06));
    assertThat(moved.p()).isLessThan(1e-50);
    assertThat(moved.details()).containsKey("noise_95").doesNotContainKey("p_value");
    assertThat(List.of(moved.reference(), moved.current())).containsExactly(5000L, 5000L);
    // Significant beyond doubt, and too small to matter.
    DriftAnswer small =
        column("mean_shift", DriftLimit.farFromZero(0.2)).ask(reference, side(5000, 3, 0.1));
    assertThat(small.p()).isLessThan(0.001);
    assertThat(small.verdict()).isEqualTo(DriftVerdict.NO_DRIFT);
    assertThat(column("mean_shift", null).ask(reference, side(5000, 2, 0.5)).verdict())
        .isEqualTo(DriftVerdict.SHOWN);
  }

  @Test
  void fewRowsSayNothing() {
    StateView reference = side(5000, 1, 0);
    DriftAnswer few = column("psi", DriftLimit.above(0.25)).ask(reference, side(29, 2, 5));
    assertThat(few.verdict()).isEqualTo(DriftVerdict.INCONCLUSIVE);
    assertThat(few.reason()).contains("at least 30 usable rows", "found 5000 and 29");
    assertThat(few.value()).isGreaterThan(1);
    // Forty rows differ by more than 0.1 without any drift.
    DriftAnswer noise = column("js_distance", DriftLimit.above(0.1)).ask(reference, side(40, 6, 0));
    assertThat(noise.verdict()).isEqualTo(DriftVerdict.INCONCLUSIVE);
    assertThat(noise.reason()).contains("one in twenty");
  }

  @Test
  void slicesThatVanishedOrAppearedAreSaidSo() {
    ColumnQuestion question = column("psi", DriftLimit.above(0.25));
    StateView some = side(50, 1, 0);
    assertThat(question.ask(some, null).reason()).contains("vanished");
    assertThat(question.ask(some, null).reference()).isEqualTo(50);
    assertThat(question.ask(null, some).reason()).contains("appeared");
    assertThat(question.ask(null, some).verdict()).isEqualTo(DriftVerdict.UNDEFINED);
    assertThat(question.ask(null, some).value()).isNull();
  }

  @Test
  void metricsMayGetWorseByAMargin() {
    StateView reference = side(4000, 1, 0);
    StateView worse = side(4000, 2, 1);
    MetricQuestion.Margin tenth = new MetricQuestion.Margin(0.1, true);
    DriftAnswer answer = metric("mae", tenth).ask(reference, worse);
    assertThat(answer.verdict()).isEqualTo(DriftVerdict.DRIFT);
    assertThat(answer.limit().direction()).isEqualTo("above");
    assertThat(answer.limit().above()).isCloseTo(0.0798, within(0.003));
    assertThat(answer.value())
        .isEqualTo(answer.details().get("current") - answer.details().get("reference"));
    assertThat(answer.details().get("ci_low")).isLessThan(answer.value());
    assertThat(metric("mae", tenth).ask(worse, reference).verdict())
        .as("better is no drift")
        .isEqualTo(DriftVerdict.NO_DRIFT);
    assertThat(metric("mae", tenth).ask(reference, side(4000, 3, 0)).verdict())
        .isEqualTo(DriftVerdict.NO_DRIFT);
    MetricQuestion.Margin close = new MetricQuestion.Margin(Math.abs(answer.value()), false);
    assertThat(metric("mae", close).ask(reference, worse).verdict())
        .isEqualTo(DriftVerdict.INCONCLUSIVE);
    assertThat(metric("mae", close).ask(reference, worse).reason()).contains("across");
    assertThat(metric("accuracy", close).ask(reference, worse).limit().direction())
        .isEqualTo("below");
    assertThat(metric("mean_error", close).ask(reference, worse).limit().direction())
        .isEqualTo("outside");
    assertThat(metric("mae", null).ask(reference, worse).verdict()).isEqualTo(DriftVerdict.SHOWN);
  }

  /** Without drift, verdicts of drift are rare at any size of sample, and p-values are uniform. */
  @Test
  void verdictsOnUndriftedSamplesAreRarelyDrift() {
    for (int rows : new int[] {60, 300, 1500}) {
      int asked = 0;
      int drifted = 0;
      int small = 0;
      int tested = 0;
      for (int i = 0; i < 40; i++) {
        StateView reference = side(rows, 1000 + 2L * i + 77L * rows, 0);
        StateView current = side(rows, 1001 + 2L * i + 77L * rows, 0);
        for (DriftMethod method : DriftMethod.defaults(ColumnKind.NUMBERS)) {
          DriftLimit limit = method.usualLimit().orElse(null);
          DriftAnswer answer =
              new ColumnQuestion(method, "prediction", ColumnKind.NUMBERS, limit, 30)
                  .ask(reference, current);
          asked++;
          drifted += answer.verdict() == DriftVerdict.DRIFT ? 1 : 0;
          boolean hasTest = answer.p() != null && !method.id().equals("missing_rate_shift");
          tested += hasTest ? 1 : 0;
          small += hasTest && answer.p() < 0.05 ? 1 : 0;
        }
      }
      // One in twenty each; twice that leaves room for 280 draws that are not independent.
      assertThat((double) drifted / asked).as("drift at %s rows", rows).isLessThan(0.1);
      assertThat((double) small / tested).as("p < 0.05 at %s rows", rows).isBetween(0.005, 0.12);
    }
  }
}
