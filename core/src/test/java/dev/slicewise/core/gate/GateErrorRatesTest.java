package dev.slicewise.core.gate;

import static org.assertj.core.api.Assertions.assertThat;

import dev.slicewise.core.gate.Requirement.Kind;
import dev.slicewise.core.gate.Requirement.Side;
import dev.slicewise.core.laws.Kernel;
import dev.slicewise.core.laws.Rows;
import dev.slicewise.core.metric.MetricCatalog;
import dev.slicewise.core.metric.NamedMetric;
import dev.slicewise.core.plan.EvaluationPlan;
import dev.slicewise.core.plan.Finish;
import dev.slicewise.core.plan.MetricEstimate;
import dev.slicewise.core.plan.SliceState;
import dev.slicewise.core.plan.Suite;
import dev.slicewise.core.term.Role;
import java.util.ArrayList;
import java.util.List;
import java.util.SplittableRandom;
import java.util.function.ToDoubleFunction;
import java.util.stream.DoubleStream;
import org.junit.jupiter.api.Test;

/**
 * How often gates fire by chance, by simulation. A rate r of n seeded replications has a standard
 * deviation of √(r(1 − r)/n); every limit below is four of them away from what theory says.
 */
class GateErrorRatesTest {
  private static final int REPLICATIONS = 250;
  private static final int SLICES = 100;

  /** (1 − 0.95)/2, the promised rate. */
  private static final double LEVEL = 0.025;

  private static final List<Role> ROLES = List.of(Role.LABEL, Role.PREDICTION);

  /** How gates behaved over all replications. */
  private record Rates(double fired, double anyUnadjusted, double falseShare, double found) {}

  private record Errors(ToDoubleFunction<SplittableRandom> good, double shiftOfBad, int bad) {}

  private static Rates simulate(String metric, Requirement limit, int rows, Errors errors) {
    NamedMetric named = MetricCatalog.standard().parse(metric);
    Kernel kernel = new Kernel(metric, EvaluationPlan.of(Suite.of(metric)));
    SplittableRandom random = new SplittableRandom(20_261_121);
    int fired = 0;
    int unadjusted = 0;
    double falseShares = 0;
    long found = 0;
    for (int replication = 0; replication < REPLICATIONS; replication++) {
      List<Evidence> slices = new ArrayList<>();
      for (int slice = 0; slice < SLICES; slice++) {
        double shift = slice < errors.bad ? errors.shiftOfBad : 0;
        double[] values =
            DoubleStream.generate(() -> errors.good.applyAsDouble(random) + shift)
                .limit(rows)
                .toArray();
        SliceState state = kernel.state(Rows.of(ROLES, new double[rows], values));
        MetricEstimate estimate = MetricEstimate.of(Finish.DEFAULT, state, named);
        slices.add(Evidence.of(limit, estimate, null, 0.95));
      }
      List<Decision> decisions = Decisions.of(slices, 0.95);
      long right = failures(decisions.subList(0, errors.bad));
      long wrong = failures(decisions.subList(errors.bad, SLICES));
      fired += right + wrong > 0 ? 1 : 0;
      unadjusted += decisions.stream().anyMatch(each -> each.p() <= LEVEL) ? 1 : 0;
      falseShares += right + wrong == 0 ? 0 : (double) wrong / (right + wrong);
      found += right;
    }
    double n = REPLICATIONS;
    return new Rates(fired / n, unadjusted / n, falseShares / n, found / n);
  }

  private static long failures(List<Decision> decisions) {
    return decisions.stream().filter(each -> each.verdict() == Verdict.FAIL).count();
  }

  private static double fourDeviations(double rate) {
    return 4 * Math.sqrt(rate * (1 - rate) / REPLICATIONS);
  }

  private static Requirement max(double limit) {
    return new Requirement(Side.AT_MOST, Kind.LIMIT, limit);
  }

  /**
   * A hundred slices exactly on their limit: without control the gate would fire on most nights.
   */
  @Test
  void aGateOverSlicesThatAreFineFiresAsRarelyAsPromised() {
    Rates rates =
        simulate("mean_error", max(0), 12, new Errors(SplittableRandom::nextGaussian, 0, 0));
    double chance = 1 - StrictMath.pow(1 - LEVEL, SLICES);
    assertThat(rates.anyUnadjusted()).isBetween(chance - fourDeviations(chance), 1.0);
    assertThat(rates.fired())
        .isBetween(Math.max(0.001, LEVEL - fourDeviations(LEVEL)), LEVEL + fourDeviations(LEVEL));
  }

  /** Skewed losses: the t-test of a mean with a long tail upward fires even more rarely. */
  @Test
  void skewedLossesDoNotFireMoreOften() {
    ToDoubleFunction<SplittableRandom> exponential =
        random -> -StrictMath.log(1 - random.nextDouble());
    Rates rates = simulate("mae", max(1), 30, new Errors(exponential, 0, 0));
    assertThat(rates.fired()).isBetween(0.0, LEVEL + fourDeviations(LEVEL));
    assertThat(rates.anyUnadjusted()).isBetween(0.1, 1.0);
  }

  /** Of what is reported, at most the promised share is chance; what is bad is found. */
  @Test
  void amongFailuresFewAreFalse() {
    Rates rates =
        simulate("mean_error", max(0), 30, new Errors(SplittableRandom::nextGaussian, 1, 20));
    double expected = LEVEL * (SLICES - 20) / SLICES;
    // The share of false ones is at most 1, so its deviation is at most that of a rate.
    assertThat(rates.falseShare()).isBetween(0.001, expected + fourDeviations(expected));
    assertThat(rates.found()).isBetween(18.0, 20.0);
    assertThat(rates.fired()).isEqualTo(1);
  }

  /** Wilson's interval of a share: its tails are near enough at two hundred rows. */
  @Test
  void sharesFireAsRarely() {
    ToDoubleFunction<SplittableRandom> wrong = random -> random.nextDouble() < 0.2 ? 1 : 0;
    Requirement min = new Requirement(Side.AT_LEAST, Kind.LIMIT, 0.8);
    Rates rates = simulate("accuracy", min, 200, new Errors(wrong, 0, 0));
    assertThat(rates.fired()).isBetween(0.0, LEVEL + fourDeviations(LEVEL));
    assertThat(rates.anyUnadjusted()).isBetween(0.5, 1.0);
  }
}
