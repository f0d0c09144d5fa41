package dev.slicewise.core.term.loss;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.within;

import dev.slicewise.core.metric.MetricCatalog;
import dev.slicewise.core.term.Admitted;
import dev.slicewise.core.term.ArrayLoss;
import dev.slicewise.core.term.Batch;
import dev.slicewise.core.term.Role;
import dev.slicewise.core.term.RowView;
import dev.slicewise.core.term.Shape;
import java.util.Arrays;
import java.util.List;
import java.util.SplittableRandom;
import java.util.function.ToDoubleFunction;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** Losses of classes and distributions: derivatives, what they elicit, edges. */
class ClassLossTest {
  private static ArrayLoss loss(String text) {
    return (ArrayLoss)
        ((dev.slicewise.core.metric.LossMetric) MetricCatalog.standard().parse(text).metric())
            .loss();
  }

  static List<String> losses() {
    return List.of(
        "categorical_cross_entropy",
        "categorical_cross_entropy(label_smoothing=0.1,base=2)",
        "categorical_cross_entropy(from_logits=true)",
        "categorical_cross_entropy(from_logits=true,label_smoothing=0.2)",
        "categorical_cross_entropy(soft=true)",
        "categorical_cross_entropy(soft=true,from_logits=true)",
        "log_loss(task=multiclass)",
        "weighted_cross_entropy(class_weight='0:2;1:0.5')",
        "weighted_cross_entropy(class_weight='0:2;1:0.5',from_logits=true)",
        "categorical_focal",
        "categorical_focal(gamma=0,alpha=0.25)",
        "categorical_focal(gamma=1.5,alpha='0:1;1:3')",
        "brier_multiclass",
        "brier_multiclass(scale_by_half=true,soft=true)",
        "kl_divergence(base=10)",
        "jensen_shannon_divergence",
        "distillation_kl(temperature=3)",
        "top_k_cross_entropy(k=1)",
        "top_k_cross_entropy(k=2)",
        "top_k_cross_entropy(k=9)",
        "top_k_error(k=2)");
  }

  /** One admitted row; the label is a number, or an array where the loss wants one. */
  private static RowView row(ArrayLoss loss, Object label, double[] predicted) {
    List<Role> roles = loss.domain().roles();
    Batch batch = new Batch(roles, 1);
    for (int c = 0; c < roles.size(); c++) {
      if (roles.get(c).equals(Role.LABEL)) {
        batch.set(c, 0, ((Number) label).doubleValue());
      } else {
        batch.set(c, 0, roles.get(c).name().equals("label") ? label : predicted);
      }
    }
    batch.rows(1);
    Admitted rows = new Admitted(loss.domain(), false, 1);
    rows.admit(batch);
    assertThat(rows.size()).as("admitted").isEqualTo(1);
    return new RowView(rows).at(0);
  }

  private static double[] simplex(SplittableRandom random, int count) {
    double[] p = new double[count];
    double sum = 0;
    for (int k = 0; k < count; k++) {
      p[k] = 0.05 + random.nextDouble();
      sum += p[k];
    }
    for (int k = 0; k < count; k++) {
      p[k] /= sum;
    }
    return p;
  }

  private static boolean labelIsArray(ArrayLoss loss) {
    return loss.domain().roles().get(0).shape() == Shape.NUMBERS;
  }

  @ParameterizedTest
  @MethodSource("losses")
  void derivativesAreThoseOfFiniteDifferences(String text) {
    ArrayLoss loss = loss(text);
    SplittableRandom random = new SplittableRandom(7);
    for (int trial = 0; trial < 30; trial++) {
      int count = random.nextInt(2, 6);
      double[] p = simplex(random, count);
      Object label = labelIsArray(loss) ? simplex(random, count) : (Object) random.nextInt(count);
      double[] gradient = loss.gradient(row(loss, label, p));
      double[] hessian = loss.hessianDiagonal(row(loss, label, p));
      double step = 1e-5;
      for (int k = 0; k < count; k++) {
        double[] up = p.clone();
        double[] down = p.clone();
        up[k] += step;
        down[k] -= step;
        double slope =
            (loss.value(row(loss, label, up)) - loss.value(row(loss, label, down))) / (2 * step);
        assertThat(gradient[k]).as(text).isCloseTo(slope, within(1e-5 * (1 + Math.abs(slope))));
        double bend =
            (loss.gradient(row(loss, label, up))[k] - loss.gradient(row(loss, label, down))[k])
                / (2 * step);
        assertThat(hessian[k]).as(text).isCloseTo(bend, within(1e-4 * (1 + Math.abs(bend))));
      }
    }
  }

