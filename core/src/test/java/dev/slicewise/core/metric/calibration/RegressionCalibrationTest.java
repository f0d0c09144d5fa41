package dev.slicewise.core.metric.calibration;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import dev.slicewise.core.metric.GoldenCase;
import dev.slicewise.core.metric.MetricValue.Exactness;
import dev.slicewise.core.metric.MetricValue.Scalar;
import dev.slicewise.core.term.Role;
import java.util.List;
import org.junit.jupiter.api.Test;

/** Golden cases metric_regression_calibration and metric_pit, and their edges. */
class RegressionCalibrationTest {
  /** The rows of golden case metric_regression_calibration. */
  private static final Rows GOLDEN =
      Rows.of(new double[] {1, 2, 3, 4, 5, 6}, new double[] {1.5, 1, 3.5, 3, 7, 5});

  /** The rows of golden case metric_pit. */
  private static final Rows GOLDEN_PIT =
      Rows.of(new double[] {0, 1, -1, 2}, new double[4]).with(Role.STDDEV, 1, 1, 1, 1);

  private static void assertClose(List<Double> actual, double... expected) {
    assertThat(actual).hasSameSizeAs(expected);
    for (int i = 0; i < expected.length; i++) {
      assertThat(actual.get(i)).isCloseTo(expected[i], within(1e-12));
    }
  }

  @Test
  void goldenByBin() {
    String curve = "calibration_by_bin(bins=3)";
    assertClose(
        GOLDEN.curve(curve, "ratio"), 0.8333333333333334, 0.9285714285714286, 1.0909090909090908);
    assertClose(GOLDEN.curve(curve, "n"), 2, 2, 2);
    assertClose(GOLDEN.curve(curve, "mean_prediction"), 1.25, 3.25, 6);
    assertClose(GOLDEN.curve(curve, "mean_error"), -0.25, -0.25, 0.5);
    Scalar worst = GOLDEN.scalar("max_log_calibration_ratio(bins=3)");
    // −ln(5/6)
    assertThat(worst.value()).isCloseTo(0.1823215567939546, within(1e-12));
    assertThat(worst.details().get("ratio")).isCloseTo(0.8333333333333334, within(1e-12));
  }

  /** Expected: scipy 1.17.1 linregress. */
  @Test
  void linearFit() {
    assertThat(GOLDEN.number("linear_calibration_slope")).isCloseTo(0.7, within(1e-15));
    assertThat(GOLDEN.number("linear_calibration_intercept")).isCloseTo(1.05, within(1e-15));
    // The same six points a long way from 0: differences of sums of 1e18 lose nothing.
    Rows far =
        Rows.of(
            new double[] {0x1p30 + 1, 0x1p30 + 2, 0x1p30 + 3, 0x1p30 + 4, 0x1p30 + 5, 0x1p30 + 6},
            new double[] {
              0x1p30 + 1.5, 0x1p30 + 1, 0x1p30 + 3.5, 0x1p30 + 3, 0x1p30 + 7, 0x1p30 + 5
            });
    assertThat(far.number("linear_calibration_slope"))
        .isEqualTo(GOLDEN.number("linear_calibration_slope"));
    Rows equal = Rows.of(new double[] {1, 2}, new double[] {.1, .1});
    assertThat(equal.reason("linear_calibration_slope")).isEqualTo("all predictions are equal");
    assertThat(equal.reason("linear_calibration_intercept")).isEqualTo("all predictions are equal");
    Rows constant = Rows.of(new double[] {3, 3}, new double[] {.1, .7});
    assertThat(constant.number("linear_calibration_slope")).isEqualTo(0.0);
    assertThat(constant.number("linear_calibration_intercept")).isEqualTo(3.0);
    Rows huge = Rows.of(new double[] {1, 2}, new double[] {1e200, 2e200});
    assertThat(huge.reason("linear_calibration_slope")).isEqualTo("sums overflowed");
  }

