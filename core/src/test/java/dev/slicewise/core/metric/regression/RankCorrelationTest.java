package dev.slicewise.core.metric.regression;

import static dev.slicewise.core.metric.Asked.scalar;
import static dev.slicewise.core.metric.Asked.value;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import dev.slicewise.core.laws.Property;
import dev.slicewise.core.laws.Rows;
import dev.slicewise.core.metric.MetricValue;
import dev.slicewise.core.metric.MetricValue.Exactness;
import dev.slicewise.core.term.Role;
import java.util.Arrays;
import java.util.List;
import java.util.SplittableRandom;
import java.util.function.DoubleUnaryOperator;
import org.junit.jupiter.api.Test;

/** Rank correlations against their definitions, written out pair by pair. */
class RankCorrelationTest {
  private static final List<Role> ROLES = List.of(Role.LABEL, Role.PREDICTION, Role.WEIGHT);

  private static double tau(double[] y, double[] p, double[] w) {
    double excess = 0;
    double byLabel = 0;
    double byPrediction = 0;
    for (int i = 0; i < y.length; i++) {
      for (int j = 0; j < i; j++) {
        double pair = w[i] * w[j];
        double a = Math.signum(y[i] - y[j]);
        double b = Math.signum(p[i] - p[j]);
        excess += pair * a * b;
        byLabel += pair * a * a;
        byPrediction += pair * b * b;
      }
    }
    return excess / Math.sqrt(byLabel * byPrediction);
  }

  private static double[] ranks(double[] x, double[] w) {
    double[] ranks = new double[x.length];
    for (int i = 0; i < x.length; i++) {
      for (int j = 0; j < x.length; j++) {
        ranks[i] += w[j] * (x[j] < x[i] ? 1 : x[j] == x[i] ? 0.5 : 0);
      }
    }
    return ranks;
  }

  private static double rho(double[] y, double[] p, double[] w) {
    double[] a = ranks(y, w);
    double[] b = ranks(p, w);
    double half = Arrays.stream(w).sum() / 2;
    double ab = 0;
    double aa = 0;
    double bb = 0;
    for (int i = 0; i < y.length; i++) {
      ab += w[i] * (a[i] - half) * (b[i] - half);
      aa += w[i] * (a[i] - half) * (a[i] - half);
      bb += w[i] * (b[i] - half) * (b[i] - half);
    }
    return ab / Math.sqrt(aa * bb);
  }

  @Test
  void exactWithTiesAndWeights() {
    Property.check(
        100,
        random -> {
          int n = random.nextInt(2, 40);
          double[] y = random.ints(n, -5, 6).asDoubleStream().toArray();
          double[] p = new double[n];
          Arrays.setAll(p, i -> y[i] / 3 + random.nextInt(4));
          double[] w = random.ints(n, 1, 9).mapToDouble(i -> i / 4.0).toArray();
          boolean defined = Arrays.stream(y).distinct().count() > 1;
          if (defined && Arrays.stream(p).distinct().count() > 1) {
            Rows rows = Rows.of(ROLES, y, p, w);
            // A thousand roundings of numbers around 1.
            near(scalar("kendall_tau", rows), tau(y, p, w));
            near(scalar("spearman_corrcoef", rows), rho(y, p, w));
          }
        });
  }

  private static void near(MetricValue.Scalar found, double expected) {
    assertThat(found.exactness()).isEqualTo(Exactness.EXACT);
    assertThat(found.value()).isEqualTo(expected, within(1e-12));
  }

  @Test
  void valuesOfOtherLibraries() {
    // The rows of scipy's documentation of kendalltau (−0.4714045207910316, version 1.10) and of
    // spearmanr ([1, 2, 3, 4, 5], [5, 6, 7, 8, 7]: 0.8207826816681233, version 1.10).
    Rows kendall =
        Rows.of(
            List.of(Role.LABEL, Role.PREDICTION),
            new double[] {12, 2, 1, 12, 2},
            new double[] {1, 4, 7, 1, 0});
    assertThat(scalar("kendalltau", kendall).value()).isEqualTo(-0.4714045207910316, within(1e-15));
    Rows spearman =
        Rows.of(
            List.of(Role.LABEL, Role.PREDICTION),
            new double[] {1, 2, 3, 4, 5},
            new double[] {5, 6, 7, 8, 7});
    assertThat(scalar("spearmanr", spearman).value()).isEqualTo(0.8207826816681233, within(1e-15));
  }

  /** Labels and predictions of a kind, more distinct pairs than a state has cells. */
  private static void expectWithinCertificate(
      long seed, DoubleUnaryOperator label, double noise, double widest) {
    SplittableRandom random = new SplittableRandom(seed);
    int n = 6000;
    double[] y = new double[n];
    double[] p = new double[n];
    double[] w = new double[n];
    for (int i = 0; i < n; i++) {
      double x = random.nextGaussian();
      y[i] = label.applyAsDouble(x);
      p[i] = x + noise * random.nextGaussian();
      w[i] = 1;
    }
    Rows rows = Rows.of(ROLES.subList(0, 2), y, p);
    check(scalar("spearman_corrcoef", rows), rho(y, p, w), widest);
    check(scalar("kendall_tau", rows), tau(y, p, w), 4 * widest);
  }

  private static void check(MetricValue.Scalar found, double expected, double widest) {
    assertThat(found.exactness()).isEqualTo(Exactness.BOUNDED);
    assertThat(found.errorBound()).isLessThan(widest);
    assertThat(found.value()).isEqualTo(expected, within(found.errorBound()));
    // What binning really costs is a good deal less than what it might.
    assertThat(found.value()).isEqualTo(expected, within(widest / 4));
  }

  @Test
  void certificatesHoldBeyondTheCellsOfTheState() {
    expectWithinCertificate(1, x -> x, 1, 0.08);
    expectWithinCertificate(2, Math::exp, 0.2, 0.08);
    expectWithinCertificate(3, x -> -x * x, 3, 0.12);
    // One axis of few values is exact, and its bins add nothing to the certificate.
    expectWithinCertificate(4, Math::rint, 0.5, 0.06);
    expectWithinCertificate(5, x -> 1000 + x, 0, 0.5);
  }

  @Test
  void edges() {
    Rows one = Rows.of(ROLES.subList(0, 2), new double[] {1}, new double[] {1});
    Rows constant = Rows.of(ROLES.subList(0, 2), new double[] {1, 1, 1}, new double[] {1, 2, 3});
    for (String metric : new String[] {"kendall_tau", "spearman_corrcoef"}) {
      assertThat(value(metric, one))
          .isEqualTo(MetricValue.undefined("expected at least 2 rows, found 1"));
      assertThat(value(metric, constant)).isEqualTo(MetricValue.undefined("the label is constant"));
      double[] ascending = new SplittableRandom(1).doubles(5000).sorted().toArray();
      MetricValue.Scalar perfect =
          scalar(metric, Rows.of(ROLES.subList(0, 2), ascending, ascending));
      assertThat(perfect.value()).isEqualTo(1, within(perfect.errorBound()));
    }
  }
}
