package dev.slicewise.core.compare;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.within;

import dev.slicewise.core.compare.MixAndRate.Side;
import java.util.ArrayList;
import java.util.List;
import java.util.SplittableRandom;
import org.junit.jupiter.api.Test;

/** Why a metric moved, and whether a series of forecasts did. */
class DecompositionTest {
  @Test
  void mixAndRateByHand() {
    // Half easy (1), half hard (3): mean 2. Then a quarter easy at 1, three quarters hard at 2.
    List<Side> before = List.of(new Side(50, 1.0), new Side(50, 3.0));
    List<Side> after = List.of(new Side(25, 1.0), new Side(75, 2.0));
    MixAndRate found = MixAndRate.of(before, after, 2, 1.75).orElseThrow();
    // Middle of the whole: 1.875. Mix: −¼·(1 − 1.875) + ¼·(2.5 − 1.875); rate: ⅝·(2 − 3).
    assertThat(found.mix()).isCloseTo(0.25 * 0.875 + 0.25 * 0.625, within(1e-15));
    assertThat(found.rate()).isCloseTo(-0.625, within(1e-15));
    assertThat(found.mix() + found.rate()).isCloseTo(-0.25, within(1e-15));
    assertThat(found.slices().get(0).rate()).isZero();
  }

  @Test
  void thereIsNoResidualAndTurningRoundTurnsSigns() {
    SplittableRandom random = new SplittableRandom(4);
    for (int trial = 0; trial < 200; trial++) {
      List<Side> before = new ArrayList<>();
      List<Side> after = new ArrayList<>();
      for (int slice = 0; slice < 1 + trial % 7; slice++) {
        before.add(side(random));
        after.add(side(random));
      }
      before.add(new Side(1, 1.0));
      after.add(new Side(1, 2.0));
      MixAndRate found = MixAndRate.of(before, after, mean(before), mean(after)).orElseThrow();
      double change = mean(after) - mean(before);
      assertThat(found.mix() + found.rate()).as("trial %d", trial).isCloseTo(change, within(1e-12));
      MixAndRate turned = MixAndRate.of(after, before, mean(after), mean(before)).orElseThrow();
      assertThat(turned.mix()).isCloseTo(-found.mix(), within(1e-13));
      assertThat(turned.rate()).isCloseTo(-found.rate(), within(1e-13));
    }
  }

  /** A slice that may be missing. */
  private static Side side(SplittableRandom random) {
    return random.nextInt(4) == 0
        ? Side.NONE
        : new Side(random.nextInt(1, 90), random.nextDouble());
  }

  private static double mean(List<Side> sides) {
    double weight = sides.stream().mapToDouble(Side::weight).sum();
    return sides.stream()
            .filter(side -> side.value() != null)
            .mapToDouble(side -> side.weight() * side.value())
            .sum()
        / weight;
  }

  @Test
  void whatIsNoMeanOverTheSlicesIsNotTakenApart() {
    List<Side> sides = List.of(new Side(50, 1.0), new Side(50, 3.0));
    assertThat(MixAndRate.of(sides, sides, 2, Math.sqrt(5))).isEmpty();
    assertThat(MixAndRate.of(List.of(Side.NONE), List.of(Side.NONE), 0, 0)).isEmpty();
    MixAndRate same = MixAndRate.of(sides, sides, 2, 2).orElseThrow();
    assertThat(same.mix()).isZero();
    assertThat(same.rate()).isZero();
  }

  @Test
  void dieboldMarianoByHand() {
    double[] d = {1, 2, 3, 6};
    // Mean 3; γ₀ = (4 + 1 + 0 + 9)/4 = 3.5; γ₁ = (2 + 0 + 0)/4 = 0.5.
    DieboldMariano one = DieboldMariano.of(d, 1).orElseThrow();
    assertThat(one.statistic())
        .isCloseTo(3 / Math.sqrt(3.5 / 4) * Math.sqrt(3.0 / 4), within(1e-15));
    DieboldMariano two = DieboldMariano.of(d, 2).orElseThrow();
    double correction = Math.sqrt((4 + 1 - 4 + 2.0 / 4) / 4);
    assertThat(two.statistic()).isCloseTo(3 / Math.sqrt(4.5 / 4) * correction, within(1e-15));
    assertThat(two.meanDifference()).isEqualTo(3);
    // For h = 1 it is the paired t-test: t = 3/(sd/√n) with sd² = 14/3.
    assertThat(one.statistic()).isCloseTo(3 / Math.sqrt(14.0 / 3 / 4), within(1e-14));
  }

  @Test
  void dieboldMarianoAtItsEdges() {
    assertThat(DieboldMariano.of(new double[] {1}, 1)).isEmpty();
    assertThat(DieboldMariano.of(new double[] {1, 2}, 2)).isEmpty();
    assertThat(DieboldMariano.of(new double[] {1, -1, 1, -1}, 2)).isEmpty();
    assertThat(DieboldMariano.of(new double[] {0, 0, 0}, 1).orElseThrow().pValue()).isOne();
    assertThat(DieboldMariano.of(new double[] {2, 2, 2}, 1).orElseThrow().pValue()).isZero();
    assertThatThrownBy(() -> DieboldMariano.of(new double[] {1, 2}, 0))
        .hasMessageContaining("at least 1");
  }
}