  /** The distribution over three classes that minimises an expectation, on a grid of 1/40. */
  private static double[] minimiser(ToDoubleFunction<double[]> expected) {
    double[] best = null;
    double least = Double.POSITIVE_INFINITY;
    for (int i = 0; i <= 40; i++) {
      for (int j = 0; i + j <= 40; j++) {
        double[] p = {i / 40.0, j / 40.0, (40 - i - j) / 40.0};
        double value = expected.applyAsDouble(p);
        if (value < least) {
          least = value;
          best = p;
        }
      }
    }
    return best;
  }

  @Test
  void properLossesElicitTheClassProbabilitiesAndWeightedOnesTiltedOnes() {
    double[] shares = {0.6, 0.25, 0.15};
    for (String text : List.of("categorical_cross_entropy", "brier_multiclass")) {
      assertThat(minimiser(p -> expected(loss(text), shares, p))).as(text).isEqualTo(shares);
    }
    // 0.6·1 : 0.25·2 : 0.15·6 = 6 : 5 : 9 twentieths
    ArrayLoss weighted = loss("weighted_cross_entropy(class_weight='0:1;1:2;2:6')");
    assertThat(minimiser(p -> expected(weighted, shares, p))).containsExactly(0.3, 0.25, 0.45);
    double[] smoothed =
        minimiser(p -> expected(loss("cross_entropy(label_smoothing=0.3)"), shares, p));
    // (1 − s)π + s/K, to the nearest point of the grid
    assertThat(smoothed).containsExactly(new double[] {0.52, 0.275, 0.205}, within(0.0126));
    double[] focal = minimiser(p -> expected(loss("categorical_focal"), shares, p));
    assertThat(focal[0]).as("less sure than the truth").isLessThan(0.6);
  }

  private static double expected(ArrayLoss loss, double[] shares, double[] p) {
    double sum = 0;
    for (int k = 0; k < shares.length; k++) {
      sum += shares[k] * loss.value(row(loss, k, p));
    }
    return sum;
  }

  @Test
  void klElicitsTheMeanOfTheLabels() {
    double[][] labels = {{0.8, 0.1, 0.1}, {0.2, 0.7, 0.1}};
    ArrayLoss kl = loss("kl_divergence");
    double[] best =
        minimiser(p -> kl.value(row(kl, labels[0], p)) + kl.value(row(kl, labels[1], p)));
    assertThat(best).containsExactly(0.5, 0.4, 0.1);
  }

  /** Derivatives of losses of other arrays, at points without a kink. */
  @Test
  void derivativesByQuantilesTasksAndLogits() {
    SplittableRandom random = new SplittableRandom(9);
    for (String text :
        List.of(
            "crps_quantiles(levels='0.1;0.5;0.9')",
            "multi_task_sum(weights='0.25;2;3')",
            "uncertainty_weighting(log_variances='0.3;-0.2;1',task_types=classification)",
            "router_z_loss")) {
      ArrayLoss loss = loss(text);
      for (int trial = 0; trial < 20; trial++) {
        double[] x = random.doubles(3, -2, 2).toArray();
        double[] gradient = loss.gradient(row(loss, 2.5, x));
        double[] hessian = loss.hessianDiagonal(row(loss, 2.5, x));
        for (int k = 0; k < x.length; k++) {
          double[] up = x.clone();
          double[] down = x.clone();
          up[k] += 1e-5;
          down[k] -= 1e-5;
          double rise = loss.value(row(loss, 2.5, up)) - loss.value(row(loss, 2.5, down));
          assertThat(gradient[k]).as(text).isCloseTo(rise / 2e-5, within(1e-6));
          double bend =
              loss.gradient(row(loss, 2.5, up))[k] - loss.gradient(row(loss, 2.5, down))[k];
          assertThat(hessian[k]).as(text).isCloseTo(bend / 2e-5, within(1e-6));
        }
      }
    }
  }

