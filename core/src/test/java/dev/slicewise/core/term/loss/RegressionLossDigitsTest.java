package dev.slicewise.core.term.loss;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import dev.slicewise.core.metric.LossMetric;
import dev.slicewise.core.metric.MetricCatalog;
import dev.slicewise.core.metric.Rows;
import dev.slicewise.core.numeric.LogFactorial;
import dev.slicewise.core.term.Admitted;
import dev.slicewise.core.term.Batch;
import dev.slicewise.core.term.NumberLoss;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Random;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.MethodSource;

class RegressionLossDigitsTest {
  private static final MetricCatalog CATALOG = MetricCatalog.standard();

  // mpmath 1.3.0 at 60 digits, on the doubles as written.
  @ParameterizedTest
  @CsvSource({
    "'tweedie_deviance(power=1.5)', 1, 1.000000001, 1.0000001644807486e-18",
    "'tweedie_deviance(power=3)', 100, 100.001, 9.999800003095454e-13",
    "'tweedie_deviance(power=-0.5)', 3, 2.9, 0.01712683885126839",
    "'tweedie_deviance(power=1.5)', 1e-5, 1e8, 39999.97470178272",
    "'tweedie_deviance(power=1.000001)', 5, 4, 0.23143517477488912",
    "'tweedie_deviance(power=2.5)', 0.001, 7, 82.81561837235283",
    "poisson_deviance, 1e-300, 1e10, 2e10",
    "poisson_deviance, 7, 3, 3.8621700454208505",
    "poisson_deviance, 1e15, 1000000000000001, 9.999999999999993e-16",
    "poisson_deviance, 1, 1.2, 0.035356886412090734",
    "gamma_deviance, 1e-300, 1e10, 1425.6027576563083",
    "gamma_deviance, 1, 1.000000001, 1.0000001641474152e-18",
    "gamma_deviance, 1e300, 2, 1e+300",
    "'log_cosh(scale=2)', 0, 0.7, 0.2401554733020503",
    "'log_cosh(scale=0.001)', 0, 5, 0.00499930685281944",
    "linex, 0, 0.05, 0.0012710963760240398",
    "linex, 0, 1e-4, 5.0001666708334175e-09",
    "'linex(a=2,b=3)', 0, -0.3, 0.44643490828207927",
    "'poisson_nll(full=true)', 3, 0.5, 1.9404807399281832",
    "poisson_nll, 3, 0.5, 0.14872127070012814",
    "'poisson_nll(log_input=false,full=true)', 2.5, 4, 1.7352376995473477",
    "squared_log_error, 1e6, 1000000.001, 9.999980939977177e-19",
    "squared_log_error, 1e20, 0, 2120.7592441913594",
    "'pseudo_huber(delta=3)', 0, 1e200, 3e+200",
    "'pseudo_huber(delta=2)', 0, 0.3, 0.04474968323133687"
  })
  void digitsSurviveWhereTextbookFormsLoseThem(
      String metric, double label, double prediction, double expected) {
    Rows rows = Rows.of(new double[] {label}, new double[] {prediction});
    // A hundred roundings; the textbook forms are off by a part in a million and more.
    assertThat(rows.scalar(metric).value()).isCloseTo(expected, within(1e-14 * expected));
  }

  // mpmath 1.3.0 loggamma(x + 1) at 60 digits.
  @ParameterizedTest
  @CsvSource({
    "0, 0",
    "1, 0",
    "0.5, -0.12078223763524522",
    "2, 0.6931471805599453",
    "3.7, 2.7364051463155667",
    "19, 39.339884187199495",
    "25, 58.00360522298052",
    "1000.5, 5915.582431002701"
  })
  void logFactorial(double x, double expected) {
    assertThat(LogFactorial.of(x)).isCloseTo(expected, within(2e-15 * (1 + Math.abs(expected))));
  }

