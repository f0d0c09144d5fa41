package dev.slicewise.core.metric;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.within;

import dev.slicewise.core.plan.MetricResult;
import dev.slicewise.core.term.Role;
import java.util.List;
import org.junit.jupiter.api.Test;

/**
 * The deliberate differences from other libraries (catalogue E.3), each with our figure and theirs,
 * computed by hand from their documented formulas.
 */
class ProfileFiguresTest {
  /** A dozen roundings of doubles. */
  private static final double RELATIVE = 1e-12;

  private static final Rows NO_POSITIVES = rows(new double[] {0, 0}, .1, .2);
  private static final Rows NO_NEGATIVES = rows(new double[] {1, 1}, .6, .7);

  private static Rows rows(double[] label, double... prediction) {
    return Rows.of(label, prediction);
  }

  private static MetricValue value(Rows rows, String metric, String profile) {
    return rows.value(MetricCatalog.standard().parse(metric, Profile.of(profile)).text());
  }

  /** A figure under a profile; null means undefined. */
  private static void expect(Rows rows, String metric, String profile, Double expected) {
    MetricValue value = value(rows, metric, profile);
    if (expected == null) {
      assertThat(value).as(metric).isInstanceOf(MetricValue.Undefined.class);
    } else {
      assertThat(value).as(metric).isInstanceOf(MetricValue.Scalar.class);
      assertThat(((MetricValue.Scalar) value).value())
          .as("%s under %s", metric, profile)
          .isCloseTo(expected, within(RELATIVE * Math.abs(expected)));
    }
  }

  @Test
  void nothingOverNothing() {
    for (String metric : List.of("recall", "f1_score", "fbeta_score", "jaccard")) {
      expect(NO_POSITIVES, metric, "slicewise", null);
      expect(NO_POSITIVES, metric, "sklearn", 0.0);
      expect(NO_POSITIVES, metric, "torchmetrics", 0.0);
      expect(NO_POSITIVES, metric, "mllib", 0.0);
      // TFMA divides and gets NaN.
      expect(NO_POSITIVES, metric, "tfma", null);
    }
    expect(NO_POSITIVES, "precision", "slicewise", null);
    expect(NO_POSITIVES, "precision", "sklearn", 0.0);
    expect(NO_NEGATIVES, "specificity", "slicewise", null);
    expect(NO_NEGATIVES, "specificity", "torchmetrics", 0.0);
    expect(NO_NEGATIVES, "npv", "slicewise", null);
    expect(NO_NEGATIVES, "npv", "torchmetrics", 0.0);
    expect(NO_POSITIVES, "matthews_corrcoef", "slicewise", null);
    expect(NO_POSITIVES, "matthews_corrcoef", "sklearn", 0.0);
    expect(NO_POSITIVES, "cohen_kappa", "sklearn", null);
    expect(NO_POSITIVES, "average_precision", "slicewise", null);
    expect(NO_POSITIVES, "average_precision", "sklearn", 0.0);
    expect(NO_POSITIVES, "average_precision", "torchmetrics", null);
  }

  @Test
  void oneClassHasNoRocCurve() {
    for (Rows rows : List.of(NO_POSITIVES, NO_NEGATIVES)) {
      expect(rows, "roc_auc", "slicewise", null);
      expect(rows, "roc_auc", "sklearn", null);
      expect(rows, "roc_auc", "torchmetrics", 0.0);
    }
    expect(NO_POSITIVES, "roc_auc", "mllib", 0.0);
    expect(NO_NEGATIVES, "roc_auc", "mllib", 1.0);
    expect(NO_NEGATIVES, "roc_auc(max_fpr=0.5)", "mllib", null);
  }

  @Test
  void constantLabels() {
    double[] label = {2, 2};
    for (String profile : List.of("sklearn", "torchmetrics")) {
      expect(rows(label, 2, 2), "r2_score", profile, 1.0);
      expect(rows(label, 1, 4), "r2_score", profile, 0.0);
      expect(rows(label, 3, 3), "explained_variance_score", profile, 1.0);
      expect(rows(label, 1, 4), "explained_variance_score", profile, 0.0);
      // Fewer than two rows stay undefined, as there.
      expect(rows(new double[] {2}, 2), "r2_score", profile, null);
    }
    expect(rows(label, 2, 2), "r2_score", "slicewise", null);
    expect(rows(label, 3, 3), "explained_variance_score", "slicewise", null);
  }

  @Test
  void percentagesOfZero() {
    Rows zero = rows(new double[] {0, 2}, 1, 3);
    expect(zero, "mape", "slicewise", 0.5);
    // (1/2^-52 + 1/2) / 2
    expect(zero, "mape", "sklearn", 0x1p51 + 0.25);
    expect(zero, "mape", "torchmetrics", (1 / 1.17e-6 + 0.5) / 2);
    expect(zero, "absolute_percentage_error", "torchmetrics", (1 / 1.17e-6 + 0.5) / 2);
    Rows tiny = rows(new double[] {1e-7}, 0);
    expect(tiny, "smape", "slicewise", 2.0);
    expect(tiny, "smape", "torchmetrics", 2e-7 / 1.17e-6);
    Rows zeros = rows(new double[] {0, 0}, 1, 2);
    expect(zeros, "wape", "slicewise", null);
    expect(zeros, "wape", "torchmetrics", 3 / 1.17e-6);
  }

