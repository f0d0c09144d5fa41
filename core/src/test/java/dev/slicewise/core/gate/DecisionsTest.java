package dev.slicewise.core.gate;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.within;

import dev.slicewise.core.gate.Requirement.Kind;
import dev.slicewise.core.gate.Requirement.Side;
import dev.slicewise.core.interval.Estimate;
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
import org.junit.jupiter.api.Test;

/** Verdicts from intervals. */
class DecisionsTest {
  private static final List<Role> ROLES = List.of(Role.LABEL, Role.PREDICTION);

  private static NamedMetric metric(String text) {
    return MetricCatalog.standard().parse(text);
  }

  /** A metric of rows whose errors are given. */
  private static MetricEstimate of(Finish finish, String metric, double... errors) {
    Kernel kernel = new Kernel("gate", EvaluationPlan.of(Suite.of(metric)));
    Rows rows = Rows.of(ROLES, new double[errors.length], errors);
    return MetricEstimate.of(finish, kernel.state(rows), metric(metric));
  }

  private static MetricEstimate mae(double... errors) {
    return of(Finish.DEFAULT, "mae", errors);
  }

  private static Decision one(Requirement requirement, MetricEstimate current) {
    return decide(requirement, List.of(current)).get(0);
  }

  private static List<Decision> decide(Requirement requirement, List<MetricEstimate> slices) {
    return Decisions.of(
        slices.stream().map(slice -> Evidence.of(requirement, slice, null, 0.95)).toList(), 0.95);
  }

  private static Requirement max(double limit) {
    return new Requirement(Side.AT_MOST, Kind.LIMIT, limit);
  }

  private static Requirement min(double limit) {
    return new Requirement(Side.AT_LEAST, Kind.LIMIT, limit);
  }

  /** P(t₄ > 1.8/√0.5) and P(t₄ > 3/√0.5) by scipy 1.17.1: stats.t.sf(…, 4). */
  @Test
  void theIntervalDecides() {
    MetricEstimate three = mae(1, -2, 3, 4, -5);
    assertThat(one(max(5), three).verdict()).isEqualTo(Verdict.PASS);
    assertThat(one(max(1), three).verdict()).isEqualTo(Verdict.FAIL);
    assertThat(one(min(1), three).verdict()).isEqualTo(Verdict.PASS);
    assertThat(one(min(5), three).verdict()).isEqualTo(Verdict.FAIL);
    Decision unsure = one(max(1.2), three);
    assertThat(unsure.verdict()).isEqualTo(Verdict.INCONCLUSIVE);
    assertThat(unsure.reason()).isNull();
    assertThat(one(max(3), three).p()).isEqualTo(1);
    assertThat(unsure.p()).isCloseTo(0.03180133757553538, within(1e-8));
    assertThat(one(max(0), three).p()).isCloseTo(0.006617799781841345, within(1e-8));
  }

  /** The reach is t₄ · √0.5 = 1.963243; d = 1.8 and 1 from the limits. */
  @Test
  void anOpenQuestionSaysHowManyRowsItNeeds() {
    MetricEstimate three = mae(1, -2, 3, 4, -5);
    double reach = 2.7764451051977987 * Math.sqrt(0.5);
    assertThat(one(max(1.2), three).rowsNeeded())
        .isEqualTo((long) Math.ceil(5 * reach * reach / (1.8 * 1.8)));
    assertThat(one(max(4), three).rowsNeeded()).isEqualTo((long) Math.ceil(5 * reach * reach));
    assertThat(one(max(3), three).rowsNeeded()).as("on its limit").isNull();
    assertThat(one(max(1), three).rowsNeeded()).as("decided").isNull();
  }

