package dev.slicewise.core.metric;

import static org.assertj.core.api.Assertions.assertThat;

import dev.slicewise.core.laws.Kernel;
import dev.slicewise.core.laws.Property;
import dev.slicewise.core.laws.Rows;
import dev.slicewise.core.plan.EvaluationPlan;
import dev.slicewise.core.plan.Finish;
import dev.slicewise.core.plan.MetricResult;
import dev.slicewise.core.plan.Suite;
import dev.slicewise.core.term.Role;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.SplittableRandom;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;

/**
 * Metrics against their definitions, written out row by row and pair by pair in plain double
 * arithmetic on random weighted rows. Oracle: the formulas of catalogue B and C.
 */
class DefinitionsTest {
  /** A few hundred roundings of numbers around 1, and a division by no less than 0.01. */
  private static final double TOLERANCE = 1e-9;

  private static final List<Role> ROLES =
      List.of(
          Role.LABEL,
          Role.PREDICTION,
          Role.BASELINE,
          Role.PREVIOUS,
          Role.LOWER,
          Role.UPPER,
          Role.WEIGHT);

  /** Columns of one table of rows. */
  record Table(
      double[] y,
      double[] p,
      double[] b,
      double[] previous,
      double[] lower,
      double[] upper,
      double[] w) {
    /** A number of row i. */
    interface Cell {
      double at(int i);
    }

    double sum(Cell cell) {
      return IntStream.range(0, y.length).mapToDouble(i -> w[i] * cell.at(i)).sum();
    }

    double mean(Cell cell) {
      return sum(cell) / sum(i -> 1);
    }

    double variance(Cell cell) {
      double mean = mean(cell);
      return mean(i -> (cell.at(i) - mean) * (cell.at(i) - mean));
    }

    double e(int i) {
      return p[i] - y[i];
    }

    double over(int i) {
      return Math.max(e(i), 0);
    }

    double under(int i) {
      return Math.max(-e(i), 0);
    }

    double largest(Cell cell) {
      return IntStream.range(0, y.length).mapToDouble(cell::at).max().orElseThrow();
    }

    double covariance() {
      double y0 = mean(i -> y[i]);
      double p0 = mean(i -> p[i]);
      return mean(i -> (y[i] - y0) * (p[i] - p0));
    }

    /** Share of the pairs of a positive and a negative row that the scores order rightly. */
    double area() {
      double right = 0;
      double all = 0;
      for (int i = 0; i < y.length; i++) {
        for (int j = 0; j < y.length; j++) {
          if (y[i] == 1 && y[j] == 0) {
            all += w[i] * w[j];
            right += w[i] * w[j] * (p[i] > p[j] ? 1 : p[i] == p[j] ? 0.5 : 0);
          }
        }
      }
      return right / all;
    }

    double cell(double threshold, double label, boolean predicted) {
      return sum(i -> y[i] == label && (p[i] >= threshold) == predicted ? 1 : 0);
    }

    double precisionFrom(double threshold) {
      double tp = cell(threshold, 1, true);
      return tp / (tp + cell(threshold, 0, true));
    }

    double averagePrecision() {
      return sum(i -> y[i] == 1 ? precisionFrom(p[i]) : 0) / sum(i -> y[i]);
    }

    double kolmogorovSmirnov() {
      double positives = sum(i -> y[i]);
      double negatives = sum(i -> 1 - y[i]);
      return largest(
          i -> Math.abs(cell(p[i], 1, true) / positives - cell(p[i], 0, true) / negatives));
    }

    /** Σ over calibration bins of what is asked of (weight, Σp, Σy). */
    double bins(int count, Bin bin) {
      double total = 0;
      for (int k = 0; k < count; k++) {
        int at = k;
        Cell in = i -> Math.min(count - 1, (int) (p[i] * count)) == at ? 1 : 0;
        double weight = sum(in);
        if (weight > 0) {
          double sumOfP = sum(i -> in.at(i) * p[i]);
          double sumOfY = sum(i -> in.at(i) * y[i]);
          total += bin.of(weight / sum(i -> 1), sumOfP / weight, sumOfY / weight);
        }
      }
      return total;
    }

    interface Bin {
      double of(double share, double meanP, double meanY);
    }
  }

  /** A metric, worked out from the rows. */
  interface Definition {
    double of(Table t);
  }

