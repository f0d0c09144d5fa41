package dev.slicewise.core.metric.drift;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.within;

import dev.slicewise.core.laws.Kernel;
import dev.slicewise.core.laws.Rows;
import dev.slicewise.core.metric.MetricValue;
import dev.slicewise.core.plan.EvaluationPlan;
import dev.slicewise.core.plan.Finish;
import dev.slicewise.core.plan.MetricResult;
import dev.slicewise.core.plan.Suite;
import dev.slicewise.core.term.Role;
import dev.slicewise.core.term.Shape;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;

/**
 * Two sides of 40 and 30 rows by formulas that Python repeats. Oracle, unless a test says
 * otherwise: scipy 1.17.1 and numpy 2.4.6 on the same rows.
 */
class DriftMetricsTest {
  private static final int REFERENCE = 40;
  private static final int ROWS = 70;
  private static final double EXACT = 1e-12;
  private static final Role TEXT = new Role("value", Shape.TEXT);

  private static double value(int i) {
    int j = i - REFERENCE;
    return i < REFERENCE ? (i * 37 % 101) / 8.0 - 3 : (j * 53 % 97) / 8.0 - 1;
  }

  private static Object[] splits() {
    return IntStream.range(0, ROWS)
        .mapToObj(i -> i < REFERENCE ? "reference" : "current")
        .toArray();
  }

  private static Rows rows() {
    return Rows.of(
            List.of(Role.VALUE), IntStream.range(0, ROWS).mapToDouble(i -> value(i)).toArray())
        .withObjects(Role.SPLIT, splits());
  }

  private static MetricResult result(String metric, Rows rows) {
    Suite suite = Suite.of(metric);
    suite = rows.roles().contains(Role.WEIGHT) ? suite.withWeights() : suite;
    Kernel kernel = new Kernel(metric, EvaluationPlan.of(suite));
    return Finish.DEFAULT.results(kernel.state(rows)).get(0);
  }

  private static MetricValue.Scalar scalar(String metric, Rows rows) {
    MetricValue value = result(metric, rows).value();
    assertThat(value).as(metric).isInstanceOf(MetricValue.Scalar.class);
    return (MetricValue.Scalar) value;
  }

  private static void expect(String metric, Rows rows, double wanted) {
    double found = scalar(metric, rows).value();
    assertThat(found).as(metric).isCloseTo(wanted, within(EXACT * Math.max(1, Math.abs(wanted))));
  }

  private static String reason(String metric, Rows rows) {
    MetricValue value = result(metric, rows).value();
    assertThat(value).as(metric).isInstanceOf(MetricValue.Undefined.class);
    return ((MetricValue.Undefined) value).reason();
  }

  @Test
  void numbers() {
    expect("wasserstein_1", rows(), 1.2979166666666668);
    expect("wasserstein_1(standardize=true)", rows(), 0.3521337261499926);
    expect("drift_ks_statistic", rows(), 0.15833333333333333);
    expect("ks_p_value", rows(), 0.783347384805156);
    expect("anderson_darling_ksamp", rows(), 0.42109628767961815);
    expect("energy_distance", rows(), 0.5301336309522975);
    expect("mean_shift", rows(), 0.35213372614999255);
    expect("mean_shift(standardize=false)", rows(), 1.2979166666666666);
    expect("std_ratio", rows(), 0.9546749849034251);
    assertThat(scalar("anderson_darling_ksamp", rows()).details().get("p_value"))
        .isCloseTo(0.22333021474050588, within(1e-12));
  }

  @Test
  void tiesCountHalf() {
    Rows floors =
        Rows.of(
                List.of(Role.VALUE),
                IntStream.range(0, ROWS).mapToDouble(i -> Math.floor(value(i))).toArray())
            .withObjects(Role.SPLIT, splits());
    expect("anderson_darling_ksamp", floors, 1.048846847417678);
    assertThat(scalar("anderson_darling_ksamp", floors).details().get("p_value"))
        .isCloseTo(0.1206060079394686, within(1e-12));
  }

  @Test
  void weightsWeigh() {
    double[] weights =
        IntStream.range(0, ROWS)
            .mapToDouble(i -> i < REFERENCE ? 1 + i % 4 : 1 + (i - REFERENCE) % 3)
            .toArray();
    Rows weighted = rows().with(Role.WEIGHT, weights);
    expect("wasserstein_1", weighted, 1.2433333333333334);
    expect("energy_distance", weighted, 0.5198931514156432);
  }

