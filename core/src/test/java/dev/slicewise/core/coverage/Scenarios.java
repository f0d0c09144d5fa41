package dev.slicewise.core.coverage;

import dev.slicewise.core.compare.UnpairedComparison;
import dev.slicewise.core.interval.Interval;
import dev.slicewise.core.laws.Kernel;
import dev.slicewise.core.laws.Rows;
import dev.slicewise.core.metric.MetricCatalog;
import dev.slicewise.core.numeric.Normal;
import dev.slicewise.core.plan.EvaluationPlan;
import dev.slicewise.core.plan.Finish;
import dev.slicewise.core.plan.MetricResult;
import dev.slicewise.core.plan.Suite;
import dev.slicewise.core.term.Role;
import java.util.Arrays;
import java.util.List;
import java.util.Objects;
import java.util.SplittableRandom;
import java.util.function.Function;

/** Everything that reports give intervals of, with distributions whose values are known. */
final class Scenarios {
  /** E|z| of a standard normal z. */
  private static final double MEAN_SIZE = Math.sqrt(2 / Math.PI);

  private static final List<Role> ROLES =
      List.of(Role.LABEL, Role.PREDICTION, Role.BASELINE, Role.WEIGHT);

  private Scenarios() {}

  /** Fills one row: label, prediction, baseline, weight. */
  @FunctionalInterface
  private interface RowOf {
    void fill(double[] row, SplittableRandom random);
  }

  private static Rows rows(int count, SplittableRandom random, RowOf rowOf) {
    double[][] columns = new double[ROLES.size()][count];
    long[] keys = new long[count];
    double[] row = new double[ROLES.size()];
    for (int i = 0; i < count; i++) {
      Arrays.fill(row, 1);
      rowOf.fill(row, random);
      for (int c = 0; c < row.length; c++) {
        columns[c][i] = row[c];
      }
      keys[i] = random.nextLong();
    }
    return Rows.of(ROLES, columns).withKeys(keys);
  }

  private static Kernel kernel(String metric, boolean weighted, boolean closed, boolean groups) {
    Suite suite =
        new Suite(List.of(MetricCatalog.standard().parse(metric)), weighted, closed, groups);
    return new Kernel(metric, EvaluationPlan.of(suite));
  }

  private static MetricResult result(Kernel kernel, Rows rows) {
    return Finish.DEFAULT.results(kernel.state(rows)).get(0);
  }

  private static Scenario closed(String metric, int count, double truth, RowOf row) {
    return of(metric, kernel(metric, false, true, false), count, truth, row);
  }

  private static Scenario jackknife(String metric, int count, double truth, RowOf row) {
    return of(metric, kernel(metric, false, false, true), count, truth, row);
  }

  private static Scenario of(String what, Kernel kernel, int count, double truth, RowOf row) {
    return new Scenario(
        what,
        String.valueOf(count),
        truth,
        true,
        random -> interval(result(kernel, rows(count, random, row))));
  }

  private static Interval interval(MetricResult result) {
    return Objects.requireNonNull(result.interval(), () -> "no interval of " + result);
  }

  private static String difference(String metric) {
    return "metric_difference(metric='" + metric + "')";
  }

  private static Scenario unpaired(
      String metric, int first, int second, double truth, Function<Boolean, RowOf> row) {
    Kernel kernel = kernel(metric, false, true, false);
    return new Scenario(
        metric + ", unpaired",
        first + " and " + second,
        truth,
        true,
        random -> {
          MetricResult a = result(kernel, rows(first, random, row.apply(true)));
          MetricResult b = result(kernel, rows(second, random, row.apply(false)));
          return UnpairedComparison.of(a, b, null, 0.95).interval();
        });
  }

  /** Users with rows of their own difficulty: keys are the users'. */
  private static Scenario clustered(
      String metric, boolean closed, double truth, boolean covers, double candidate) {
    Kernel kernel = kernel(metric, false, closed, !closed);
    return new Scenario(
        metric + (closed ? ", clusters ignored" : ", clustered"),
        "200 clusters of 1 to 20",
        truth,
        covers,
        random -> interval(result(kernel, clusters(random, candidate))));
  }

  private static Rows clusters(SplittableRandom random, double candidate) {
    int clusters = 200;
    int[] sizes = random.ints(clusters, 1, 21).toArray();
    int count = Arrays.stream(sizes).sum();
    double[][] columns = new double[ROLES.size()][count];
    long[] keys = new long[count];
    int at = 0;
    for (int size : sizes) {
      double hard = random.nextExponential();
      double taste = candidate + 0.5 * random.nextGaussian();
      long key = random.nextLong();
      for (int i = 0; i < size; i++, at++) {
        // Absolute errors around the user's own means; labels are 0.
        columns[1][at] = 10 + hard + taste + random.nextGaussian();
        columns[2][at] = 10 + hard + random.nextGaussian();
        columns[3][at] = 1;
        keys[at] = key;
      }
    }
    return Rows.of(ROLES, columns).withKeys(keys);
  }

  /** An error of some size on a row that is as hard for both models. */
  private static RowOf regression(double ofModel, double ofBaseline) {
    return (row, random) -> {
      double hard = 0.5 + random.nextDouble();
      row[0] = 0;
      row[1] = ofModel * hard * random.nextGaussian();
      row[2] = ofBaseline * hard * random.nextGaussian();
    };
  }

