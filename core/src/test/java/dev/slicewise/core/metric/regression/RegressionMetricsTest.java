package dev.slicewise.core.metric.regression;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import dev.slicewise.core.metric.GoldenCase;
import dev.slicewise.core.metric.MetricValue;
import dev.slicewise.core.metric.MetricValue.Exactness;
import dev.slicewise.core.metric.Rows;
import dev.slicewise.core.term.Role;
import java.util.Arrays;
import java.util.List;
import java.util.Random;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class RegressionMetricsTest {
  private static final double[] LABEL = {12.5, 3, 7.25, 0.5, 20, 9, 4.5, 15.75};
  private static final double[] PREDICTION = {11, 3.5, 9, 0.75, 16.5, 9, 6, 15};
  private static final double[] WEIGHT = {1, 2.5, 0.5, 3, 1.25, 2, 0.75, 1.5};

  private static Rows rows() {
    return Rows.of(LABEL, PREDICTION)
        .with(Role.BASELINE, new double[] {10, 4, 8, 1.5, 14, 10.5, 4, 11})
        .with(Role.SCALE, new double[] {2, 1, 1.5, 0.5, 3, 1, 1.25, 2.5});
  }

  // scikit-learn 1.2.1 where it has the metric, numpy 1.24.2 where not; unweighted, then weighted.
  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      value = {
        "mean_error | -0.21875 | -0.24",
        "mse | 2.5859375 | 1.795",
        "rmse | 1.6080850412835759 | 1.3397761006974263",
        "nrmse | 0.17744386662439457 | 0.17605467814683656",
        "nrmse(by=range) | 0.08246589955300389 | 0.06870646670243212",
        "nrmse(by=std) | 0.2581858897778783 | 0.20552944089623945",
        "mape | 0.1979997947454844 | 0.21580279146141215",
        "mpe | 0.1123450328407225 | 0.15017422003284073",
        "smape | 0.1778957423919783 | 0.18777197921328553",
        "wape | 0.13448275862068965 | 0.11563731931668857",
        "calibration_ratio | 0.9758620689655172 | 0.9684625492772667",
        "mase | 0.6979166666666667 | 0.5513333333333335",
        "root_mean_squared_scaled_error | 0.8150707194948043 | 0.6653987943748888",
        "rae | 0.5416666666666666 | 0.4170616113744076",
        "rse(against=baseline) | 0.2960644007155635 | 0.23479398299542184",
        "rse | 0.06665995368039468 | 0.042242351075120754",
        "skill_score | 0.7039355992844365 | 0.7652060170045781",
        "skill_score(against=mean) | 0.9333400463196053 | 0.9577576489248792",
        "r2 | 0.9333400463196053 | 0.9577576489248792",
        "explained_variance | 0.9345735575470748 | 0.9591131694941979",
        "msle | 0.022751733182520207 | 0.018133142578915733",
        "mean_pinball_loss(alpha=0.8) | 0.675 | 0.512",
        "mean_expectile_loss(alpha=0.7) | 1.52890625 | 1.1275",
        "asymmetric_cost(cost_over=2,cost_under=5) | 4.59375 | 3.44",
        "mean_poisson_deviance | 0.23410715662937656 | 0.16653097039502726",
        "mean_gamma_deviance | 0.04309386709499857 | 0.05100987536688187",
        "mean_tweedie_deviance(power=2.5) | 0.03171372043783506 | 0.04936147357567028",
        "d2_tweedie_score | 0.9333400463196053 | 0.9577576489248792",
        "d2_tweedie_score(power=1) | 0.9506125673734772 | 0.9722817143958202",
        "d2_tweedie_score(power=1.7) | 0.9522928005053164 | 0.967962539924011",
        "d2_tweedie_score(power=2) | 0.9472388421759997 | 0.9590349933219716",
        "d2_tweedie_score(power=3) | 0.8808579347416672 | 0.8808709119774976",
        "d2_tweedie_score(power=-1.5) | 0.8861991065290538 | 0.9096395208869535",
        "d2_absolute_error_score | 0.7678571428571428 | 0.8436944937833037",
        "d2_pinball_score(alpha=0.8) | 0.6509372979961214 | 0.7506088650754993",
        "over_rate | 0.5 | 0.54",
        "under_rate | 0.375 | 0.3",
        "quantile_coverage(tau=0.9) | 0.625 | 0.7",
        "tail_rate | 0.5 | 0.28",
        "within_tolerance_rate | 0.5 | 0.72",
        "pearson_corrcoef | 0.9820027584095475 | 0.9895698494022603",
        "squared_pearson | 0.9643294175239602 | 0.9792484868460118",
        "ccc | 0.9597592851498389 | 0.9754390861971771"
      })
  void scikitLearnAgrees(String metric, double plain, double weighted) {
    assertThat(rows().scalar(metric).value()).isCloseTo(plain, within(1e-12));
    assertThat(rows().weighing(7).scalar(metric).value()).isCloseTo(plain, within(1e-12));
    Rows heavier = rows().with(Role.WEIGHT, WEIGHT);
    assertThat(heavier.scalar(metric).value()).isCloseTo(weighted, within(1e-12));
    assertThat(heavier.scalar(metric).exactness()).isEqualTo(Exactness.EXACT);
  }

  @Test
  void quantilesSayWhenTheDataDoNotReachThatFar() {
    double[] errors = IntStream.rangeClosed(1, 100).mapToDouble(i -> i).toArray();
    Rows rows = Rows.of(new double[100], errors);
    assertThat(rows.scalar("p99_abs").details()).isEmpty();
    assertThat(rows.scalar("p999_abs").details()).containsEntry("extrapolated", 1.0);
    assertThat(rows.scalar("quantile_abs_error(q=1)").details()).isEmpty();
    assertThat(rows.scalar("quantile_abs_error(q=0.001)").details()).isEmpty();
    assertThat(rows.scalar("quantile_signed_error(q=0.001)").details())
        .containsEntry("extrapolated", 1.0);
    assertThat(rows.scalar("quantile_value(q=0.95,column=prediction)").value()).isEqualTo(95);
  }

  @Test
  void boundsOfLossyHistogramsHold() {
    // 20,000 distinct values in 4,096 bins; the truth by sorting.
    Random random = new Random(5);
    double[] errors =
        random
            .doubles(20_000)
            .map(u -> StrictMath.exp(8 * (u - 0.5)) * (u < 0.3 ? -1 : 1))
            .toArray();
    Rows rows = Rows.of(new double[errors.length], errors);
    double[] signed = errors.clone();
    double[] sorted = Arrays.stream(errors).map(Math::abs).sorted().toArray();
    Arrays.sort(signed);
    for (double q : new double[] {0.001, 0.25, 0.5, 0.9, 0.999, 1}) {
      int rank = (int) Math.ceil(q * 20_000 - 1e-9);
      checkBound(rows, "quantile_abs_error(q=" + q + ")", sorted[rank - 1]);
      checkBound(rows, "quantile_signed_error(q=" + q + ")", signed[rank - 1]);
    }
    checkBound(rows, "median_absolute_error", (sorted[9_999] + sorted[10_000]) / 2);
    double worst = Arrays.stream(sorted).skip(19_000).average().getAsDouble();
    checkBound(rows, "tail_mean_abs_error", worst);
    checkBound(rows, "tail_mean_abs_error(q=0)", rows.scalar("mae").value());
    Rows labels = Rows.of(errors, new double[errors.length]);
    double median = (signed[9_999] + signed[10_000]) / 2;
    double constant = Arrays.stream(signed).map(x -> Math.abs(x - median)).sum();
    double loss = Arrays.stream(signed).map(Math::abs).sum();
    checkBound(labels, "d2_absolute_error_score", 1 - loss / constant, loss / constant);
  }

  private static void checkBound(Rows rows, String metric, double truth) {
    checkBound(rows, metric, truth, Math.abs(truth));
  }

  private static void checkBound(Rows rows, String metric, double truth, double size) {
    MetricValue.Scalar scalar = rows.scalar(metric);
    assertThat(scalar.exactness()).as(metric).isEqualTo(Exactness.BOUNDED);
    // A bound of no use would be true of anything.
    assertThat(scalar.errorBound()).as(metric).isBetween(0.0, 0.004 * size);
    assertThat(Math.abs(scalar.value() - truth))
        .as("%s: %s for %s", metric, scalar.value(), truth)
        .isLessThanOrEqualTo(scalar.errorBound());
  }

  @Test
  void typeSevenNeedsRowsOfEqualWeight() {
    Rows rows = rows();
    assertThat(rows.weighing(0.1).scalar("quantile_abs_error(method=linear)").value())
        .isCloseTo(rows.scalar("quantile_abs_error(method=linear)").value(), within(1e-15));
    assertThat(rows.with(Role.WEIGHT, WEIGHT).value("quantile_abs_error(method=linear)"))
        .isEqualTo(MetricValue.undefined("method=linear needs rows of equal weight"));
  }

  @Test
  void intervalMetricsShowTheirSides() {
    MetricValue.Scalar coverage =
        Rows.of(GoldenCase.of("metric_interval")).scalar("interval_coverage");
    // Rows 2 lies below its interval and row 5 above.
    assertThat(coverage.details())
        .containsEntry("below_rate", 0.2)
        .containsEntry("above_rate", 0.2);
    Rows crossed =
        Rows.of(new double[] {1, 2}, new double[2])
            .with(Role.LOWER, new double[] {0, 3})
            .with(Role.UPPER, new double[] {2, 1});
    assertThat(crossed.result("picp").counters()).containsEntry("n_domain", 1L);
    assertThat(crossed.scalar("quantile_crossing_rate").value()).isEqualTo(0.5);
    assertThat(rows().scalar("quantile_coverage(tau=0.9)").details())
        .hasEntrySatisfying("gap", gap -> assertThat(gap).isCloseTo(-0.275, within(1e-15)));
  }

  @Test
  void residualsByBinCutAtQuantilesOfThePrediction() {
    MetricValue.Curve curve = (MetricValue.Curve) rows().value("residuals_by_bin(bins=3)");
    // Ascending predictions .75 3.5 6 | 9 9 11 | 15 16.5 (a value belongs where it begins), their
    // errors .25 .5 1.5 | 1.75 0 -1.5 | -.75 -3.5; numpy 1.24.2 mean and var.
    assertThat(curve.columns())
        .containsExactly("n", "mean_prediction", "mean_error", "error_variance");
    List<List<Double>> wanted =
        List.of(
            List.of(3.0, 3.4166666666666665, 0.75, 0.2916666666666667),
            List.of(3.0, 9.666666666666666, 0.08333333333333333, 1.763888888888889),
            List.of(2.0, 15.75, -2.125, 1.890625));
    assertThat(curve.points()).hasSize(3);
    for (int bin = 0; bin < 3; bin++) {
      for (int c = 0; c < 4; c++) {
        assertThat(curve.points().get(bin).get(c)).isCloseTo(wanted.get(bin).get(c), within(1e-14));
      }
    }
  }

  @Test
  void worstRowsComeWithTheirColumns() {
    MetricValue.Curve curve = (MetricValue.Curve) rows().value("worst_rows(k=2)");
    assertThat(curve.columns()).containsExactly("absolute_error", "label", "prediction");
    assertThat(curve.points()).containsExactly(List.of(3.5, 20.0, 16.5), List.of(1.75, 7.25, 9.0));
  }

  @Test
  void extremesHaveTheirSides() {
    assertThat(rows().scalar("min_error").value()).isEqualTo(-3.5);
    assertThat(rows().scalar("max_signed_error").value()).isEqualTo(1.75);
    assertThat(rows().scalar("max_error").value()).isEqualTo(3.5);
  }
}