  private static Map<String, Definition> regression() {
    Map<String, Definition> d = new LinkedHashMap<>();
    d.put("mean_error", t -> t.mean(t::e));
    d.put("mean_absolute_error", t -> t.mean(i -> Math.abs(t.e(i))));
    d.put("mean_squared_error", t -> t.mean(i -> t.e(i) * t.e(i)));
    d.put("root_mean_squared_error", t -> Math.sqrt(t.mean(i -> t.e(i) * t.e(i))));
    d.put("normalized_rmse(by=std)", t -> rmse(t) / Math.sqrt(t.variance(i -> t.y[i])));
    d.put("normalized_rmse(by=mean)", t -> rmse(t) / Math.abs(t.mean(i -> t.y[i])));
    d.put(
        "normalized_rmse(by=range)",
        t -> rmse(t) / (t.largest(i -> t.y[i]) + t.largest(i -> -t.y[i])));
    d.put("over_rate", t -> t.mean(i -> t.e(i) > 0 ? 1 : 0));
    d.put("under_rate", t -> t.mean(i -> t.e(i) < 0 ? 1 : 0));
    d.put("mean_absolute_percentage_error", t -> t.mean(i -> Math.abs(t.e(i) / t.y[i])));
    d.put("mean_percentage_error", t -> t.mean(i -> t.e(i) / t.y[i]));
    d.put(
        "symmetric_mean_absolute_percentage_error",
        t -> t.mean(i -> 2 * Math.abs(t.e(i)) / (Math.abs(t.y[i]) + Math.abs(t.p[i]))));
    d.put("wape", t -> t.sum(i -> Math.abs(t.e(i))) / t.sum(i -> Math.abs(t.y[i])));
    d.put("calibration_ratio", t -> t.sum(i -> t.p[i]) / t.sum(i -> t.y[i]));
    d.put(
        "relative_absolute_error",
        t -> t.sum(i -> Math.abs(t.e(i))) / t.sum(i -> Math.abs(t.b[i] - t.y[i])));
    d.put("relative_squared_error(against=baseline)", t -> 1 - skill(t));
    d.put("relative_squared_error(against=mean)", t -> 1 - r2(t));
    d.put("skill_score(against=baseline)", DefinitionsTest::skill);
    d.put("r2_score", DefinitionsTest::r2);
    d.put(
        "adjusted_r2(predictors=2)",
        t -> 1 - (1 - r2(t)) * (t.y.length - 1.0) / (t.y.length - 3.0));
    d.put("explained_variance_score", t -> 1 - t.variance(t::e) / t.variance(i -> t.y[i]));
    d.put("max_error", t -> t.largest(i -> Math.abs(t.e(i))));
    d.put("max_signed_error", t -> t.largest(t::e));
    d.put("min_signed_error", t -> -t.largest(i -> -t.e(i)));
    d.put("mean_squared_log_error", t -> t.mean(i -> square(logRatio(t, i))));
    d.put("root_mean_squared_log_error", t -> Math.sqrt(t.mean(i -> square(logRatio(t, i)))));
    d.put("mean_pinball_loss(alpha=0.8)", t -> t.mean(i -> 0.8 * t.under(i) + 0.2 * t.over(i)));
    d.put(
        "mean_expectile_loss(alpha=0.8)",
        t -> t.mean(i -> 0.8 * square(t.under(i)) + 0.2 * square(t.over(i))));
    d.put(
        "asymmetric_cost(cost_over=2,cost_under=3)",
        t -> t.mean(i -> 2 * t.over(i) + 3 * t.under(i)));
    d.put(
        "mean_poisson_deviance",
        t -> t.mean(i -> 2 * (t.y[i] * Math.log(t.y[i] / t.p[i]) - t.y[i] + t.p[i])));
    d.put(
        "mean_gamma_deviance",
        t -> t.mean(i -> 2 * (Math.log(t.p[i] / t.y[i]) + t.y[i] / t.p[i] - 1)));
    d.put("pearson_corrcoef", DefinitionsTest::pearson);
    d.put("squared_pearson", t -> square(pearson(t)));
    d.put(
        "concordance_corrcoef",
        t ->
            2
                * t.covariance()
                / (t.variance(i -> t.y[i]) + t.variance(i -> t.p[i]) + square(t.mean(t::e))));
    d.put("linear_calibration_slope", t -> t.covariance() / t.variance(i -> t.p[i]));
    d.put("tail_rate(limit=0.5)", t -> t.mean(i -> Math.abs(t.e(i)) > 0.5 ? 1 : 0));
    d.put("within_tolerance_rate(limit=0.5)", t -> t.mean(i -> Math.abs(t.e(i)) > 0.5 ? 0 : 1));
    d.put("quantile_coverage(tau=0.9)", t -> t.mean(i -> t.y[i] <= t.p[i] ? 1 : 0));
    d.put("quantile_crossing_rate", t -> t.mean(i -> t.lower[i] > t.upper[i] ? 1 : 0));
    d.put(
        "mean_directional_accuracy",
        t ->
            t.mean(
                i ->
                    Math.signum(t.y[i] - t.previous[i]) == Math.signum(t.p[i] - t.previous[i])
                        ? 1
                        : 0));
    d.put("huber(delta=0.5)", t -> t.mean(i -> huber(Math.abs(t.e(i)))));
    d.put("smooth_l1(beta=0.5)", t -> t.mean(i -> huber(Math.abs(t.e(i))) / 0.5));
    return d;
  }