  /** Ten bins of four reference rows each; the current side has 0, 3, 3, 3, 3, 2, 4, 4, 3, 5. */
  @Test
  void binsOfEqualMass() {
    expect("population_stability_index", rows(), 0.7568341023884391);
    expect("drift_kl_divergence", rows(), 0.13413104054636416);
    expect("js_distance", rows(), 0.24888354371229582);
    expect("hellinger", rows(), 0.24147627079652473);
    expect("total_variation", rows(), 0.13333333333333333);
    expect("chi2", rows(), 4.148148148148149);
    expect("cramers_v", rows(), 0.24343224778007386);
    expect("cramers_v(bias_correction=true)", rows(), 0.0);
    assertThat(scalar("psi", rows()).details().get("psi_threshold_95"))
        .isCloseTo(0.9869403602695264, within(1e-9));
    assertThat(scalar("chi2", rows()).details())
        .containsEntry("degrees_of_freedom", 9.0)
        .containsEntry("rare", 19.0);
    assertThat(scalar("chi2", rows()).details().get("p_value"))
        .isCloseTo(0.9013938183002721, within(1e-12));
  }

  /** Oracle: scipy 1.17.1 chebyshev, chi2.ppf, kstwobign.ppf, ttest_ind(equal_var=False). */
  @Test
  void everyDistanceSaysWhatItIsWithoutDrift() {
    expect("l_infinity_distance", rows(), 0.1);
    expectDetails("psi", 0.9869403602695261, 0.9013938183002721);
    expectDetails("drift_kl_divergence", 0.49347018013476307, 0.9013938183002721);
    expectDetails("js_distance", 0.42187882789582076, 0.9013938183002721);
    expectDetails("hellinger", 0.3512371635144703, 0.9013938183002721);
    expectDetails("total_variation", 0.49672436025162037, 0.9013938183002721);
    expectDetails("l_infinity_distance", 0.49672436025162037, 0.9013938183002721);
    expectDetails("cramers_v", 0.49162961675025885, 0.9013938183002721);
    expectDetails("chi2", 16.918977604620448, 0.9013938183002721);
    expectDetails("drift_ks_statistic", 0.32801198401517206, 0.783347384805156);
    expectDetails("mean_shift", 0.4733762751488756, 0.1453764137343742);
    // In the column's units: times the reference's standard deviation.
    expectDetails(
        "mean_shift(standardize=false)",
        0.4733762751488756 * 3.6858629840920565,
        0.1453764137343742);
    assertThat(scalar("wasserstein_1(standardize=true)", rows()).details())
        .containsEntry("noise_95", 2.4 * Math.sqrt(1 / 40.0 + 1 / 30.0));
  }

  private static void expectDetails(String metric, double noise, double p) {
    Map<String, Double> details = scalar(metric, rows()).details();
    assertThat(details.get("noise_95")).as(metric).isCloseTo(noise, within(1e-9 * (1 + noise)));
    assertThat(details.get("p_value")).as(metric).isCloseTo(p, within(1e-9));
  }

  /** More distinct values than bins, so that certificates are needed; oracle: sorted samples. */
  @Test
  void certificatesHoldWhereBinsAreWide() {
    int n = 9_000;
    double[] values = new double[2 * n];
    Object[] splits = new Object[2 * n];
    for (int i = 0; i < 2 * n; i++) {
      double unit = (i * 0.6180339887498949) % 1.0;
      values[i] = i < n ? Math.expm1(3 * unit) : Math.expm1(3.1 * unit) - 0.25;
      splits[i] = i < n ? "reference" : "current";
    }
    double[] r = Arrays.stream(values, 0, n).sorted().toArray();
    double[] c = Arrays.stream(values, n, 2 * n).sorted().toArray();
    double distance = IntStream.range(0, n).mapToDouble(i -> Math.abs(r[i] - c[i])).sum() / n;
    Rows rows = Rows.of(List.of(Role.VALUE), values).withObjects(Role.SPLIT, splits);
    MetricValue.Scalar found = scalar("wasserstein_1", rows);
    assertThat(found.exactness()).isEqualTo(MetricValue.Exactness.BOUNDED);
    assertThat(found.errorBound()).isBetween(1e-5, 0.05);
    assertThat(found.value()).isCloseTo(distance, within(found.errorBound()));
    double[] gap = new double[1];
    for (int i = 0; i < n; i++) {
      int below = Arrays.binarySearch(c, r[i]);
      int rank = below >= 0 ? below : -below - 1;
      gap[0] = Math.max(gap[0], Math.max(rank - i, i + 1 - rank) / (double) n);
    }
    MetricValue.Scalar ks = scalar("drift_ks_statistic", rows);
    assertThat(gap[0]).isBetween(ks.value() - 1e-15, ks.value() + ks.errorBound() + 1e-15);
    assertThat(ks.errorBound()).isBetween(1e-5, 0.01);
  }

