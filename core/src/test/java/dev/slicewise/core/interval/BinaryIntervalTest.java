package dev.slicewise.core.interval;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import dev.slicewise.core.metric.GoldenCase;
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
}