  @Test
  void aPredictionOnTheThreshold() {
    Rows half = rows(new double[] {1, 0}, 0.5, 0.4);
    expect(half, "recall", "slicewise", 1.0);
    expect(half, "recall", "mllib", 1.0);
    expect(half, "recall", "torchmetrics", 0.0);
    expect(half, "recall", "tfma", 0.0);
    expect(rows(new double[] {1, 0}, Math.nextUp(0.5), 0.4), "recall", "tfma", 1.0);
  }

  @Test
  void binsClosedAbove() {
    Rows rows = rows(new double[] {0, 1, 0, 1, 1}, 0, .2, .4, .41, 1);
    assertThat(points(value(rows, "reliability_curve(n_bins=5)", "slicewise")))
        .containsExactly(
            List.of(1.0, 0.0, 0.0),
            List.of(1.0, 0.2, 1.0),
            List.of(2.0, 0.405, 0.5),
            List.of(1.0, 1.0, 1.0));
    assertThat(points(value(rows, "calibration_curve", "sklearn")))
        .containsExactly(
            List.of(2.0, 0.1, 0.5),
            List.of(1.0, 0.4, 0.0),
            List.of(1.0, 0.41, 1.0),
            List.of(1.0, 1.0, 1.0));
    // 0.7 lies below numpy's edge 7·(1/10) = 0.7000000000000001, and on no other side.
    assertThat(
            points(
                value(
                    rows(new double[] {0, 1}, .7, .71), "calibration_curve(n_bins=10)", "sklearn")))
        .containsExactly(List.of(1.0, 0.7, 0.0), List.of(1.0, 0.71, 1.0));
  }

  /** n, mean prediction and mean label, to twelve digits. */
  private static List<List<Double>> points(MetricValue value) {
    return ((MetricValue.Curve) value)
        .points().stream()
            .map(point -> point.subList(0, 3))
            .map(point -> point.stream().map(x -> Math.round(x * 1e12) / 1e12).toList())
            .toList();
  }

  @Test
  void certaintyInABinOfItsOwn() {
    Rows rows = rows(new double[] {1, 0}, 0.6, 1);
    expect(rows, "ece(n_bins=2)", "slicewise", 0.3);
    expect(rows, "ece(n_bins=2)", "tfma", 0.3);
    expect(rows, "ece(n_bins=2)", "torchmetrics", 0.7);
    expect(rows, "mce(n_bins=2)", "slicewise", 0.3);
    expect(rows, "mce(n_bins=2)", "torchmetrics", 1.0);
    expect(rows, "rms_calibration_error(n_bins=2)", "torchmetrics", Math.sqrt((0.16 + 1) / 2));
    String text = "ece(n_bins=1001,edges=right)";
    assertThatThrownBy(() -> rows.value(text))
        .hasMessageContaining("expected n_bins of at most 1000", "found 1001", "edges=left");
  }

  @Test
  void quantilesAndMedians() {
    Rows rows = rows(new double[] {0, 0, 0, 0}, 1, 2, 3, 4);
    expect(rows, "p95_abs", "slicewise", 4.0);
    expect(rows, "p95_abs", "sklearn", 3.85);
    expect(rows.weighing(2), "median_absolute_error", "sklearn", 2.5);
    // What scikit-learn before 1.7 says of weighted rows.
    expect(rows.weighing(2), "medae(method=inverted_cdf)", "sklearn", 2.0);
  }

  @Test
  void mllibsRegression() {
    Rows rows = rows(new double[] {1, 3}, 1, 2).with(Role.WEIGHT, new double[] {1, 3});
    // The mean label is 2.5, Σw(y − ȳ)² = 3 = Σwe², and 3/(4 − 10/4) = 2.
    expect(rows, "r2_score", "slicewise", 0.0);
    expect(rows, "r2_score", "mllib", 0.5);
    // (2.25 + 3·0.25)/4
    expect(rows, "explained_variance_score", "mllib", 0.75);
    expect(rows, "log_cosh", "mllib", (3 * Math.log(Math.cosh(1))) / 4);
  }

  @Test
  void mllibsCurvesAndLogarithm() {
    Rows rows = rows(new double[] {1, 0, 1}, 0.9, 0.9, 0.5);
    // ½·(1 + ½)/2 + ½·(½ + ⅔)/2, and with ½ in place of 1
    expect(rows, "pr_auc_trapezoid", "slicewise", 2 / 3.0);
    expect(rows, "pr_auc_trapezoid", "mllib", 13 / 24.0);
    expect(NO_POSITIVES, "pr_auc_trapezoid", "slicewise", null);
    expect(NO_POSITIVES, "pr_auc_trapezoid", "mllib", 0.0);
    Rows certain = rows(new double[] {1}, 0);
    expect(certain, "log_loss", "slicewise", 52 * Math.log(2));
    expect(certain, "log_loss", "sklearn", 52 * Math.log(2));
    expect(certain, "log_loss", "mllib", 15 * Math.log(10));
  }

  /** Where others raise an error we count the rows, whatever the profile. */
  @Test
  void whatOthersRefuseIsCounted() {
    Rows negative = rows(new double[] {-1, 1}, 1, 1);
    MetricResult result = negative.result("mean_squared_log_error");
    assertThat(result.counters()).containsEntry("n_domain", 1L);
    expect(negative, "mean_squared_log_error", "sklearn", 0.0);
    // hinge_loss there wants both classes: max(0, 1 − 0.5) and 0 here.
    expect(rows(new double[] {1, 1}, 0.5, 2), "hinge", "sklearn", 0.25);
  }
}
