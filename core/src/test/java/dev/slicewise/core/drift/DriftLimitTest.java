package dev.slicewise.core.drift;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.within;

import dev.slicewise.core.interval.Interval;
import org.junit.jupiter.api.Test;

/** Verdicts by limit, by noise and by interval. */
class DriftLimitTest {
  @Test
  void sizeDecides() {
    assertThat(DriftLimit.above(0.1).on(0.1, 0)).isEqualTo(DriftVerdict.NO_DRIFT);
    assertThat(DriftLimit.above(0.1).on(0.11, 0.05)).isEqualTo(DriftVerdict.DRIFT);
    assertThat(DriftLimit.farFromZero(0.2).on(-0.3, 0.1)).isEqualTo(DriftVerdict.DRIFT);
    assertThat(DriftLimit.farFromZero(0.2).on(-0.1, 0.05)).isEqualTo(DriftVerdict.NO_DRIFT);
    assertThat(DriftLimit.below(0.5).on(0.4, 0)).isEqualTo(DriftVerdict.DRIFT);
  }

  @Test
  void whatChanceExplainsIsInconclusive() {
    assertThat(DriftLimit.above(0.1).on(0.15, 0.2)).isEqualTo(DriftVerdict.INCONCLUSIVE);
    assertThat(DriftLimit.above(0.1).on(0.25, 0.2)).isEqualTo(DriftVerdict.DRIFT);
    assertThat(DriftLimit.above(0.1).on(0.05, 0.2)).isEqualTo(DriftVerdict.NO_DRIFT);
  }

  @Test
  void intervalsLieBeyondWithinOrAcross() {
    DriftLimit worse = DriftLimit.above(1);
    assertThat(worse.on(new Interval(1.1, 2.0, null, "t"))).isEqualTo(DriftVerdict.DRIFT);
    assertThat(worse.on(new Interval(-5.0, 0.9, null, "t"))).isEqualTo(DriftVerdict.NO_DRIFT);
    assertThat(worse.on(new Interval(0.9, 1.1, null, "t"))).isEqualTo(DriftVerdict.INCONCLUSIVE);
    assertThat(worse.on(new Interval(1.1, null, null, "t"))).isEqualTo(DriftVerdict.DRIFT);
    assertThat(worse.on(new Interval(null, 0.5, null, "t"))).isEqualTo(DriftVerdict.NO_DRIFT);
    DriftLimit either = DriftLimit.farFromZero(1);
    assertThat(either.on(new Interval(-3.0, -2.0, null, "t"))).isEqualTo(DriftVerdict.DRIFT);
    assertThat(either.on(new Interval(-2.0, 2.0, null, "t"))).isEqualTo(DriftVerdict.INCONCLUSIVE);
  }

  @Test
  void directionsAndSides() {
    DriftLimit ratio = new DriftLimit(0.5, 2.0);
    assertThat(ratio.direction()).isEqualTo("outside");
    assertThat(ratio.against(0.4)).isEqualTo(0.5);
    assertThat(ratio.against(1)).isEqualTo(2);
    assertThat(DriftLimit.above(3).direction()).isEqualTo("above");
    assertThat(DriftLimit.below(3).against(7)).isEqualTo(3);
    assertThat(DriftLimit.farFromZero(0.2).against(-0.1)).isEqualTo(-0.2);
    assertThat(ratio.reached(0.25)).isEqualTo(2);
    assertThat(ratio.reached(3)).isEqualTo(1.5);
    assertThat(DriftLimit.farFromZero(0.2).reached(-0.3)).isCloseTo(1.5, within(1e-12));
    assertThat(DriftLimit.above(0.1).reached(0.05)).isEqualTo(0.5);
    assertThatThrownBy(() -> new DriftLimit(2.0, 1.0)).isInstanceOf(IllegalArgumentException.class);
    assertThatThrownBy(() -> new DriftLimit(null, null))
        .isInstanceOf(IllegalArgumentException.class);
  }
}