  @Test
  void aReferenceBringsItsOwnDoubt() {
    MetricEstimate current = mae(5, 6, 7, 5, 6, 7, 5, 6, 7);
    MetricEstimate reference = mae(1, 2, 3, 1, 2, 3, 1, 2, 3);
    Requirement change = new Requirement(Side.AT_MOST, Kind.CHANGE, 1);
    Requirement share = new Requirement(Side.AT_MOST, Kind.SHARE, 0.5);
    Requirement much = new Requirement(Side.AT_MOST, Kind.CHANGE, 9);
    assertThat(against(change, current, reference).verdict()).isEqualTo(Verdict.FAIL);
    assertThat(against(share, current, reference).verdict()).isEqualTo(Verdict.FAIL);
    assertThat(against(much, current, reference).verdict()).isEqualTo(Verdict.PASS);
    Requirement least = new Requirement(Side.AT_LEAST, Kind.CHANGE, 1);
    assertThat(against(least, reference, current).verdict()).isEqualTo(Verdict.FAIL);
    assertThat(change.limit(2.0)).isEqualTo(3);
    assertThat(share.limit(-2.0)).isEqualTo(-1);
    assertThat(new Requirement(Side.AT_LEAST, Kind.SHARE, 0.5).limit(-2.0)).isEqualTo(-3);

    // The tolerance is 4 more; the difference is 4 exactly, so nothing will ever decide.
    Requirement exact = new Requirement(Side.AT_MOST, Kind.CHANGE, 4);
    assertThat(against(exact, current, reference).rowsNeeded()).isNull();
    // Half-widths r of both sides; current rows alone shrink one of them.
    double r = Math.sqrt(0.75 / 9) * 2.3060041350333704;
    Requirement near = new Requirement(Side.AT_MOST, Kind.CHANGE, 4.7);
    assertThat(0.7 * 0.7).isBetween(r * r, 2 * r * r);
    assertThat(against(near, current, reference).rowsNeeded())
        .isEqualTo((long) Math.ceil(9 * r * r / (0.7 * 0.7 - r * r)));
    Requirement nearer = new Requirement(Side.AT_MOST, Kind.CHANGE, 4.3);
    assertThat(against(nearer, current, reference))
        .isEqualTo(new Decision(Verdict.INCONCLUSIVE, 1.0, 1.0, null, null));
  }

  private static Decision against(
      Requirement requirement, MetricEstimate current, MetricEstimate reference) {
    return Decisions.of(List.of(Evidence.of(requirement, current, reference, 0.95)), 0.95).get(0);
  }

  @Test
  void whatIsNotKnownIsInconclusiveWithItsReason() {
    Requirement change = new Requirement(Side.AT_MOST, Kind.CHANGE, 1);
    Requirement share = new Requirement(Side.AT_MOST, Kind.SHARE, 1);
    MetricEstimate none = mae();
    MetricEstimate three = mae(1, 2, 3, 4, 5);
    assertThat(one(max(1), none))
        .isEqualTo(new Decision(Verdict.INCONCLUSIVE, null, null, null, "no rows"));
    assertThat(against(change, three, null).reason()).isEqualTo("the reference has no such slice");
    assertThat(against(change, three, none).reason()).contains("undefined: no rows");
    assertThat(against(share, three, mae(0, 0, 0)).reason()).contains("is 0");
    Decision single = one(max(1), mae(9));
    assertThat(single.verdict()).isEqualTo(Verdict.INCONCLUSIVE);
    assertThat(single.reason()).contains("too few rows");
  }

  @Test
  void withoutIntervalsTheValueDecides() {
    MetricEstimate largest = of(Finish.DEFAULT, "max_error", 1, 2, 9);
    assertThat(one(max(8), largest).verdict()).isEqualTo(Verdict.FAIL);
    assertThat(one(max(9), largest).verdict()).isEqualTo(Verdict.PASS);
    assertThat(one(max(9), largest).reason()).contains("by the value alone");
    MetricEstimate noIntervals = of(new Finish(0, Finish.InvalidRows.SKIP), "mae", 1, 2, 9);
    assertThat(one(max(3.9), noIntervals).verdict()).isEqualTo(Verdict.FAIL);
    Estimate rough = new Estimate(5, 0.5, confidence -> java.util.Optional.empty());
    MetricEstimate bounded = new MetricEstimate(largest.result(), rough, false, 3);
    assertThat(one(max(5.4), bounded).verdict()).isEqualTo(Verdict.INCONCLUSIVE);
    assertThat(one(max(5.6), bounded).verdict()).isEqualTo(Verdict.PASS);
    assertThat(one(max(4.4), bounded).verdict()).isEqualTo(Verdict.FAIL);
  }