  @Test
  void ratiosThatAreNotPositive() {
    Rows rows = Rows.of(new double[] {-1, 1, 3}, new double[] {1, 1, 2});
    assertThat(rows.curve("calibration_by_bin(bins=2)", "ratio")).containsExactly(null, 2.0 / 3);
    assertThat(rows.reason("max_log_calibration_ratio(bins=2)"))
        .isEqualTo("the ratio of a bin is not positive: total prediction 2.0, total label 0.0");
    Rows overflow =
        Rows.of(new double[] {1e300, 1}, new double[] {1, 2}).with(Role.WEIGHT, 1e300, 1);
    assertThat(overflow.reason("calibration_by_bin")).isEqualTo("sums overflowed");
  }

  /** Light and heavy rows: the quantile cuts follow weight, the means are weighted. */
  @Test
  void weightedBins() {
    Rows rows =
        Rows.of(new double[] {1, 2, 3, 4}, new double[] {1, 2, 3, 4}).with(Role.WEIGHT, 1, 1, 2, 4);
    assertClose(rows.curve("calibration_by_bin(bins=2)", "n"), 4, 4);
    assertClose(rows.curve("calibration_by_bin(bins=2)", "mean_prediction"), 2.25, 4);
  }

  /** 3,000 distinct predictions in 1,024 bins: the cuts move, the sums stay exact. */
  @Test
  void morePredictionsThanBins() {
    double[] labels = new double[3000];
    double[] predictions = new double[3000];
    for (int i = 0; i < labels.length; i++) {
      labels[i] = 2 + i;
      predictions[i] = 1 + i;
    }
    Rows rows = Rows.of(labels, predictions);
    assertThat(rows.curve("calibration_by_bin", "n").stream().mapToDouble(n -> n).sum())
        .isEqualTo(3000.0);
    assertClose(
        rows.curve("calibration_by_bin", "mean_error"), -1, -1, -1, -1, -1, -1, -1, -1, -1, -1);
    assertThat(rows.scalar("max_log_calibration_ratio").exactness()).isEqualTo(Exactness.ESTIMATED);
  }

  @Test
  void goldenPit() {
    assertThat(GOLDEN_PIT.curve("pit_histogram(n_bins=4)", "n"))
        .containsExactly(1.0, 0.0, 1.0, 2.0);
    assertThat(GOLDEN_PIT.number("pit_ks")).isCloseTo(0.3413447460685429, within(3e-10));
    // scipy 1.17.1 chisquare
    Scalar chi = GOLDEN_PIT.scalar("pit_chi_square(n_bins=4)");
    assertThat(chi.value()).isEqualTo(2.0);
    assertThat(chi.details().get("p_value")).isCloseTo(0.5724067044708798, within(1e-12));
  }

  /** Expected: scipy 1.17.1 norm.cdf, kstest and chisquare, NumPy 2.4.6 histogram. */
  @Test
  void pitOfVaryingForecasts() {
    Rows rows =
        Rows.of(
                new double[] {1.3, -.4, 2.2, .1, -1.9, .6, .65, 3},
                new double[] {1, 0, 2, 0, -1, .5, .5, 1})
            .with(Role.STDDEV, .5, .2, 1, .1, .4, 1, 2, 1.5);
    assertThat(rows.curve("pit_histogram(n_bins=4)", "n")).containsExactly(2.0, 0.0, 4.0, 2.0);
    assertThat(rows.scalar("pit_ks").exactness()).isEqualTo(Exactness.EXACT);
    assertThat(rows.number("pit_ks")).isCloseTo(0.2798926440528948, within(1e-14));
    Scalar chi = rows.scalar("pit_chi_square(n_bins=4)");
    assertThat(chi.value()).isEqualTo(4.0);
    assertThat(chi.details().get("p_value")).isCloseTo(0.26146412994911117, within(1e-12));
    double[] two = {2, 2, 2, 2, 2, 2, 2, 2};
    assertThat(rows.with(Role.WEIGHT, two).number("pit_chi_square(n_bins=4)")).isEqualTo(4.0);
  }

