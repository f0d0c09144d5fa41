package dev.slicewise.test;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import dev.slicewise.core.metric.MetricValue;
import dev.slicewise.core.plan.MetricResult;
import dev.slicewise.spark.Evaluation;
import dev.slicewise.spark.SliceTable;
import java.util.Map;
import java.util.TreeMap;
import java.util.stream.Stream;
import org.apache.spark.mllib.evaluation.BinaryClassificationMetrics;
import org.apache.spark.mllib.evaluation.RegressionMetrics;
import org.apache.spark.rdd.RDD;
import org.apache.spark.sql.Row;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import scala.Product;
import scala.Tuple2;
import scala.Tuple3;

/** Agreement with Spark MLlib, and the formula of every disagreement. */
class MllibTest {
  /**
   * MLlib adds doubles one by one in the order in which rows and partitions arrive, so its sums of
   * n nonnegative terms are off by at most n·2⁻⁵³ of themselves: 4e-11 for the flights. One minus
   * such a quotient, as in R² = 0.12, loses another digit.
   */
  private static final double ROUNDING = 1e-9;

  private static final String SMALL_REGRESSION =
      "VALUES (3D, 2.5D, 1D), (-0.5D, 0D, 2D), (2D, 2D, 0.25D), (7D, 8D, 3D), (7D, 8D, 0D),"
          + " (NULL, 1D, 1D), (1D, -4D, 0.5D) AS t(y, p, w)";

  /** Ties across the classes, at the highest score too, and a row without weight. */
  static final String SMALL_TIES =
      "VALUES (1, 0.9D, 2D), (0, 0.9D, 1D), (1, 0.7D, 0.5D), (1, 0.7D, 1.5D), (0, 0.7D, 3D),"
          + " (NULL, 0.8D, 1D), (0, 0.5D, 0D), (1, 0.4D, 0.25D), (0, 0.4D, 1D), (0, 0.1D, 2D)"
          + " AS t(y, p, w)";

  private static final String SMALL_PURE_TOP =
      "VALUES (1, 0.9D, 2D), (1, 0.9D, 0.75D), (0, 0.6D, 1D), (1, 0.6D, 4D), (0, 0.2D, 2D),"
          + " (1, 0.1D, 1D) AS t(y, p, w)";

  /**
   * Rows for both sides.
   *
   * @param name of the case
   * @param rows SQL with the columns y, p and w
   * @param weighted whether w counts
   */
  record Rows(String name, String rows, boolean weighted) {
    static Stream<Rows> of(String name, String rows) {
      return Stream.of(new Rows(name, rows, false), new Rows(name + ", weighted", rows, true));
    }

    /** What Slicewise says, by id; rows without a label are its own business. */
    Map<String, MetricValue> ours(String metrics) {
      return ours(metrics, "slicewise");
    }

    /** The same with the defaults of a profile. */
    Map<String, MetricValue> ours(String metrics, String profile) {
      Evaluation evaluation =
          Evaluation.of(Spark.sql("SELECT * FROM " + rows))
              .label("y")
              .prediction("p")
              .profile(profile)
              .metrics(metrics);
      Map<String, MetricValue> values = new TreeMap<>();
      try (SliceTable table = (weighted ? evaluation.weight("w") : evaluation).run()) {
        for (MetricResult result : table.iterator().next().metrics()) {
          values.put(result.metric().id(), result.value());
        }
      }
      return values;
    }

    /** The rows that have a label, as MLlib takes them: prediction, label and, if any, weight. */
    RDD<Product> theirs() {
      boolean withWeight = weighted;
      return Spark.sql("SELECT p, double(y), w FROM " + rows + " WHERE y IS NOT NULL")
          .javaRDD()
          .map(
              row ->
                  withWeight
                      ? (Product) new Tuple3<>(row.getDouble(0), row.getDouble(1), row.getDouble(2))
                      : new Tuple2<>(row.getDouble(0), row.getDouble(1)))
          .rdd();
    }

    RegressionMetrics regression() {
      return new RegressionMetrics(theirs(), false);
    }

    /** Every distinct score is a threshold: no downsampling into bins. */
    BinaryClassificationMetrics binary() {
      return new BinaryClassificationMetrics(theirs(), 0);
    }

    /** A sum over the rows with a label, by Spark's own arithmetic; w is 1 unless weighted. */
    double sum(String expression) {
      String weight = weighted ? "w" : "1D AS w";
      Row sum =
          Spark.sql(
                  "SELECT sum(%s) FROM (SELECT y, p, %s FROM %s WHERE y IS NOT NULL)"
                      .formatted(expression, weight, rows))
              .first();
      return sum.getDouble(0);
    }

