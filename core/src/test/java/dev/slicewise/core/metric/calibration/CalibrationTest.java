package dev.slicewise.core.metric.calibration;

import static dev.slicewise.core.metric.calibration.Golden.assertClose;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import dev.slicewise.core.interval.Interval;
import dev.slicewise.core.metric.MetricValue.Exactness;
import dev.slicewise.core.metric.MetricValue.Scalar;
import dev.slicewise.core.statistic.CalibrationTable;
import dev.slicewise.core.term.Role;
import java.util.Arrays;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/**
 * Golden cases metric_calibration, metric_calibration_edges, metric_hosmer_lemeshow and ci_wilson,
 * and what they leave open: weights, ties, more distinct probabilities than bins, edges.
 */
class CalibrationTest {
  private static final double[] WEIGHTS = {
    1, 2, .5, 1, 3, 1, .25, 2, 1, 1, 4, 1, .5, 1, 2, 1, 1, .75, 1, 3
  };

  /** Expected: golden.json, metric_calibration. */
  @ParameterizedTest
  @CsvSource({
    "expected_calibration_error(n_bins=5), 0.2495",
    "maximum_calibration_error(n_bins=5), 0.4525",
    "rms_calibration_error(n_bins=5), 0.2804405759990281",
    "signed_calibration_error, -0.0875",
    "calibration_in_the_large, -0.08750000000000002",
    "adaptive_calibration_error(bins=5), 0.20750000000000002",
    "murphy_reliability(n_bins=5), 0.07864691666666666",
    "murphy_resolution(n_bins=5), 0.06166666666666667",
    "murphy_uncertainty, 0.2475",
    "within_bin_variance(n_bins=5), 0.0028780833333333492",
    "within_bin_covariance(n_bins=5), 0.009983333333333361",
    "spiegelhalter_z, 2.37801570860054",
    "calibration_intercept, 0.3203205421903825",
    "calibration_slope, 0.42174293179956945",
    "calibration_intercept_offset, 0.5402729560450037",
    // brier_score − murphy_reliability of the same case
    "refinement(n_bins=5), 0.17872808333333334",
  })
  void goldenValues(String text, double expected) {
    Scalar value = Rows.GOLDEN.scalar(text);
    assertClose(value.value(), expected);
    assertThat(value.exactness()).isEqualTo(Exactness.EXACT);
  }

  @Test
  void goldenCurve() {
    String curve = "reliability_curve(n_bins=5)";
    assertClose(Rows.GOLDEN.curve(curve, "n"), 5, 4, 4, 3, 4);
    assertClose(
        Rows.GOLDEN.curve(curve, "mean_prediction"),
        0.096,
        0.2975,
        0.49,
        0.6666666666666666,
        0.905);
    assertClose(Rows.GOLDEN.curve(curve, "mean_label"), 0.2, 0.75, 0.75, 0.3333333333333333, 0.75);
  }

  /** Equal weights of 2: twice the weight in each bin, the same intervals. */
  @Test
  void weightedCurve() {
    double[] twos = new double[20];
    Arrays.fill(twos, 2);
    Rows rows = Rows.GOLDEN.with(Role.WEIGHT, twos);
    String curve = "reliability_curve(n_bins=5)";
    assertClose(rows.curve(curve, "n"), 10, 8, 8, 6, 8);
    for (String column : List.of("mean_prediction", "mean_label", "wilson_low", "wilson_high")) {
      assertThat(rows.curve(curve, column)).isEqualTo(Rows.GOLDEN.curve(curve, column));
    }
  }

