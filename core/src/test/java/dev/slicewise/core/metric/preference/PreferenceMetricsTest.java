package dev.slicewise.core.metric.preference;

import static dev.slicewise.core.metric.Asked.result;
import static dev.slicewise.core.metric.Asked.scalar;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import dev.slicewise.core.laws.Rows;
import dev.slicewise.core.metric.MetricValue;
import dev.slicewise.core.plan.MetricResult;
import dev.slicewise.core.term.Role;
import dev.slicewise.core.term.loss.PreferencePairs;
import java.util.List;
import org.junit.jupiter.api.Test;

/** Expected values are worked out by hand from rows of few digits. */
class PreferenceMetricsTest {
  private static final Role REWARD = new Role("reward");
  private static final Role POLICY = new Role("policy_logps");
  private static final Role REFERENCE = new Role("reference_logps");

  @Test
  void aPolicyPaysForLeavingItsReference() {
    Rows rows =
        Rows.of(
            List.of(REWARD, POLICY, REFERENCE, Role.WEIGHT),
            new double[] {1, 3},
            new double[] {-2, -4},
            new double[] {-3, -3.5},
            new double[] {1, 3});
    // ln π − ln ref = 1 and −½: r − ½·that = 0.5 and 3.25; weighted (0.5 + 9.75)/4.
    assertThat(scalar("kl_penalized_reward(beta=0.5)", rows).value()).isEqualTo(2.5625);
    assertThat(scalar("kl_penalized_reward(beta=0)", rows).value()).isEqualTo(2.5);
    assertThat(scalar("mean_kl", rows).value()).isEqualTo(-0.125);
  }

  @Test
  void tiesCountHalf() {
    Rows rows =
        Rows.of(
            List.of(Role.PREDICTION, Role.BASELINE),
            new double[] {3, 1, 2, 5},
            new double[] {1, 1, 4, 2});
    MetricResult result = result("win_rate", rows);
    assertThat(result.value()).isEqualTo(MetricValue.exact(0.625).with("ties", 0.25));
    // Deviations ±0.375, −0.125 and −0.625: variance (2·0.375² + 0.125² + 0.625²)/3 = 0.6875/3.
    assertThat(result.interval().standardError())
        .isCloseTo(Math.sqrt(0.6875 / 3 / 4), within(1e-15));
    Rows weighted = rows.with(Role.WEIGHT, new double[] {1, 2, 0, 1});
    assertThat(scalar("win_rate", weighted)).isEqualTo(MetricValue.exact(0.75).with("ties", 0.5));
  }

  @Test
  void aMarginThatOverflowsIsSaidSo() {
    double[] huge = {1e308};
    double[] low = {-1e308};
    List<Role> roles = PreferencePairs.LOG_PROBABILITIES.roles();
    Rows rows = Rows.of(roles, huge, low, low, huge);
    assertThat(scalar("reward_margin", rows).value()).isEqualTo(Double.POSITIVE_INFINITY);
    assertThat(scalar("reward_accuracy", rows).value()).isEqualTo(1);
    assertThat(scalar("dpo", rows).value()).isZero();
    // Both halves are infinite and cancel: a tie, not a NaN.
    Rows same = Rows.of(roles, huge, huge, low, low);
    assertThat(scalar("dpo", same).value()).isEqualTo(StrictMath.log(2), within(1e-16));
    assertThat(scalar("reward_accuracy", same).details()).containsEntry("ties", 1.0);
  }
}