  /** Labels with scores of two models that share half of their noise. */
  private static RowOf scores(double prevalence, double ofModel, double ofBaseline) {
    return (row, random) -> {
      row[0] = random.nextDouble() < prevalence ? 1 : 0;
      double shared = Math.sqrt(0.5) * random.nextGaussian();
      row[1] = ofModel * row[0] + shared + Math.sqrt(0.5) * random.nextGaussian();
      row[2] = ofBaseline * row[0] + shared + Math.sqrt(0.5) * random.nextGaussian();
    };
  }

  private static double area(double distance) {
    return Normal.cdf(distance / Math.sqrt(2));
  }

  /** Decisions that are right with these probabilities, together as often as may be. */
  private static RowOf right(double ofModel, double ofBaseline, double together) {
    return (row, random) -> {
      double one = random.nextDouble();
      double other = random.nextDouble() < together ? one : random.nextDouble();
      row[0] = random.nextInt(2);
      row[1] = one < ofModel ? row[0] : 1 - row[0];
      row[2] = other < ofBaseline ? row[0] : 1 - row[0];
    };
  }

  /** A classifier's decisions on labels of which 30 % are positive. */
  private static RowOf decisions(double sensitivity, double falseAlarms, double ofBaseline) {
    return (row, random) -> {
      row[0] = random.nextDouble() < 0.3 ? 1 : 0;
      double u = random.nextDouble();
      double v = random.nextInt(2) == 0 ? u : random.nextDouble();
      row[1] = u < (row[0] == 1 ? sensitivity : falseAlarms) ? 1 : 0;
      row[2] = v < (row[0] == 1 ? sensitivity : ofBaseline) ? 1 : 0;
    };
  }

  private static double precision(double sensitivity, double falseAlarms) {
    return 0.3 * sensitivity / (0.3 * sensitivity + 0.7 * falseAlarms);
  }

  static List<Scenario> all() {
    RowOf skewed = (row, random) -> row[1] = row[0] + random.nextExponential();
    RowOf normal = (row, random) -> row[1] = row[0] + 2 * random.nextGaussian();
    RowOf weighted =
        (row, random) -> {
          row[1] = row[0] + random.nextExponential();
          row[3] = 0.25 + 2 * random.nextDouble();
        };
    RowOf relative =
        (row, random) -> {
          row[0] = Math.exp(0.5 * random.nextGaussian());
          row[1] = row[0] * (1 + 0.3 * random.nextGaussian());
        };
    double deviation = Math.sqrt(13.0 / 12);
    String mae = difference("mae");
    return List.of(
        closed("mae", 300, 1, skewed),
        of("mae, weighted", kernel("mae", true, true, false), 400, 1, weighted),
        closed("rmse", 400, 2, normal),
        closed("wape", 500, 0.3 * MEAN_SIZE, relative),
        closed("accuracy", 200, 0.9, right(0.9, 0.5, 0)),
        closed("accuracy", 600, 0.02, right(0.02, 0.5, 0)),
        closed("precision", 600, precision(0.8, 0.1), decisions(0.8, 0.1, 0.1)),
        closed("f1", 1000, 0.48 / 0.61, decisions(0.8, 0.1, 0.1)),
        closed("roc_auc", 400, area(1), scores(0.3, 1, 1)),
        jackknife("roc_auc", 2000, area(1), scores(0.3, 1, 1)),
        closed("quantile_abs_error(q=0.9)", 1000, 2 * 1.6448536269514722, normal),
        closed("quantile_abs_error(q=0.99)", 3000, 2 * 2.5758293035489004, normal),
        jackknife("quantile_abs_error(q=0.9)", 4000, 2 * 1.6448536269514722, normal),
        closed(mae, 300, -0.2 * MEAN_SIZE, regression(1, 1.2)),
        of(
            mae + ", weighted",
            kernel(mae, true, true, false),
            400,
            0,
            (row, random) -> {
              regression(1, 1).fill(row, random);
              row[3] = 0.25 + 2 * random.nextDouble();
            }),
        jackknife(mae, 1000, -0.2 * MEAN_SIZE, regression(1, 1.2)),
        closed(difference("rmse"), 500, -0.2 * deviation, regression(1, 1.2)),
        closed(difference("accuracy"), 300, 0.05, right(0.85, 0.8, 0.7)),
        closed(difference("accuracy"), 1000, 0, right(0.9, 0.9, 0.9)),
        closed(
            difference("precision"),
            1000,
            precision(0.8, 0.1) - precision(0.8, 0.15),
            decisions(0.8, 0.1, 0.15)),
        closed(difference("roc_auc"), 400, area(1.2) - area(0.9), scores(0.3, 1.2, 0.9)),
        closed(difference("roc_auc"), 120, 0, scores(0.5, 1, 1)),
        jackknife(difference("roc_auc"), 2000, area(1.2) - area(0.9), scores(0.3, 1.2, 0.9)),
        jackknife(difference("quantile_abs_error(q=0.9)"), 4000, 0, regression(1, 1)),
        unpaired(
            "mae",
            150,
            400,
            -0.5,
            model ->
                (row, random) -> row[1] = row[0] + (model ? 1 : 1.5) * random.nextExponential()),
        unpaired("accuracy", 150, 250, 0.05, model -> right(model ? 0.9 : 0.85, 0.5, 0)),
        unpaired(
            "roc_auc", 300, 400, area(1.2) - area(0.9), model -> scores(0.3, model ? 1.2 : 0.9, 1)),
        clustered("mae", false, 11, true, 0),
        clustered(mae, false, 0.3, true, 0.3),
        clustered("mae", true, 11, false, 0),
        clustered(mae, true, 0.3, false, 0.3));
  }
}