  /** A stated distance must hold the distance of the rows themselves. */
  @Test
  void pitDistanceOfManyRowsIsWithinItsBound() {
    int n = 20_000;
    double[] labels = new double[n];
    double[] ones = new double[n];
    for (int i = 0; i < n; i++) {
      labels[i] = 6.0 * i / n - 3.2;
      ones[i] = 1;
    }
    Rows rows = Rows.of(labels, new double[n]).with(Role.STDDEV, ones);
    double truth = 0;
    for (int i = 0; i < n; i++) {
      double u = dev.slicewise.core.numeric.Normal.cdf(labels[i]);
      truth = Math.max(truth, Math.max((i + 1.0) / n - u, u - (double) i / n));
    }
    Scalar distance = rows.scalar("pit_ks");
    assertThat(distance.exactness()).isEqualTo(Exactness.BOUNDED);
    assertThat(distance.errorBound()).isBetween(0.0, 0.01);
    assertThat(truth)
        .isBetween(distance.value() - 1e-15, distance.value() + distance.errorBound() + 1e-15);
  }

  @Test
  void pitEdges() {
    Rows rows =
        Rows.of(new double[] {1e308, -1e308, 5}, new double[] {-1e308, 1e308, 5})
            .with(Role.STDDEV, 1e-300, 1e-300, 0);
    // The third row has no spread and is skipped; overflow goes to the ends.
    assertThat(rows.curve("pit_histogram(n_bins=2)", "n")).containsExactly(1.0, 1.0);
    assertThat(rows.number("pit_ks")).isEqualTo(0.5);
    assertThat(rows.result("pit_ks").counters()).containsEntry("n_domain", 1L);
    assertThat(rows.with(Role.STDDEV, 0, 0, -1).reason("pit_ks")).startsWith("no usable rows");
    assertThat(rows.with(Role.WEIGHT, 1e-30, 1e-30, 1).reason("pit_chi_square"))
        .startsWith("all weights are below 2^-61");
  }

  @Test
  void quantileCoverage() {
    Rows rows =
        Rows.of(new double[] {1, 2, 3, 4}, new double[] {1, 1.5, 3.5, 4.5})
            .with(Role.LOWER, 0, 1, 2, 4)
            .with(Role.UPPER, 2, 3, 4, 5);
    Scalar median = rows.scalar("quantile_calibration_error");
    assertThat(median.value()).isEqualTo(0.25);
    assertThat(median.details()).containsExactly(java.util.Map.entry("coverage", 0.75));
    Scalar three =
        rows.scalar("quantile_calibration_error(tau=0.5,lower_tau=0.125,upper_tau=0.875)");
    assertThat(three.value()).isEqualTo((0.25 + 0.125 + 0.125) / 3);
    assertThat(three.details())
        .containsEntry("coverage_lower", 0.25)
        .containsEntry("coverage_upper", 1.0);
    // A row without a lower quantile still counts for the others when no lower level is named.
    Rows gap = rows.with(Role.LOWER, Double.NaN, 1, 2, 4);
    assertThat(gap.result("quantile_calibration_error").rows()).isEqualTo(4);
    assertThat(gap.result("quantile_calibration_error(lower_tau=0.1)").rows()).isEqualTo(3);
  }

  @Test
  void aForecastMayBeGivenByItsDistributionFunctionAtTheLabel() {
    // The PIT values of the golden case, as if another library had worked them out.
    double[] pit = GoldenCase.of("metric_pit").expectedColumn("pit");
    Rows given = GOLDEN_PIT.with(new Role("cdf"), pit);
    assertThat(given.curve("pit_histogram(n_bins=4,input=cdf)", "n"))
        .containsExactlyElementsOf(GOLDEN_PIT.curve("pit_histogram(n_bins=4)", "n"));
    assertThat(given.number("pit_ks(input=cdf)")).isCloseTo(0.3413447460685429, within(3e-10));
    assertThat(given.number("pit_chi_square(n_bins=4,input=cdf)"))
        .isEqualTo(GOLDEN_PIT.number("pit_chi_square(n_bins=4)"));
  }
}
