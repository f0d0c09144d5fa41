package dev.slicewise.core.metric.calibration;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import dev.slicewise.core.laws.Property;
import dev.slicewise.core.metric.MetricValue;
import dev.slicewise.core.metric.MetricValue.Exactness;
import dev.slicewise.core.term.Role;
import java.util.Arrays;
import java.util.List;
import java.util.SplittableRandom;
import org.junit.jupiter.api.Test;

/**
 * The CORP decomposition against the isotonic regression by its min-max formula, row by row: the
 * level at x is the largest, over a up to x, of the least mean label of the rows in [a, b], b from
 * x.
 */
class CorpDecompositionTest {
  /** A few hundred roundings of numbers in [0, 1]. */
  private static final double TOLERANCE = 1e-12;

  private static double meanLabel(double[] y, double[] p, double[] w, double a, double b) {
    double sum = 0;
    double weight = 0;
    for (int i = 0; i < y.length; i++) {
      sum += p[i] >= a && p[i] <= b ? w[i] * y[i] : 0;
      weight += p[i] >= a && p[i] <= b ? w[i] : 0;
    }
    return sum / weight;
  }

  private static double[] isotonic(double[] y, double[] p, double[] w) {
    double[] levels = new double[y.length];
    for (int i = 0; i < y.length; i++) {
      double most = 0;
      for (double a : p) {
        double least = 1;
        for (double b : p) {
          if (a <= p[i] && b >= p[i]) {
            least = Math.min(least, meanLabel(y, p, w, a, b));
          }
        }
        most = a <= p[i] ? Math.max(most, least) : most;
      }
      levels[i] = most;
    }
    return levels;
  }

  private static double brier(double[] y, double[] p, double[] w) {
    double sum = 0;
    for (int i = 0; i < y.length; i++) {
      sum += w[i] * (p[i] - y[i]) * (p[i] - y[i]);
    }
    return sum / Arrays.stream(w).sum();
  }

  @Test
  void agreesWithTheIsotonicRegressionOfTheRows() {
    Property.check(
        60,
        random -> {
          int n = random.nextInt(1, 25);
          double[] p = random.ints(n, 0, 12).mapToDouble(i -> i / 11.0).toArray();
          double[] y = new double[n];
          Arrays.setAll(y, i -> random.nextDouble() < 0.2 + 0.6 * p[i] ? 1 : 0);
          double[] w = random.ints(n, 1, 9).mapToDouble(i -> i / 4.0).toArray();
          double[] levels = isotonic(y, p, w);
          double[] base = new double[n];
          Arrays.fill(base, meanLabel(y, p, w, 0, 1));
          double recalibrated = brier(y, levels, w);
          Rows rows = Rows.of(y, p).with(Role.WEIGHT, w);
          near(rows, "corp_miscalibration", brier(y, p, w) - recalibrated);
          near(rows, "corp_discrimination", brier(y, base, w) - recalibrated);
          near(rows, "corp_uncertainty", brier(y, base, w));
          for (int i = 0; i < n; i++) {
            assertThat(level(rows, p[i])).isEqualTo(levels[i], within(TOLERANCE));
          }
        });
  }

  private static void near(Rows rows, String metric, double expected) {
    assertThat(rows.scalar(metric).exactness()).isEqualTo(Exactness.EXACT);
    assertThat(rows.number(metric)).as(metric).isEqualTo(expected, within(TOLERANCE));
  }

  private static double level(Rows rows, double p) {
    MetricValue.Curve curve = (MetricValue.Curve) rows.value("corp_reliability_curve");
    return curve.points().stream()
        .filter(point -> point.get(0) <= p && p <= point.get(1))
        .findFirst()
        .orElseThrow()
        .get(4);
  }

  @Test
  void theTermsAddUpToTheBrierScore() {
    Rows rows = Rows.GOLDEN;
    double sum =
        rows.number("corp_miscalibration")
            - rows.number("corp_discrimination")
            + rows.number("corp_uncertainty");
    assertThat(sum).isEqualTo(rows.number("brier"), within(1e-15));
    List<Double> n = rows.curve("corp_reliability_curve", "n");
    assertThat(n.stream().mapToDouble(Double::doubleValue).sum()).isEqualTo(20);
    assertThat(rows.curve("corp_reliability_curve", "mean_label"))
        .isSorted()
        .doesNotHaveDuplicates();
  }

  @Test
  void certificatesHoldBeyondTheBinsOfTheState() {
    SplittableRandom random = new SplittableRandom(7);
    int n = 20_000;
    double[] p = random.doubles(n).toArray();
    double[] y = new double[n];
    Arrays.setAll(y, i -> random.nextDouble() < p[i] * p[i] ? 1 : 0);
    MetricValue.Scalar found = Rows.of(y, p).scalar("corp_miscalibration");
    assertThat(found.exactness()).isEqualTo(Exactness.BOUNDED);
    Integer[] order = new Integer[n];
    Arrays.setAll(order, i -> i);
    Arrays.sort(order, (a, b) -> Double.compare(p[a], p[b]));
    double expected = brier(y, p, ones(n)) - pooled(y, order);
    assertThat(found.value()).isEqualTo(expected, within(found.errorBound()));
    assertThat(found.errorBound()).isLessThan(0.01);
  }

  private static double[] ones(int n) {
    double[] ones = new double[n];
    Arrays.fill(ones, 1.0);
    return ones;
  }

  /** The Brier score of the isotonic regression, by pooling neighbours until none violates. */
  private static double pooled(double[] y, Integer[] order) {
    double[] sum = new double[order.length];
    double[] rows = new double[order.length];
    int top = 0;
    for (int at : order) {
      sum[top] = y[at];
      rows[top++] = 1;
      while (top > 1 && sum[top - 2] * rows[top - 1] >= sum[top - 1] * rows[top - 2]) {
        sum[top - 2] += sum[top - 1];
        rows[top - 2] += rows[--top];
      }
    }
    double score = 0;
    for (int i = 0; i < top; i++) {
      score += sum[i] * (1 - sum[i] / rows[i]);
    }
    return score / order.length;
  }

  @Test
  void edges() {
    Rows one = Rows.of(new double[] {1, 1}, new double[] {0.5, 0.75});
    assertThat(one.number("corp_miscalibration")).isEqualTo(one.number("brier"));
    assertThat(one.number("corp_discrimination")).isZero();
    assertThat(one.number("corp_uncertainty")).isZero();
    assertThat(one.with(Role.WEIGHT, 1e-30, 1e-30).reason("corp_miscalibration"))
        .contains("too small");
  }
}