  @Test
  void quantilesElicitQuantiles() {
    double[] labels = {1, 2, 3, 4, 5, 6, 7, 8, 9, 10};
    ArrayLoss loss = loss("crps_quantiles(levels='0.25;0.75')");
    double[] best = null;
    double least = Double.POSITIVE_INFINITY;
    for (double low = 1; low <= 10; low++) {
      for (double high = 1; high <= 10; high++) {
        double sum = 0;
        for (double label : labels) {
          sum += loss.value(row(loss, label, new double[] {low, high}));
        }
        if (sum < least - 1e-9) {
          least = sum;
          best = new double[] {low, high};
        }
      }
    }
    assertThat(best).containsExactly(3, 8);
    // One level of ½ is the absolute error; (0.9·1 + 0.1·2)·2/2 by hand.
    ArrayLoss median = loss("crps_quantiles(levels='0.5')");
    assertThat(median.value(row(median, 3.0, new double[] {1}))).isEqualTo(2.0);
    ArrayLoss two = loss("crps_quantiles(levels='0.1;0.9')");
    assertThat(two.value(row(two, 3.0, new double[] {4, 1}))).isCloseTo(0.9 + 1.8, within(1e-15));
    // ln 2 squared
    ArrayLoss router = loss("router_z_loss");
    assertThat(router.value(row(router, 0.0, new double[] {0, 0})))
        .isCloseTo(0.4804530139182014, within(1e-15));
  }

  @Test
  void edges() {
    ArrayLoss certain = loss("categorical_cross_entropy");
    assertThat(certain.value(row(certain, 1, new double[] {1, 0})))
        .isCloseTo(36.04365338911715, within(1e-12));
    ArrayLoss unclipped = loss("categorical_cross_entropy(eps=0)");
    assertThat(unclipped.value(row(unclipped, 1, new double[] {1, 0})))
        .isEqualTo(Double.POSITIVE_INFINITY);
    ArrayLoss logits = loss("categorical_cross_entropy(from_logits=true)");
    assertThat(logits.value(row(logits, 0, new double[] {1e308, -1e308}))).isZero();
    assertThat(logits.value(row(logits, 0, new double[] {50, 0})))
        .isCloseTo(1.9287498479639178e-22, within(1e-33));
    ArrayLoss js = loss("jensen_shannon_divergence(base=2)");
    assertThat(js.value(row(js, new double[] {1, 0}, new double[] {0, 1}))).isEqualTo(1.0);
    ArrayLoss top = loss("top_k_error(k=1)");
    double[] tied = {0.4, 0.4, 0.2};
    assertThat(top.value(row(top, 0, tied))).isZero();
    assertThat(top.value(row(top, 1, tied))).isEqualTo(1.0);
  }

  @Test
  void classesMayHaveNames() {
    ArrayLoss named = loss("categorical_cross_entropy(classes='cat;dog')");
    Batch batch = new Batch(named.domain().roles(), 4);
    String[] labels = {"dog", "cat", "cow", "dog"};
    for (int i = 0; i < labels.length; i++) {
      batch.set(0, i, labels[i]);
      batch.set(1, i, i == 3 ? new double[] {0.5, 0.25, 0.25} : new double[] {0.75, 0.25});
    }
    batch.rows(labels.length);
    Admitted rows = new Admitted(named.domain(), false, 4);
    rows.admit(batch);
    assertThat(rows.size()).as("no cow, no third class").isEqualTo(2);
    assertThat(Arrays.copyOf(rows.values(named), 2))
        .containsExactly(-StrictMath.log(0.25), -StrictMath.log(0.75));
  }

  @Test
  void parametersThatCannotBeReadAreRefused() {
    for (String text :
        List.of(
            "weighted_cross_entropy(class_weight='0:1;0:2')",
            "weighted_cross_entropy(class_weight='0=1')",
            "weighted_cross_entropy(class_weight='0:-1')",
            "categorical_focal(alpha='-1')")) {
      assertThatThrownBy(() -> loss(text)).as(text).hasMessageContaining("expected");
    }
    assertThatThrownBy(() -> loss("top_k_error(classes='a;a')").domain())
        .hasMessageContaining("different names");
    assertThatThrownBy(() -> loss("top_k_error(classes='a')").domain())
        .hasMessageContaining("at least two classes");
  }
}
