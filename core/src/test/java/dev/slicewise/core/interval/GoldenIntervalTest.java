package dev.slicewise.core.interval;

import static org.assertj.core.api.Assertions.assertThat;

import dev.slicewise.core.laws.Kernel;
import dev.slicewise.core.laws.Kernels;
import dev.slicewise.core.laws.Rows;
import dev.slicewise.core.metric.GoldenCase;
import dev.slicewise.core.numeric.Dyadic;
import dev.slicewise.core.plan.EvaluationPlan;
import dev.slicewise.core.plan.Suite;
import dev.slicewise.core.statistic.ScoreHistogram;
import dev.slicewise.core.statistic.StateView;
import dev.slicewise.core.statistic.Statistic;
import dev.slicewise.core.term.Column;
import dev.slicewise.core.term.Domain;
import dev.slicewise.core.term.Role;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** The golden cases of intervals, from the sums, bins and groups that they start from. */
class GoldenIntervalTest {
  private static final double CONFIDENCE = 0.95;

  private static double sum(double[] values) {
    return Arrays.stream(values).sum();
  }

  @Test
  void jackknife() {
    GoldenCase golden = GoldenCase.of("ci_group_jackknife");
    double[] above = golden.input("group_numerator");
    double[] below = golden.input("group_denominator");
    double[] without = new double[above.length];
    Arrays.setAll(without, g -> (sum(above) - above[g]) / (sum(below) - below[g]));
    double estimate = sum(above) / sum(below);
    golden.check(estimate, golden.expected("estimate"));
    Interval interval = GroupJackknife.of(estimate, without, CONFIDENCE);
    golden.check(interval.standardError(), golden.expected("standard_error"));
    golden.check(interval.low(), golden.expected("lower"));
    golden.check(interval.high(), golden.expected("upper"));
    assertThat(GroupJackknife.interval(estimate, without, CONFIDENCE))
        .as("eight groups say too little")
        .isEmpty();
  }

  @Test
  void ratioByTheDeltaMethod() {
    GoldenCase golden = GoldenCase.of("ci_ratio_delta");
    double[] x = golden.input("x");
    double[] y = golden.input("y");
    golden.check(
        RatioInterval.variance(
            x.length, dot(x, null), dot(y, null), dot(x, x), dot(x, y), dot(y, y)),
        golden.expected("variance"));
    golden.check(dot(x, null).over(dot(y, null)), golden.expected("ratio"));
  }

  private static Dyadic dot(double[] a, double[] b) {
    Dyadic sum = Dyadic.ZERO;
    for (int i = 0; i < a.length; i++) {
      sum = sum.plus(Dyadic.of(a[i]).times(b == null ? Dyadic.ONE : Dyadic.of(b[i])));
    }
    return sum;
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "ci_quantile_ranks_1000_0.99",
        "ci_quantile_ranks_200_0.5",
        "ci_quantile_ranks_50_0.95"
      })
  void ranksAroundAQuantile(String id) {
    GoldenCase golden = GoldenCase.of(id);
    long n = (long) GoldenCase.number(golden.inputs().get("n"));
    double q = GoldenCase.number(golden.inputs().get("q"));
    QuantileInterval.Ranks ranks = QuantileInterval.ranks(n, q, CONFIDENCE);
    assertThat(asDouble(ranks.lower())).isEqualTo(golden.expected("lower_rank"));
    assertThat(asDouble(ranks.upper())).isEqualTo(golden.expected("upper_rank"));
    golden.check(ranks.coverage(), golden.expected("coverage"));
  }

  private static Double asDouble(Long rank) {
    return rank == null ? null : (Double) rank.doubleValue();
  }

  @Test
  void areaUnderTheCurve() {
    GoldenCase golden = GoldenCase.of("ci_auc");
    Rows rows =
        Rows.of(
            List.of(Role.LABEL, Role.PREDICTION),
            golden.input("label"),
            golden.input("prediction"));
    StateView states = states(rows, false, List.of(ScoreHistogram.OF_SCORES));
    DeLongInterval.Area area =
        DeLongInterval.Area.of(states.state(ScoreHistogram.OF_SCORES).bins());
    golden.check(area.auc(), golden.expected("roc_auc"));
    golden.check(area.delong(), golden.expected("delong_variance"));
    golden.check(area.hanleyMcNeil(), golden.expected("hanley_mcneil_variance"));
  }

  private static StateView states(Rows rows, boolean weighted, List<Statistic<?>> statistics) {
    Suite suite = Kernels.remembering(statistics);
    EvaluationPlan plan = EvaluationPlan.of(weighted ? suite.withWeights() : suite);
    return new Kernel("interval", plan).state(rows).view();
  }

  private static final MeanInterval MEAN =
      MeanInterval.of(new Column(Domain.of(Role.VALUE), Role.VALUE));

  @Test
  void meanOfOneRowHasNone() {
    GoldenCase golden = GoldenCase.of("finish_single_row_ci");
    Rows rows = Rows.of(List.of(Role.VALUE), golden.input("values"));
    assertThat(golden.expected("standard_error")).isNull();
    assertThat(MEAN.interval(states(rows, false, MEAN.needs()), CONFIDENCE)).isEmpty();
  }

  @Test
  void weightedMean() {
    GoldenCase golden = GoldenCase.of("finish_weighted_mean_ci");
    Rows rows =
        Rows.of(List.of(Role.VALUE, Role.WEIGHT), golden.input("values"), golden.input("weight"));
    StateView states = states(rows, true, MEAN.needs());
    Optional<Interval> interval = MEAN.interval(states, CONFIDENCE);
    golden.check(interval.orElseThrow().standardError(), golden.expected("standard_error"));
    double middle = (interval.get().low() + interval.get().high()) / 2;
    golden.check(middle, golden.expected("mean"));
    golden.check(
        states.rows(Domain.of(Role.VALUE)).effectiveRows(), golden.expected("n_effective"));
  }
}