  private static double huber(double error) {
    return error <= 0.5 ? error * error / 2 : 0.5 * (error - 0.25);
  }

  private static double square(double x) {
    return x * x;
  }

  private static double rmse(Table t) {
    return Math.sqrt(t.mean(i -> square(t.e(i))));
  }

  private static double r2(Table t) {
    return 1 - t.mean(i -> square(t.e(i))) / t.variance(i -> t.y[i]);
  }

  private static double skill(Table t) {
    return 1 - t.sum(i -> square(t.e(i))) / t.sum(i -> square(t.b[i] - t.y[i]));
  }

  private static double pearson(Table t) {
    return t.covariance() / Math.sqrt(t.variance(i -> t.y[i]) * t.variance(i -> t.p[i]));
  }

  private static double logRatio(Table t, int i) {
    return Math.log1p(t.p[i]) - Math.log1p(t.y[i]);
  }

  private static Map<String, Definition> binary() {
    Map<String, Definition> d = new LinkedHashMap<>();
    d.put("accuracy", t -> t.mean(i -> (t.p[i] >= 0.5) == (t.y[i] == 1) ? 1 : 0));
    d.put("precision(threshold=0.4)", t -> t.precisionFrom(0.4));
    d.put("recall", t -> t.cell(0.5, 1, true) / t.sum(i -> t.y[i]));
    d.put("specificity", t -> t.cell(0.5, 0, false) / t.sum(i -> 1 - t.y[i]));
    d.put("false_discovery_rate", t -> 1 - t.precisionFrom(0.5));
    d.put(
        "false_omission_rate",
        t -> t.cell(0.5, 1, false) / (t.cell(0.5, 1, false) + t.cell(0.5, 0, false)));
    d.put("npv", t -> 1 - d.get("false_omission_rate").of(t));
    d.put("predicted_positive_rate", t -> t.mean(i -> t.p[i] >= 0.5 ? 1 : 0));
    d.put("prevalence", t -> t.mean(i -> t.y[i]));
    d.put("fowlkes_mallows", t -> Math.sqrt(t.precisionFrom(0.5) * d.get("recall").of(t)));
    d.put("informedness", t -> d.get("recall").of(t) + d.get("specificity").of(t) - 1);
    d.put("markedness", t -> t.precisionFrom(0.5) + d.get("npv").of(t) - 1);
    d.put(
        "positive_likelihood_ratio", t -> d.get("recall").of(t) / (1 - d.get("specificity").of(t)));
    d.put(
        "f1_score",
        t ->
            2
                * t.cell(0.5, 1, true)
                / (2 * t.cell(0.5, 1, true) + t.cell(0.5, 1, false) + t.cell(0.5, 0, true)));
    d.put("brier", t -> t.mean(i -> square(t.e(i))));
    d.put("log_loss", t -> t.mean(i -> -Math.log(t.y[i] == 1 ? t.p[i] : 1 - t.p[i])));
    d.put("roc_auc", Table::area);
    d.put("gini", t -> 2 * t.area() - 1);
    d.put("average_precision", Table::averagePrecision);
    d.put("ks_statistic", Table::kolmogorovSmirnov);
    d.put(
        "tjur_r2",
        t ->
            t.sum(i -> t.y[i] * t.p[i]) / t.sum(i -> t.y[i])
                - t.sum(i -> (1 - t.y[i]) * t.p[i]) / t.sum(i -> 1 - t.y[i]));
    d.put("normalized_entropy", t -> d.get("log_loss").of(t) / entropy(t.mean(i -> t.y[i])));
    d.put("d2_log_loss_score", t -> 1 - d.get("normalized_entropy").of(t));
    d.put(
        "max_f1",
        t ->
            t.largest(
                i ->
                    2
                        * t.cell(t.p[i], 1, true)
                        / (t.cell(t.p[i], 1, true)
                            + t.cell(t.p[i], 0, true)
                            + t.sum(j -> t.y[j]))));
    d.put(
        "expected_calibration_error(n_bins=7)",
        t -> t.bins(7, (share, p, y) -> share * Math.abs(p - y)));
    d.put("murphy_reliability(n_bins=7)", t -> t.bins(7, (share, p, y) -> share * square(p - y)));
    d.put(
        "murphy_resolution(n_bins=7)",
        t -> t.bins(7, (share, p, y) -> share * square(y - t.mean(i -> t.y[i]))));
    d.put(
        "spiegelhalter_z",
        t ->
            t.sum(i -> (t.y[i] - t.p[i]) * (1 - 2 * t.p[i]))
                / Math.sqrt(t.sum(i -> t.w[i] * square(1 - 2 * t.p[i]) * t.p[i] * (1 - t.p[i]))));
    d.put("signed_calibration_error", t -> t.mean(t::e));
    return d;
  }

