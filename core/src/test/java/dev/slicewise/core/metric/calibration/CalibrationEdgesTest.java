package dev.slicewise.core.metric.calibration;

import static dev.slicewise.core.metric.calibration.Golden.RELATIVE;
import static dev.slicewise.core.metric.calibration.Golden.assertClose;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import dev.slicewise.core.term.Role;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** One class, no spread, separation, certainty, no rows: each says what its documentation says. */
class CalibrationEdgesTest {
  @ParameterizedTest
  @CsvSource({
    "expected_calibration_error, 0.7",
    "maximum_calibration_error, 0.8",
    "murphy_reliability, 0.5",
    "murphy_resolution, 0",
    "murphy_uncertainty, 0",
    "within_bin_variance, 0",
    "within_bin_covariance, 0",
    "refinement, 0",
    "adaptive_calibration_error, 0.7",
    "signed_calibration_error, 0.7",
  })
  void oneClass(String text, double expected) {
    Rows rows = Rows.of(new double[] {0, 0}, new double[] {.6, .8});
    assertClose(rows.number(text), expected);
  }

  @ParameterizedTest
  @CsvSource({"calibration_intercept", "calibration_slope", "calibration_intercept_offset"})
  void fitsNeedBothClasses(String text) {
    double[] predictions = {.2, .8};
    assertThat(Rows.of(new double[] {0, 0}, predictions).reason(text))
        .isEqualTo("all labels are 0");
    assertThat(Rows.of(new double[] {1, 1}, predictions).reason(text))
        .isEqualTo("all labels are 1");
  }

  @ParameterizedTest
  @CsvSource({"calibration_intercept", "calibration_slope"})
  void fitsNeedOverlap(String text) {
    double[] predictions = {.1, .4, .4, .9};
    for (double[] labels :
        new double[][] {{0, 0, 0, 1}, {0, 0, 1, 1}, {1, 1, 0, 0}, {1, 0, 0, 0}}) {
      assertThat(Rows.of(labels, predictions).reason(text))
          .isEqualTo("the probabilities separate the classes");
    }
    assertThat(Rows.of(new double[] {0, 1, 1}, new double[] {.4, .4, .4}).reason(text))
        .isEqualTo("all probabilities are equal");
    // Both are 2^-52 away from 0 after clipping, hence equal.
    assertThat(Rows.of(new double[] {0, 1}, new double[] {0, 1e-20}).reason(text))
        .isEqualTo("all probabilities are equal");
  }

  @Test
  void offsetOfEqualProbabilitiesIsInClosedForm() {
    double[] labels = {1, 0, 0, 0};
    for (double p : new double[] {.5, .9, 1e-12, 0, 1 - 1e-12, 1}) {
      double q = Math.min(Math.max(p, 0x1p-52), 1 - 0x1p-52);
      double expected = -Math.log(3) - (Math.log(q) - Math.log1p(-q));
      double[] predictions = {p, p, p, p};
      assertThat(Rows.of(labels, predictions).number("calibration_intercept_offset"))
          .as("p = %s", p)
          .isCloseTo(expected, within(1e-9));
    }
  }

  /** Labels upside down and far from the start: full Newton steps would leave the optimum. */
  @Test
  void fitConvergesFromFarAway() {
    double low = 0x1p-40;
    double[] predictions = {low, low, low, 1 - low, 1 - low, 1 - low};
    Rows rows = Rows.of(new double[] {1, 1, 0, 0, 0, 1}, predictions);
    // Two logits ±L and shares 2/3, 1/3: the saturated fit, in closed form.
    double logit = Math.log1p(-low) - Math.log(low);
    assertThat(rows.number("calibration_slope")).isCloseTo(-Math.log(2) / logit, within(1e-10));
    assertThat(rows.number("calibration_intercept")).isCloseTo(0, within(1e-10));
  }

  @Test
  void certainPredictions() {
    double[] certain = {0, 0, 1, 1};
    Rows right = Rows.of(certain, certain);
    assertThat(right.number("hosmer_lemeshow(groups=2)")).isEqualTo(0.0);
    assertThat(right.number("expected_calibration_error")).isEqualTo(0.0);
    assertThat(right.reason("spiegelhalter_z")).startsWith("no variance");
    Rows wrong = Rows.of(new double[] {1, 0, 1, 1}, certain);
    assertThat(wrong.reason("hosmer_lemeshow(groups=2)"))
        .isEqualTo("a group was predicted as certain (probability 0) and did not come out so");
    Rows half = Rows.of(certain, new double[] {.5, .5, .5, .5});
    assertThat(half.reason("spiegelhalter_z")).startsWith("no variance");
  }

  @Test
  void tinyProbabilitiesKeepTheirDigitsInGroups() {
    Rows rows = Rows.of(new double[] {0, 0, 1}, new double[] {1e-25, 1e-25, 1e-24});
    double expected = 1 / 1e-24;
    assertThat(rows.number("hosmer_lemeshow(groups=3)"))
        .isCloseTo(expected, within(RELATIVE * expected));
  }

  @Test
  void noRowsAndVanishedWeights() {
    Rows none = Rows.of(new double[0], new double[0]);
    Rows light =
        Rows.of(new double[] {0, 1}, new double[] {.2, .4}).with(Role.WEIGHT, 1e-30, 1e-30);
    for (String text :
        List.of(
            "reliability_curve",
            "reliability_curve(strategy=quantile)",
            "expected_calibration_error",
            "maximum_calibration_error",
            "rms_calibration_error",
            "adaptive_calibration_error",
            "calibration_slope",
            "murphy_reliability",
            "hosmer_lemeshow")) {
      assertThat(none.reason(text)).as(text).isEqualTo("no rows");
      assertThat(light.reason(text)).as(text).startsWith("all weights are below 2^-61");
    }
    assertClose(light.number("signed_calibration_error"), -0.2);
    assertThat(light.with(Role.WEIGHT, 1e200, 1).reason("spiegelhalter_z"))
        .isEqualTo("squares of weights overflowed");
  }
}
