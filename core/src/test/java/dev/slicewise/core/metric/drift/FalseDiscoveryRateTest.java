package dev.slicewise.core.metric.drift;

import static org.assertj.core.api.Assertions.assertThat;

import dev.slicewise.core.laws.Kernel;
import dev.slicewise.core.laws.Rows;
import dev.slicewise.core.numeric.FalseDiscovery;
import dev.slicewise.core.plan.EvaluationPlan;
import dev.slicewise.core.plan.Suite;
import dev.slicewise.core.statistic.StateView;
import dev.slicewise.core.term.Role;
import java.util.List;
import java.util.SplittableRandom;
import org.junit.jupiter.api.Test;

/** Without drift in any of many slices, a false discovery is as rare as it is said to be. */
class FalseDiscoveryRateTest {
  private static final int RUNS = 400;
  private static final int SLICES = 20;
  private static final int ROWS = 60;
  private static final long SEED = 20_261_121;
  private static final double LEVEL = 0.05;

  private static final EvaluationPlan PLAN = EvaluationPlan.of(Suite.of("std_value, mean_value"));

  private final SplittableRandom random = new SplittableRandom(SEED);

  private StateView side() {
    double[] values = random.doubles(ROWS).map(Math::sqrt).toArray();
    return new Kernel("moments", PLAN).state(Rows.of(List.of(Role.VALUE), values)).view();
  }

  @Test
  void undriftedSlicesAreRarelyCalledDrifted() {
    ColumnQuestion question =
        new ColumnQuestion(DriftMethod.parse("mean_shift"), "value", ColumnKind.NUMBERS, null, 30);
    int alarms = 0;
    int unadjusted = 0;
    for (int run = 0; run < RUNS; run++) {
      double[] p = new double[SLICES];
      for (int slice = 0; slice < SLICES; slice++) {
        p[slice] = question.ask(side(), side()).p();
        unadjusted += p[slice] < LEVEL ? 1 : 0;
      }
      boolean alarm = false;
      for (double adjusted : FalseDiscovery.benjaminiHochberg(p)) {
        alarm |= adjusted < LEVEL;
      }
      alarms += alarm ? 1 : 0;
    }
    // 400 draws at 5 %: three standard errors are 3.3 points; of 8,000 p-values 0.7.
    assertThat((double) alarms / RUNS).as("seed %s", SEED).isBetween(0.017, 0.083);
    assertThat((double) unadjusted / (RUNS * SLICES)).as("seed %s", SEED).isBetween(0.043, 0.057);
  }
}