  private static double entropy(double share) {
    return -share * Math.log(share) - (1 - share) * Math.log(1 - share);
  }

  @Test
  void regressionMetrics() {
    compare(regression(), random -> 0.5 + random.nextDouble(), DefinitionsTest::positive);
  }

  @Test
  void binaryMetrics() {
    // Both classes on both sides of every threshold that is used: no definition divides by 0.
    compare(
        binary(), random -> random.nextInt(2), random -> 0.05 + random.nextInt(19) / 20.0 * 0.95);
  }

  private static double positive(SplittableRandom random) {
    return 0.5 + random.nextDouble();
  }

  /** Draws one number. */
  interface Draw {
    double from(SplittableRandom random);
  }

  private static void compare(Map<String, Definition> definitions, Draw label, Draw prediction) {
    List<String> names = List.copyOf(definitions.keySet());
    Suite suite = Suite.of(String.join(", ", names)).withWeights().withoutIntervals();
    Kernel kernel = new Kernel("definitions", EvaluationPlan.of(suite));
    Property.check(
        25,
        random -> {
          Table t = table(random, label, prediction);
          Rows rows = Rows.of(ROLES, t.y, t.p, t.b, t.previous, t.lower, t.upper, t.w);
          List<MetricResult> results = Finish.DEFAULT.results(kernel.state(rows));
          for (int m = 0; m < names.size(); m++) {
            double expected = definitions.get(names.get(m)).of(t);
            assertThat(results.get(m).value())
                .as("%s, by definition %s", names.get(m), expected)
                .isInstanceOf(MetricValue.Scalar.class);
            double actual = ((MetricValue.Scalar) results.get(m).value()).value();
            assertThat(Math.abs(actual - expected))
                .as("%s: %s, by definition %s", names.get(m), actual, expected)
                .isLessThanOrEqualTo(TOLERANCE * Math.max(1, Math.abs(expected)));
          }
        });
  }

  private static Table table(SplittableRandom random, Draw label, Draw prediction) {
    int count = random.nextInt(60, 120);
    return new Table(
        column(random, count, label),
        column(random, count, prediction),
        column(random, count, label),
        column(random, count, DefinitionsTest::positive),
        column(random, count, DefinitionsTest::positive),
        column(random, count, DefinitionsTest::positive),
        column(random, count, r -> r.nextInt(1, 9) / 4.0));
  }

  private static double[] column(SplittableRandom random, int count, Draw draw) {
    double[] values = new double[count];
    Arrays.setAll(values, i -> draw.from(random));
    return values;
  }
}