  static List<String> losses() {
    return List.of(
        "squared_error(half=true)",
        "huber(delta=0.3)",
        "smooth_l1(beta=0.3)",
        "pseudo_huber(delta=0.3)",
        "log_cosh(scale=0.4)",
        "quantile(alpha=0.8)",
        "expectile(alpha=0.8)",
        "asymmetric_linear(cost_over=2,cost_under=0)",
        "linex(a=-0.7)",
        "poisson_deviance",
        "poisson_nll",
        "poisson_nll(log_input=false,full=true)",
        "gamma_deviance",
        "tweedie_deviance(power=1.2)",
        "tweedie_deviance(power=-2.5)",
        "tweedie_deviance(power=4)",
        "squared_log_error",
        "absolute_percentage_error",
        "absolute_percentage_error(zero_label=epsilon)",
        "absolute_percentage_error(zero_label=null)",
        "symmetric_absolute_percentage_error(scale=0_200)",
        "epsilon_insensitive",
        "squared_epsilon_insensitive",
        "gaussian_nll(full=true)",
        "laplace_nll",
        "crps_gaussian");
  }

  @ParameterizedTest
  @MethodSource("losses")
  void gradientsAndCurvaturesAreThoseOfTheLoss(String text) {
    NumberLoss loss = loss(text);
    Random random = new Random(7);
    double step = 1e-5;
    for (int trial = 0; trial < 200; trial++) {
      double[] row = new double[loss.domain().roles().size()];
      for (int r = 0; r < row.length; r++) {
        row[r] = 0.2 + 3 * random.nextDouble();
      }
      // Kinks lie at e = 0, ±0.1 and ±0.3.
      double size = Math.abs(row[1] - row[0]);
      if (size < 0.01 || Math.abs(size - 0.1) < 0.01 || Math.abs(size - 0.3) < 0.01) {
        continue;
      }
      double[] before = row.clone();
      double[] after = row.clone();
      before[1] -= step;
      after[1] += step;
      double slope = (loss.value(after) - loss.value(before)) / (2 * step);
      double bend = (loss.gradient(after) - loss.gradient(before)) / (2 * step);
      // The third derivative times step² and the rounding of the difference.
      assertThat(loss.gradient(row))
          .as("%s at %s", text, List.of(row[0], row[1]))
          .isCloseTo(slope, within(1e-7 * (1 + Math.abs(slope))));
      assertThat(loss.hessian(row))
          .as("%s at %s", text, List.of(row[0], row[1]))
          .isCloseTo(bend, within(1e-6 * (1 + Math.abs(bend))));
    }
  }

  private static NumberLoss loss(String text) {
    return (NumberLoss) ((LossMetric) CATALOG.parse(text).metric()).loss();
  }

  @ParameterizedTest
  @MethodSource("losses")
  void noAdmittedRowIsNaN(String text) {
    NumberLoss loss = loss(text);
    double[] extremes = {
      0.0,
      Double.MIN_VALUE,
      1e-310,
      Double.MIN_NORMAL,
      1e-200,
      1e-16,
      0.1,
      1,
      1 + 1e-15,
      700,
      710,
      1e16,
      1e153,
      1e155,
      1e306,
      Double.MAX_VALUE
    };
    List<double[]> rows = new ArrayList<>();
    rows.add(new double[0]);
    for (int c = 0; c < loss.domain().roles().size(); c++) {
      List<double[]> longer = new ArrayList<>();
      for (double[] row : rows) {
        for (double x : extremes) {
          for (double sign : new double[] {1, -1}) {
            double[] next = Arrays.copyOf(row, c + 1);
            next[c] = sign * x;
            longer.add(next);
          }
        }
      }
      rows = longer;
    }
    Batch batch = new Batch(loss.domain().roles(), rows.size());
    for (int i = 0; i < rows.size(); i++) {
      for (int c = 0; c < rows.get(i).length; c++) {
        batch.set(c, i, rows.get(i)[c]);
      }
    }
    batch.rows(rows.size());
    Admitted admitted = new Admitted(loss.domain(), false, rows.size());
    admitted.admit(batch);
    assertThat(admitted.size()).isGreaterThan(200);
    double[] values = admitted.values(loss);
    boolean likelihood = text.contains("nll");
    for (int i = 0; i < rows.size(); i++) {
      if (admitted.status()[i] == 0) {
        double value = values[admitted.start(i)];
        assertThat(value).as("%s of %s", text, rows.get(i)).isNotNaN();
        assertThat(likelihood || value >= 0).as("%s of %s: %s", text, rows.get(i), value).isTrue();
      }
    }
  }
}