  private static Rows words(String... words) {
    Object[] splits =
        IntStream.range(0, words.length)
            .mapToObj(i -> words[i].substring(0, 1).equals("r") ? "reference" : "current")
            .toArray();
    Object[] texts =
        Arrays.stream(words).map(word -> word.equals("c?") ? null : word.substring(1)).toArray();
    Rows rows = Rows.of(List.of(Role.LABEL), new double[words.length]);
    rows = rows.withObjects(TEXT, texts).withObjects(Role.SPLIT, splits);
    for (int i = 0; i < texts.length; i++) {
      rows.nulls()[1][i] = texts[i] == null;
    }
    return rows;
  }

  @Test
  void categories() {
    Rows rows = words("ra", "ra", "rb", "rc", "ca", "cd", "cd", "ce", "c?");
    expect("new_category_rate", rows, 0.75);
    assertThat(scalar("new_category_rate", rows).details()).containsEntry("new_categories", 2.0);
    expect("distinct_count_ratio", rows, 1.0);
    expect("missing_rate_shift(kind=categories)", rows, 0.2);
    // ½(|¼ − ½| + ¼ + ¼ + ½ + ¼) over a, b, c, d, e; with a bin for NULL shares of a fifth.
    expect("total_variation(kind=categories)", rows, 0.75);
    expect("total_variation(kind=categories,null_bin=true)", rows, 0.8);
    assertThat(reason("chi2(kind=categories)", words("ra", "ca"))).contains("one bin");
    assertThat(reason("psi(kind=categories)", words("ra", "ra"))).contains("split = 'current'");
  }

  @Test
  void moreCategoriesThanAreKeptAreSampled() {
    String[] words =
        IntStream.range(0, 6000)
            .mapToObj(i -> (i % 2 == 0 ? "r" : "c") + "w" + (i % 2 == 0 ? i / 2 : i / 2 + 600))
            .toArray(String[]::new);
    MetricValue.Scalar fresh = scalar("new_category_rate", words(words));
    assertThat(fresh.exactness()).isEqualTo(MetricValue.Exactness.ESTIMATED);
    assertThat(fresh.details()).containsEntry("truncated", 1.0);
    assertThat(fresh.value()).isCloseTo(0.2, within(0.06));
    assertThat(scalar("distinct_count_ratio", words(words)).value()).isCloseTo(1.0, within(0.1));
    MetricValue.Scalar distance = scalar("total_variation(kind=categories)", words(words));
    assertThat(distance.exactness()).isEqualTo(MetricValue.Exactness.ESTIMATED);
    assertThat(distance.value()).isBetween(0.01, 0.2);
  }

  /** z and p by hand from the pooled share, erfc from scipy. */
  @Test
  void missingValues() {
    Rows rows = rows();
    for (int i = 0; i < ROWS; i++) {
      rows.nulls()[0][i] = i < 4 || (i >= REFERENCE && i < REFERENCE + 9);
    }
    MetricValue.Scalar shift = scalar("missing_rate_shift", rows);
    assertThat(shift.value()).isCloseTo(0.2, within(EXACT));
    assertThat(shift.details().get("z")).isCloseTo(2.1294161066981685, within(EXACT));
    assertThat(shift.details().get("p_value")).isCloseTo(0.03321984903606534, within(EXACT));
    assertThat(shift.details().get("noise_95")).isCloseTo(0.18408463976344538, within(1e-12));
    Arrays.fill(rows.nulls()[0], REFERENCE, ROWS, true);
    assertThat(scalar("missing_rate_shift", rows).value()).isCloseTo(0.9, within(EXACT));
    MetricValue.Scalar none = scalar("missing_rate_shift", rows());
    assertThat(none.value()).isZero();
    assertThat(none.details()).containsEntry("p_value", 1.0).doesNotContainKey("z");
  }

