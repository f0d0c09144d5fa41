package dev.slicewise.core.interval;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import dev.slicewise.core.metric.GoldenCase;
import dev.slicewise.core.metric.Rows;
import dev.slicewise.core.statistic.ScoreHistogram;
import java.util.List;
import org.junit.jupiter.api.Test;

class BinaryIntervalTest {
  @Test
  void goldenWilson() {
    GoldenCase golden = GoldenCase.of("ci_wilson");
    for (int i = 0; i < 3; i++) {
      Interval interval =
          WilsonInterval.of(golden.input("successes")[i], golden.input("n")[i], 0.95);
      List<?> expected = (List<?>) ((List<?>) golden.expected()).get(i);
      golden.check(interval.low(), (Double) expected.get(0));
      golden.check(interval.high(), (Double) expected.get(1));
    }
  }

  @Test
  void goldenMcNemar() {
    GoldenCase golden = GoldenCase.of("ab_mcnemar");
    McNemarTest test =
        McNemarTest.of((Double) golden.inputs().get("n01"), (Double) golden.inputs().get("n10"));
    golden.check(test.statistic(), golden.expected("statistic"));
    golden.check(test.chiSquaredP(), golden.expected("p_value"));
    golden.check(test.exactP(), golden.expected("exact_p"));
    assertThat(test.pValue()).isEqualTo(test.exactP());
    assertThat(McNemarTest.of(15, 10).pValue()).isEqualTo(McNemarTest.of(15, 10).chiSquaredP());
  }

  @Test
  void mcNemarWithoutDisagreementIsCertainOfNothing() {
    assertThat(McNemarTest.of(0, 0).pValue()).isEqualTo(1.0);
    assertThat(McNemarTest.of(4, 4).exactP()).isCloseTo(1.0, within(0.0));
  }

  @Test
  void goldenDeLong() {
    GoldenCase golden = GoldenCase.of("ci_auc");
    DeLongInterval.Area area =
        DeLongInterval.Area.of(
            Rows.of(golden).state("roc_auc").view().state(ScoreHistogram.OF_SCORES).bins());
    golden.check(area.auc(), golden.expected("roc_auc"));
    golden.check(area.delong(), golden.expected("delong_variance"));
    golden.check(area.hanleyMcNeil(), golden.expected("hanley_mcneil_variance"));
    assertThat(area.variance()).isEqualTo(area.delong());
  }

  @Test
  void theIntervalOfAnAreaIsTakenOnItsLogit() {
    // logit(26/35) ± 1.959963984540054·√0.0262585034013605/(26/35·9/35), scipy 1.17.1 expit.
    Interval auc = Rows.of(GoldenCase.of("ci_auc")).interval("roc_auc");
    assertThat(auc.low()).isCloseTo(0.3539348490102335, within(1e-9));
    assertThat(auc.high()).isCloseTo(0.9384009822424556, within(1e-9));
    Interval gini = Rows.of(GoldenCase.of("ci_auc")).interval("gini");
    assertThat(gini.low()).isEqualTo(2 * auc.low() - 1);
    assertThat(gini.standardError()).isEqualTo(2 * auc.standardError());
  }

  @Test
  void aSinglePositiveHasHanleyAndMcNeilsVariance() {
    Rows rows = Rows.of(new double[] {0, 0, 1, 0}, new double[] {.1, .2, .3, .4});
    // A = 2/3, P = 1, N = 3: [A(1−A) + 2(2A²/(1+A) − A²)]/3.
    double pair = 2 * (2 * 4 / 9.0 / (5 / 3.0) - 4 / 9.0);
    assertThat(rows.interval("roc_auc").standardError())
        .isCloseTo(Math.sqrt((2 / 9.0 + pair) / 3), within(1e-15));
    Rows perfect = Rows.of(new double[] {0, 0, 1, 1}, new double[] {.1, .2, .3, .4});
    assertThat(perfect.interval("roc_auc")).isNull();
  }
}