    @Override
    public String toString() {
      return name;
    }
  }

  static Stream<Rows> regressions() {
    return Stream.concat(
        Rows.of(
            "flights", "(SELECT arr_delay AS y, predicted_delay AS p, distance AS w FROM flights)"),
        Rows.of("small", "(" + SMALL_REGRESSION + ")"));
  }

  /** The probabilities of the flights have three decimals here, so that no two share a bin. */
  static Stream<Rows> scores() {
    return Stream.of(
            Rows.of(
                "flights", "(SELECT late AS y, round(p_late, 3) AS p, distance AS w FROM flights)"),
            Rows.of(
                "baseline",
                "(SELECT late AS y, round(p_late_baseline, 3) AS p, distance AS w FROM flights)"),
            Rows.of("ties", "(" + SMALL_TIES + ")"),
            Rows.of("pure top", "(" + SMALL_PURE_TOP + ")"))
        .flatMap(rows -> rows);
  }

  static double exact(MetricValue value) {
    assertThat(value).isInstanceOf(MetricValue.Scalar.class);
    MetricValue.Scalar scalar = (MetricValue.Scalar) value;
    assertThat(scalar.exactness()).isEqualTo(MetricValue.Exactness.EXACT);
    return scalar.value();
  }

  static void assertAgree(double ours, double theirs) {
    assertThat(ours).isCloseTo(theirs, within(ROUNDING * Math.abs(theirs)));
  }

  @ParameterizedTest
  @MethodSource("regressions")
  void errorsAgree(Rows rows) {
    Map<String, MetricValue> ours = rows.ours("mae, mse, rmse");
    RegressionMetrics theirs = rows.regression();
    assertAgree(exact(ours.get("mean_absolute_error")), theirs.meanAbsoluteError());
    assertAgree(exact(ours.get("mean_squared_error")), theirs.meanSquaredError());
    assertAgree(exact(ours.get("root_mean_squared_error")), theirs.rootMeanSquaredError());
  }

  /**
   * MLlib multiplies the unbiased variance of the labels, whose denominator for weights is W −
   * Σw²/W, by W − 1. Without weights that is Σ(y − ȳ)²; with weights it is another number, which
   * changes when all weights double.
   */
  @ParameterizedTest
  @MethodSource("regressions")
  void r2AgreesWithoutWeights(Rows rows) {
    double ours = exact(rows.ours("r2_score").get("r2_score"));
    double theirs = rows.regression().r2();
    if (rows.weighted()) {
      double weight = rows.sum("w");
      double correction = (weight - 1) / (weight - rows.sum("w * w") / weight);
      assertThat(Math.abs(correction - 1)).isGreaterThan(1e-6);
      assertAgree(1 - ours, (1 - theirs) * correction);
      double mean = rows.sum("w * y") / weight;
      assertAgree(
          1 - ours,
          rows.sum("w * pow(y - p, 2)") / rows.sum("w * pow(y - (%s), 2)".formatted(mean)));
    } else {
      assertAgree(ours, theirs);
    }
  }

  /**
   * MLlib's is the mean of (p − ȳ)², in squared units of the label and blind to whether a
   * prediction meets its row; ours is scikit-learn's 1 − Var(e)/Var(y).
   */
  @ParameterizedTest
  @MethodSource("regressions")
  void explainedVarianceIsAnotherQuantity(Rows rows) {
    double weight = rows.sum("w");
    double label = rows.sum("w * y") / weight;
    double error = rows.sum("w * (p - y)") / weight;
    double theirs = rows.sum("w * pow(p - (%s), 2)".formatted(label)) / weight;
    double ours =
        1
            - rows.sum("w * pow(p - y - (%s), 2)".formatted(error))
                / rows.sum("w * pow(y - (%s), 2)".formatted(label));
    assertAgree(rows.regression().explainedVariance(), theirs);
    assertAgree(exact(rows.ours("explained_variance").get("explained_variance_score")), ours);
    assertThat(theirs).isNotCloseTo(ours, within(0.1));
  }

  /** For least squares with an intercept MLlib's explained variance is ours times Var(y). */
  @Test
  void explainedVarianceOfLeastSquaresIsAShareOfTheVariance() {
    // y on x = 0, 1, 2, 3: slope 7/5, intercept 9/10, Var(y) = 14/4, R² = 7/10.
    Rows rows =
        new Rows(
            "least squares",
            "(VALUES (1D, 0.9D, 1D), (3D, 2.3D, 1D), (2D, 3.7D, 1D), (6D, 5.1D, 1D) AS t(y, p, w))",
            false);
    assertAgree(exact(rows.ours("explained_variance").get("explained_variance_score")), 0.7);
    assertAgree(exact(rows.ours("r2_score").get("r2_score")), 0.7);
    assertAgree(rows.regression().explainedVariance(), 0.7 * 14 / 4);
  }

