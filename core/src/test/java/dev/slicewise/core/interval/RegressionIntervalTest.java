package dev.slicewise.core.interval;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import dev.slicewise.core.metric.Rows;
import dev.slicewise.core.term.Role;
import java.util.Arrays;
import java.util.Random;
import org.assertj.core.data.Offset;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class RegressionIntervalTest {
  /** Commons Statistics solves for the quantile of t to 1e-9, which a few units multiply. */
  private static final Offset<Double> SOLVED = within(5e-9);

  private static Rows rows() {
    return Rows.of(
            new double[] {12.5, 3, 7.25, 0.5, 20, 9, 4.5, 15.75},
            new double[] {11, 3.5, 9, 0.75, 16.5, 9, 6, 15})
        .with(Role.BASELINE, new double[] {10, 4, 8, 1.5, 14, 10.5, 4, 11});
  }

  private static Rows weighted() {
    return rows().with(Role.WEIGHT, new double[] {1, 2.5, 0.5, 3, 1.25, 2, 0.75, 1.5});
  }

  // scipy 1.10.1: binom.ppf up to a million rows, norm.ppf above; D.6.3.
  @ParameterizedTest
  @CsvSource({"1000000, 0.999, 998938, 999062", "2000000, 0.99, 1979724, 1980277"})
  void ranksOfManyRows(long n, double q, long lower, long upper) {
    QuantileInterval.Ranks ranks = QuantileInterval.ranks(n, q, 0.95);
    assertThat(ranks.lower()).isEqualTo(lower);
    assertThat(ranks.upper()).isEqualTo(upper);
  }

  // The formulas of D.6 in numpy 1.24.2 with scipy 1.10.1 stats.t.ppf.
  @ParameterizedTest
  @CsvSource({
    "wape, 0.05293364279666597, 0.21603187444471333, 0.02418199140585925, 0.20709264722751788",
    "calibration_ratio, 0.8303632724730041, 1.1213608654580303, 0.8416493625929165, 1.0952757359",
    "skill_score, 0.43873271961919724, 0.9691384789496758, 0.5123452925503182, 1.018066741458838",
    "rmse, 0, 2.44864176598562, 0, 2.2526983855914695"
  })
  void ratiosAndRoots(
      String metric, double low, double high, double weightedLow, double weightedHigh) {
    Interval plain = rows().interval(metric);
    assertThat(plain.low()).isCloseTo(low, SOLVED);
    assertThat(plain.high()).isCloseTo(high, SOLVED);
    Interval weighted = weighted().interval(metric);
    assertThat(weighted.low()).isCloseTo(weightedLow, SOLVED);
    assertThat(weighted.high()).isCloseTo(weightedHigh, SOLVED);
  }

  @Test
  void theErrorOfARootIsThatOfTheRoot() {
    // se(mse)/(2·rmse), numpy 1.24.2.
    assertThat(rows().interval("rmse").standardError())
        .isCloseTo(0.44837526039782216, within(1e-12));
  }

  @Test
  void ratesHaveWilsonsInterval() {
    // 4 of 8: the closed form of golden case ci_wilson.
    Interval interval = rows().interval("over_rate");
    assertThat(interval.method()).isEqualTo("wilson");
    assertThat(interval.low() + interval.high()).isCloseTo(1, within(1e-15));
  }

  @Test
  void quantilesLieBetweenOrderStatistics() {
    double[] errors = new Random(3).doubles(200, 0, 100).toArray();
    double[] sorted = errors.clone();
    Arrays.sort(sorted);
    Rows rows = Rows.of(new double[200], errors);
    // Ranks 86 and 115 by golden case ci_quantile_ranks_200_0.5.
    Interval median = rows.interval("p50_abs");
    assertThat(median.low()).isEqualTo(sorted[85]);
    assertThat(median.high()).isEqualTo(sorted[114]);
    assertThat(rows.weighing(2.5).interval("p50_abs")).isEqualTo(median);
    assertThat(rows.interval("median_absolute_error")).isEqualTo(median);
    Interval extreme = rows.interval("p999_abs");
    assertThat(extreme.low()).isEqualTo(sorted[198]);
    assertThat(extreme.high()).isNull();
  }

  @Test
  void quantilesOfUnequalWeightsHaveNoClosedForm() {
    assertThat(weighted().interval("p50_abs")).isNull();
  }

  @Test
  void lossyEdgesAreRoundedOutward() {
    double[] errors = new Random(4).doubles(20_000, 1, 1000).toArray();
    double[] sorted = errors.clone();
    Arrays.sort(sorted);
    Interval median = Rows.of(new double[errors.length], errors).interval("p50_abs");
    // scipy 1.10.1 binom.ppf(.025, 20000, .5) and binom.ppf(.975, 20000, .5) + 1.
    assertThat(median.low()).isBetween(sorted[9860] * 0.99, sorted[9860]);
    assertThat(median.high()).isBetween(sorted[10139], sorted[10139] * 1.01);
  }

  @Test
  void oneRowAndNoDenominatorHaveNoInterval() {
    assertThat(Rows.of(new double[] {2}, new double[] {3}).interval("wape")).isNull();
    assertThat(Rows.of(new double[] {2}, new double[] {3}).interval("rmse")).isNull();
    assertThat(Rows.of(new double[2], new double[] {3, 4}).interval("wape")).isNull();
  }
}