  @Test
  void goldenTests() {
    Scalar z = Rows.GOLDEN.scalar("spiegelhalter_z");
    assertClose(z.details().get("p_value"), 0.017406084392003748);
    Scalar external = Rows.GOLDEN.scalar("hosmer_lemeshow(groups=4)");
    assertClose(external.value(), 6.556370391056521);
    assertClose(external.details().get("p_value"), 0.16127306486822401);
    Scalar training = Rows.GOLDEN.scalar("hosmer_lemeshow(groups=4,df=groups_minus_2)");
    assertClose(training.value(), 6.556370391056521);
    assertClose(training.details().get("p_value"), 0.03769660673801441);
    Scalar spent = Rows.GOLDEN.scalar("hosmer_lemeshow(groups=2,df=groups_minus_2)");
    assertThat(spent.details()).containsOnlyKeys("groups");
  }

  /** Expected: golden.json, metric_calibration_edges. */
  @Test
  void goldenEdges() {
    double[] predictions = {0.0, 0.2, 0.29, 0.6, 0.8, 1.0};
    assertThat(Arrays.stream(predictions).mapToInt(p -> CalibrationTable.binOf(p, 5)))
        .containsExactly(0, 1, 1, 3, 4, 4);
    assertThat(Arrays.stream(predictions).mapToInt(p -> CalibrationTable.binOf(p, 100)))
        .containsExactly(0, 20, 28, 60, 80, 99);
    assertThat(Rows.of(new double[6], predictions).curve("reliability_curve(n_bins=5)", "n"))
        .containsExactly(1.0, 2.0, 1.0, 2.0);
  }

  /** Expected: golden.json, ci_wilson: 0, 8 and 10 of 10, here in one bin each. */
  @Test
  void goldenWilson() {
    double[] labels = new double[30];
    double[] predictions = new double[30];
    for (int i = 0; i < 30; i++) {
      labels[i] = i >= 12 ? 1 : 0;
      predictions[i] = .1 + .3 * (i / 10);
    }
    Rows rows = Rows.of(labels, predictions);
    assertClose(
        rows.curve("reliability_curve", "wilson_low"), 0, 0.49016247153664183, 0.7224672001371107);
    assertClose(
        rows.curve("reliability_curve", "wilson_high"), 0.2775327998628892, 0.9433178485456247, 1);
  }

  /** Expected: NumPy 2.4.6, scipy 1.17.1, statsmodels 0.15.0 (GLM with var_weights). */
  @ParameterizedTest
  @CsvSource({
    "calibration_intercept, 0.6333113371852238",
    "calibration_slope, 0.49162645310782016",
    "calibration_intercept_offset, 0.8920782952714232",
    "spiegelhalter_z, 2.092103525696736",
    "signed_calibration_error, -0.14366071428571428",
    "hosmer_lemeshow(groups=4), 5.907662518758657",
  })
  void weightedRows(String text, double expected) {
    Rows rows = Rows.GOLDEN.with(Role.WEIGHT, WEIGHTS);
    assertClose(rows.number(text), expected);
    // Power of two: the scale of weights changes no bit. Others may round differently.
    Rows scaled =
        Rows.GOLDEN.with(Role.WEIGHT, Arrays.stream(WEIGHTS).map(w -> w * 0.125).toArray());
    assertThat(scaled.number(text)).isEqualTo(rows.number(text));
  }

  /** Expected: scipy 1.17.1, t.interval of prediction − label. */
  @Test
  void signedErrorHasAnInterval() {
    Interval interval = Rows.GOLDEN.result("signed_calibration_error").interval();
    assertClose(interval.low(), -0.3274512381639654);
    assertClose(interval.high(), 0.15245123816396533);
    Interval weighted =
        Rows.GOLDEN.with(Role.WEIGHT, WEIGHTS).result("signed_calibration_error").interval();
    assertClose(weighted.standardError(), 0.1276816264199114);
  }