  /** Alone it fails; among a hundred slices that are fine, it might be chance. */
  @Test
  void aDoubtfulSliceAmongManyIsNoAlarm() {
    MetricEstimate doubtful = mae(1, -2, 3, 4, -5, 1, -2, 3, 4, -5);
    Requirement limit = max(1.8);
    assertThat(one(limit, doubtful).verdict()).isEqualTo(Verdict.FAIL);
    List<MetricEstimate> slices = new ArrayList<>(List.of(doubtful));
    for (int i = 0; i < 99; i++) {
      slices.add(mae(0.5, 0.6, 0.7, 0.6));
    }
    List<Decision> decisions = decide(limit, slices);
    assertThat(decisions.get(0).verdict()).isEqualTo(Verdict.INCONCLUSIVE);
    assertThat(decisions.get(0).reason()).contains("among 100 slices");
    assertThat(decisions.get(0).adjusted()).isEqualTo(Math.min(1, 100 * decisions.get(0).p()));
    assertThat(decisions.get(0).rowsNeeded()).isGreaterThan(10);
    assertThat(decisions.subList(1, 100)).allMatch(each -> each.verdict() == Verdict.PASS);
    assertThat(Decisions.overall(decisions)).isEqualTo(Verdict.INCONCLUSIVE);
  }

  @Test
  void anyFailureIsOne() {
    List<Decision> decisions = decide(max(3.5), List.of(mae(1, 1.1, 1), mae(9, 9.1, 9), mae(1, 9)));
    assertThat(decisions.stream().map(Decision::verdict))
        .containsExactly(Verdict.PASS, Verdict.FAIL, Verdict.INCONCLUSIVE);
    assertThat(Decisions.overall(decisions)).isEqualTo(Verdict.FAIL);
    assertThat(Decisions.overall(decisions.subList(0, 1))).isEqualTo(Verdict.PASS);
    assertThat(Decisions.overall(List.of())).isEqualTo(Verdict.PASS);
  }

  @Test
  void requirementsReadAsPeopleWriteThem() {
    assertThat(max(30).text()).isEqualTo("≤ 30");
    assertThat(new Requirement(Side.AT_LEAST, Kind.CHANGE, 0.01).text())
        .isEqualTo("≥ reference - 0.01");
    assertThat(new Requirement(Side.AT_MOST, Kind.SHARE, 0.07).text())
        .isEqualTo("≤ reference + 7%");
    assertThatThrownBy(() -> max(Double.NaN)).hasMessageContaining("finite");
    assertThatThrownBy(() -> new Requirement(Side.AT_MOST, Kind.CHANGE, -1))
        .hasMessageContaining("at least 0");
  }

  /** A part of a state asks exactly what the whole would. */
  @Test
  void aMetricIsAskedOfItsPartOfTheState() {
    Suite suite = Suite.of("mae, roc_auc, quantile_abs_error(q=0.9)").withJackknife();
    Kernel kernel = new Kernel("part", EvaluationPlan.of(suite));
    double[] labels = new double[200];
    double[] scores = new double[200];
    long[] keys = new long[200];
    for (int i = 0; i < 200; i++) {
      labels[i] = i % 3 == 0 ? 1 : 0;
      scores[i] = (i * 37 % 101) / 101.0;
      keys[i] = i;
    }
    SliceState state = kernel.state(Rows.of(ROLES, labels, scores).withKeys(keys));
    suite
        .metrics()
        .forEach(
            metric ->
                assertThat(MetricEstimate.of(Finish.DEFAULT, state, metric).result())
                    .isEqualTo(Finish.DEFAULT.results(state, List.of(metric)).get(0)));
  }
}
