package dev.slicewise.jobs.report;

import static org.assertj.core.api.Assertions.assertThat;

import dev.slicewise.core.metric.MetricInfo.Direction;
import dev.slicewise.core.metric.MetricValue;
import dev.slicewise.core.plan.MetricResult;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class YardstickTest {
  @ParameterizedTest
  @CsvSource({
    "LOWER, 10, 11, 13, WORSE",
    "LOWER, 10, 10, 13, OPEN",
    "LOWER, 10, 7, 9, BETTER",
    "LOWER, 10, 7, 10, OPEN",
    "HIGHER, 0.8, 0.6, 0.7, WORSE",
    "HIGHER, 0.8, 0.85, 0.9, BETTER",
    "HIGHER, 0.8, 0.7, 0.9, OPEN",
    "ZERO, -2, 2.5, 3.5, WORSE",
    "ZERO, -2, -4, -3, WORSE",
    "ZERO, -2, 1, 5, OPEN",
    "ZERO, -2, -1, 1.5, BETTER",
    "ZERO, -2, -3, 3, OPEN",
    "ONE, 1.2, 0.5, 0.7, WORSE",
    "ONE, 1.2, 0.9, 1.1, BETTER",
    "ONE, 1.2, 0.7, 0.9, OPEN",
    "ONE, 1.25, 1.5, 2, WORSE",
    "NONE, 1, 5, 6, NOT_JUDGED"
  })
  void judgesByTheWholeInterval(
      Direction better, double all, double low, double high, Standing standing) {
    assertThat(new Yardstick(better, all).standing(slice(low, high, 30))).isEqualTo(standing);
  }

  @Test
  void judgesAnEndThatIsNotKnownAsUnbounded() {
    Yardstick lower = new Yardstick(Direction.LOWER, 10);
    assertThat(lower.standing(slice(11.0, null, 30))).isEqualTo(Standing.WORSE);
    assertThat(lower.standing(slice(null, 9.0, 30))).isEqualTo(Standing.BETTER);
    assertThat(lower.standing(slice(null, 13.0, 30))).isEqualTo(Standing.OPEN);
    assertThat(new Yardstick(Direction.ZERO, 1).standing(slice(null, -2.0, 30)))
        .isEqualTo(Standing.WORSE);
  }

  @Test
  void doesNotJudgeFewRowsNorWithoutAnythingToGoBy() {
    Yardstick lower = new Yardstick(Direction.LOWER, 10);
    assertThat(lower.standing(slice(11.0, 13.0, 29))).isEqualTo(Standing.NOT_JUDGED);
    assertThat(Yardstick.of(Direction.LOWER, null).standing(slice(11.0, 13.0, 30)))
        .isEqualTo(Standing.NOT_JUDGED);
    MetricResult bare = Samples.result(SampleMetrics.COST, MetricValue.exact(99), null, 30);
    assertThat(lower.standing(bare)).isEqualTo(Standing.NOT_JUDGED);
    assertThat(Yardstick.of(Direction.LOWER, bare).judges()).isTrue();
  }

  @Test
  void marksSayWhereTheValueIs() {
    Yardstick lower = new Yardstick(Direction.LOWER, 10);
    Yardstick higher = new Yardstick(Direction.HIGHER, 10);
    assertThat(lower.mark(Standing.WORSE, 12)).isEqualTo("▲");
    assertThat(lower.mark(Standing.BETTER, 8)).isEqualTo("▽");
    assertThat(higher.mark(Standing.WORSE, 8)).isEqualTo("▼");
    assertThat(higher.mark(Standing.BETTER, 12)).isEqualTo("△");
    assertThat(lower.mark(Standing.OPEN, 12)).isEmpty();
    assertThat(lower.mark(Standing.NOT_JUDGED, 12)).isEmpty();
  }

  private static MetricResult slice(Double low, Double high, long n) {
    double value = low == null ? high : high == null ? low : (low + high) / 2;
    return Samples.result(
        SampleMetrics.COST, MetricValue.exact(value), Samples.interval(low, high), n);
  }
}