  /** Expected: the definition in NumPy 2.4.6. */
  @Test
  void debiasingTakesNoiseOut() {
    assertClose(
        Rows.GOLDEN.number("rms_calibration_error(n_bins=5,debias=true)"),
        Math.sqrt(0.014480249999999997));
    assertClose(
        Rows.GOLDEN.number("rms_calibration_error(n_bins=3,debias=true)"),
        Math.sqrt(0.009056738095238106));
    Rows calibrated = Rows.of(new double[] {0, 1, 0, 1}, new double[] {.5, .5, .5, .5});
    assertThat(calibrated.number("rms_calibration_error(debias=true)")).isEqualTo(0.0);
    Rows single = Rows.of(new double[] {1}, new double[] {.75});
    assertThat(single.number("rms_calibration_error(debias=true)")).isEqualTo(0.25);
  }

  @Test
  void smallBinsCanBeLeftOutOfTheMaximum() {
    // Bin 4 of 5 has three rows and the largest gap but one: 1/3 against bin 2's 0.4525 of four.
    Scalar worst = Rows.GOLDEN.scalar("maximum_calibration_error(n_bins=5)");
    assertClose(worst.details().get("mean_prediction"), 0.2975);
    assertClose(worst.details().get("mean_label"), 0.75);
    assertClose(Rows.GOLDEN.number("maximum_calibration_error(n_bins=5,min_bin_count=5)"), 0.104);
    assertThat(Rows.GOLDEN.reason("maximum_calibration_error(n_bins=5,min_bin_count=6)"))
        .isEqualTo("no bin has min_bin_count = 6 rows");
    // Rows of weight 0.1 are rows: two in the first bin, one in the last.
    Rows light =
        Rows.of(new double[] {0, 0, 0}, new double[] {.1, .1, .9}).with(Role.WEIGHT, .1, .1, .1);
    assertClose(light.number("maximum_calibration_error"), 0.9);
    assertClose(light.number("maximum_calibration_error(min_bin_count=2)"), 0.1);
  }

  @Test
  void equalProbabilitiesStayTogether() {
    // Three quarters of the rows say 0.2; quarters are cut at the 1/4, 2/4, 3/4 quantiles.
    Rows ties =
        Rows.of(
            new double[] {0, 0, 1, 0, 0, 1, 1, 1}, new double[] {.1, .2, .2, .2, .2, .2, .2, .8});
    String curve = "reliability_curve(strategy=quantile,n_bins=4)";
    assertClose(ties.curve(curve, "n"), 7, 1);
    assertClose(ties.curve(curve, "mean_label"), 3.0 / 7, 1);
    Scalar adaptive = ties.scalar("adaptive_calibration_error(bins=4)");
    assertClose(adaptive.value(), ((3 - 1.3) / 7 + 0.2) / 2);
    assertThat(adaptive.details()).containsEntry("bins", 2.0);
    assertThat(ties.scalar("hosmer_lemeshow(groups=4)").details()).containsEntry("groups", 2.0);
  }

  /**
   * 6,000 distinct probabilities in 4,096 bins. Expected: NumPy 2.4.6 and statsmodels 0.15.0 on the
   * rows; the catalogue's 2e-4 for fits, and for groups what a bin (2^-10 of the rows) can move.
   */
  @ParameterizedTest
  @CsvSource({
    "calibration_intercept, -0.656634258776504, 2e-4",
    "calibration_slope, 1.1479388094143756, 2e-4",
    "calibration_intercept_offset, -0.6104843539252091, 2e-4",
    "adaptive_calibration_error, 0.1005, 2e-3",
    "hosmer_lemeshow, 366.45593314150585, 2",
  })
  void moreProbabilitiesThanBins(String text, double expected, double tolerance) {
    int n = 6000;
    double[] label = new double[n];
    double[] prediction = new double[n];
    for (int i = 0; i < n; i++) {
      prediction[i] = (i + .5) / n;
      label[i] = (i * 7919 % n + .5) / n < Math.pow(prediction[i], 1.5) ? 1 : 0;
    }
    Scalar value = Rows.of(label, prediction).scalar(text);
    assertThat(value.exactness()).isEqualTo(Exactness.ESTIMATED);
    assertThat(value.value()).isCloseTo(expected, within(tolerance));
  }
}