  @Test
  void points() {
    Object[] points = new Object[ROWS];
    for (int i = 0; i < ROWS; i++) {
      double[] point = new double[3];
      int j = i - REFERENCE;
      for (int k = 0; k < 3; k++) {
        point[k] =
            i < REFERENCE
                ? (i * (3 + k) * 7 % 23) / 4.0 + k * (i % 5) / 3.0
                : (j * (5 + k) * 11 % 29) / 4.0 + 1 - k * (j % 7) / 5.0;
      }
      points[i] = point;
    }
    Rows rows = rows().withObjects(Role.EMBEDDING, points);
    expect("centroid_distance", rows, 1.6951549625984712);
    expect("cosine_shift", rows, 0.029296692442431382);
    MetricValue.Scalar fid = scalar("frechet_distance", rows);
    assertThat(fid.value()).isCloseTo(3.3956226294618648, within(fid.errorBound()));
    assertThat(fid.errorBound()).isLessThan(1e-7);
    Rows features =
        Rows.of(List.of(Role.LABEL), new double[REFERENCE])
            .withObjects(Role.FEATURES, Arrays.copyOf(points, REFERENCE));
    assertThat(scalar("condition_number", features).value())
        .isCloseTo(1.8870361968685325, within(1e-12));
    points[3] = new double[] {1, 2};
    assertThat(reason("centroid_distance", rows)).contains("different lengths, the shortest 2");
    assertThat(result("centroid_distance(dimension=3)", rows).rows()).isEqualTo(ROWS - 1);
    Object[] line = Arrays.stream(points).map(p -> new double[] {1, 2 * value(7)}).toArray();
    Rows flat = Rows.of(List.of(Role.LABEL), new double[ROWS]).withObjects(Role.FEATURES, line);
    assertThat(reason("vif", flat)).contains("does not vary");
    line = IntStream.range(0, ROWS).mapToObj(i -> new double[] {i, 3 * i}).toArray();
    flat = Rows.of(List.of(Role.LABEL), new double[ROWS]).withObjects(Role.FEATURES, line);
    assertThat(reason("condition_number", flat)).contains("collinear");
  }

  @Test
  void offlineAndOnline() {
    Rows rows =
        Rows.of(
            List.of(Role.OFFLINE, Role.ONLINE),
            new double[] {1, 2, 3, 4, 0, 0, 7},
            new double[] {1, 2.5, 3, 1, 5, 0, 0});
    rows.nulls()[0][4] = true;
    rows.nulls()[0][5] = true;
    rows.nulls()[1][5] = true;
    rows.nulls()[1][6] = true;
    MetricValue.Scalar skew = scalar("training_serving_skew", rows);
    assertThat(skew.value()).isEqualTo(0.5);
    assertThat(skew.details())
        .containsEntry("mean_difference", -0.625)
        .containsEntry("mean_absolute_difference", 0.875)
        .containsEntry("max_absolute_difference", 3.0)
        .containsEntry("rms_difference", Math.sqrt(9.25 / 4))
        .containsEntry("null_mismatch_rate", 2.0 / 7);
    assertThat(scalar("training_serving_skew(tolerance=0.5)", rows).value()).isEqualTo(0.25);
    assertThat(result("training_serving_skew", rows).interval().method()).isEqualTo("wilson");
  }

  @Test
  void sidesMustDiffer() {
    assertThatThrownBy(() -> result("psi(current=reference)", rows()))
        .isInstanceOf(IllegalArgumentException.class)
        .hasMessageContaining("found 'reference' twice");
    assertThatThrownBy(() -> result("metric_drift(metric=roc_curve)", rows()))
        .isInstanceOf(IllegalArgumentException.class)
        .hasMessageContaining("found the curve roc_curve");
    assertThatThrownBy(() -> result("metric_drift(metric=mea)", rows()))
        .isInstanceOf(IllegalArgumentException.class)
        .hasMessageContaining("Did you mean 'mae'");
  }
}
