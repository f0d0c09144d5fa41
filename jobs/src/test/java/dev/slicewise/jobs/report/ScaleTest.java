package dev.slicewise.jobs.report;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class ScaleTest {
  @ParameterizedTest
  @CsvSource({
    "0, 1, '0, 0.2, 0.4, 0.6, 0.8, 1'",
    "17.4, 38.1, '20, 25, 30, 35'",
    "-13, 42, '0, 20, 40'",
    "0.61, 0.64, '0.61, 0.62, 0.63, 0.64'",
    "-5, 5, '−4, −2, 0, 2, 4'"
  })
  void hasRoundTicks(double low, double high, String ticks) {
    assertThat(new Scale(low, high).ticks().stream().map(Scale::text))
        .isEqualTo(java.util.List.of(ticks.split(", ")));
  }

  @Test
  void staysWithinItsEnds() {
    Scale scale = new Scale(10, 20);
    assertThat(scale.percent(15)).isEqualTo("50%");
    assertThat(scale.percent(12.3456)).isEqualTo("23.46%");
    assertThat(scale.percent(5)).isEqualTo("0%");
    assertThat(scale.percent(Double.POSITIVE_INFINITY)).isEqualTo("100%");
    assertThat(scale.percent(Double.NEGATIVE_INFINITY)).isEqualTo("0%");
  }

  @Test
  void holdsASingleValueAndTheLargest() {
    Scale single = Scale.around(7, 7);
    assertThat(single.position(7)).isBetween(0.45, 0.55);
    assertThat(single.ticks()).hasSizeBetween(2, 6);
    Scale zero = Scale.around(0, 0);
    assertThat(zero.position(0)).isBetween(0.45, 0.55);
    Scale widest = new Scale(-Double.MAX_VALUE, Double.MAX_VALUE);
    assertThat(widest.position(0)).isEqualTo(0.5);
    assertThat(widest.ticks()).hasSizeBetween(2, 6);
    Scale around = Scale.around(-Double.MAX_VALUE, Double.MAX_VALUE);
    assertThat(around.position(0)).isEqualTo(0.5);
    assertThat(around.ticks()).hasSizeBetween(2, 6);
  }
}