  @Test
  void constantLabelIsUndefinedHereAndInfiniteThere() {
    Rows rows = new Rows("constant", "(VALUES (2D, 1D, 1D), (2D, 4D, 1D) AS t(y, p, w))", false);
    assertThat(rows.ours("r2_score").get("r2_score"))
        .isEqualTo(MetricValue.undefined("the label is constant"));
    assertThat(rows.regression().r2()).isEqualTo(Double.NEGATIVE_INFINITY);
  }

  @ParameterizedTest
  @MethodSource("scores")
  void areaUnderRocAgrees(Rows rows) {
    assertAgree(exact(rows.ours("roc_auc").get("roc_auc")), rows.binary().areaUnderROC());
  }

  /**
   * Both draw straight lines between the points of the curve, but at recall 0 MLlib repeats the
   * precision p of the highest score where we, as scikit-learn does, put 1. Ours is larger by the
   * triangle above: half of that score's recall times 1 − p.
   */
  @ParameterizedTest
  @MethodSource("scores")
  void areaUnderPrDiffersByTheFirstTriangle(Rows rows) {
    String id = "pr_auc_trapezoid";
    BinaryClassificationMetrics theirs = rows.binary();
    double highest =
        Spark.sql("SELECT max(p) FROM " + rows.rows() + " WHERE y IS NOT NULL")
            .first()
            .getDouble(0);
    String atHighest = "CASE WHEN p = %sD THEN w ELSE 0D END".formatted(highest);
    double hits = rows.sum("y * " + atHighest);
    double triangle = hits / rows.sum("w * y") * (1 - hits / rows.sum(atHighest)) / 2;
    // Of the baseline's flights with probability 1 some were on time; the others' best were late.
    boolean mixed = rows.name().startsWith("ties") || rows.name().startsWith("baseline");
    assertThat(triangle).isBetween(mixed ? 1e-6 : 0, mixed ? 0.5 : 0);
    assertAgree(exact(rows.ours(id).get(id)), theirs.areaUnderPR() + triangle);
  }

  /** Beyond 4,096 distinct scores we keep bins and say how far off that may be. */
  @ParameterizedTest
  @MethodSource("manyScores")
  void manyScoresAgreeWithinTheirCertificate(Rows rows) {
    MetricValue.Scalar ours = (MetricValue.Scalar) rows.ours("roc_auc").get("roc_auc");
    assertThat(ours.exactness()).isEqualTo(MetricValue.Exactness.BOUNDED);
    assertThat(ours.errorBound()).isBetween(1e-9, 1e-3);
    assertThat(ours.value())
        .isCloseTo(rows.binary().areaUnderROC(), within(ours.errorBound() + ROUNDING));
  }

  static Stream<Rows> manyScores() {
    return Rows.of(
        "flights",
        "(SELECT late AS y, p_late + predicted_delay / 1e6 AS p, distance AS w FROM flights)");
  }

  /** One class has no ROC curve and negatives alone no recall; MLlib calls that 1 or 0. */
  @Test
  void oneClassIsUndefinedHereAndANumberThere() {
    String rows = "(SELECT * FROM (" + SMALL_TIES + ") WHERE y = %d)";
    for (boolean weighted : new boolean[] {false, true}) {
      Rows positives = new Rows("positives", rows.formatted(1), weighted);
      Rows negatives = new Rows("negatives", rows.formatted(0), weighted);
      for (Rows oneClass : new Rows[] {positives, negatives}) {
        assertThat(oneClass.ours("roc_auc").get("roc_auc"))
            .isInstanceOf(MetricValue.Undefined.class);
      }
      assertThat(positives.binary().areaUnderROC()).isEqualTo(1);
      assertThat(negatives.binary().areaUnderROC()).isEqualTo(0);
      String id = "pr_auc_trapezoid";
      assertThat(exact(positives.ours(id).get(id))).isEqualTo(1);
      assertAgree(positives.binary().areaUnderPR(), 1);
      assertThat(negatives.ours(id).get(id)).isInstanceOf(MetricValue.Undefined.class);
      assertThat(negatives.binary().areaUnderPR()).isEqualTo(0);
    }
  }
}
