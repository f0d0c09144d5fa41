package dev.slicewise.test;

import static dev.slicewise.test.MllibTest.assertAgree;
import static dev.slicewise.test.MllibTest.exact;
import static org.assertj.core.api.Assertions.assertThat;

import dev.slicewise.core.metric.MetricValue;
import dev.slicewise.test.MllibTest.Rows;
import java.util.Map;
import java.util.stream.Stream;
import org.apache.spark.mllib.evaluation.BinaryClassificationMetrics;
import org.apache.spark.mllib.evaluation.MulticlassMetrics;
import org.apache.spark.mllib.evaluation.RegressionMetrics;
import org.apache.spark.rdd.RDD;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import scala.Product;
import scala.Tuple4;

/** Under the profile {@code mllib} everything that MLlib says of numbers and two classes agrees. */
class MllibProfileTest {
  private static final String PROFILE = "mllib";

  /** Evaluators of classes see decisions; this is ours. */
  private static final String DECIDED = "CASE WHEN p >= 0.5D THEN 1D ELSE 0D END";

  @ParameterizedTest
  @MethodSource("dev.slicewise.test.MllibTest#regressions")
  void regressionAgrees(Rows rows) {
    Map<String, MetricValue> ours = rows.ours("mae, mse, rmse, r2, explained_variance", PROFILE);
    RegressionMetrics theirs = rows.regression();
    assertAgree(exact(ours.get("mean_absolute_error")), theirs.meanAbsoluteError());
    assertAgree(exact(ours.get("mean_squared_error")), theirs.meanSquaredError());
    assertAgree(exact(ours.get("root_mean_squared_error")), theirs.rootMeanSquaredError());
    assertAgree(exact(ours.get("r2_score")), theirs.r2());
    assertAgree(exact(ours.get("explained_variance_score")), theirs.explainedVariance());
  }

  @ParameterizedTest
  @MethodSource("dev.slicewise.test.MllibTest#scores")
  void areasAgree(Rows rows) {
    Map<String, MetricValue> ours = rows.ours("roc_auc, pr_auc_trapezoid", PROFILE);
    BinaryClassificationMetrics theirs = rows.binary();
    assertAgree(exact(ours.get("roc_auc")), theirs.areaUnderROC());
    assertAgree(exact(ours.get("pr_auc_trapezoid")), theirs.areaUnderPR());
  }

  @Test
  void areasOfOneClassAgree() {
    for (int label = 0; label <= 1; label++) {
      String rows = "(SELECT * FROM (" + MllibTest.SMALL_TIES + ") WHERE y = " + label + ")";
      for (boolean weighted : new boolean[] {false, true}) {
        areasAgree(new Rows("class " + label, rows, weighted));
      }
    }
  }

  static Stream<Rows> probabilities() {
    return MllibTest.scores().filter(rows -> !rows.name().startsWith("baseline"));
  }

  @ParameterizedTest
  @MethodSource("probabilities")
  void classesAgree(Rows rows) {
    Map<String, MetricValue> ours =
        rows.ours("accuracy, zero_one_loss, precision, recall, f1, fbeta(beta=2), fpr", PROFILE);
    MulticlassMetrics theirs = decisions(rows);
    assertAgree(exact(ours.get("accuracy")), theirs.accuracy());
    assertAgree(exact(ours.get("zero_one_loss")), theirs.hammingLoss());
    assertAgree(exact(ours.get("precision")), theirs.precision(1));
    assertAgree(exact(ours.get("recall")), theirs.recall(1));
    assertAgree(exact(ours.get("f1_score")), theirs.fMeasure(1));
    assertAgree(exact(ours.get("fbeta_score")), theirs.fMeasure(1, 2));
    assertAgree(exact(ours.get("fpr")), theirs.falsePositiveRate(1));
    assertAgree(exact(rows.ours("log_loss", PROFILE).get("log_loss")), theirs.logLoss(1e-15));
  }

  @Test
  void nothingPredictedPositiveIsZeroThereToo() {
    Rows rows = new Rows("none", "(VALUES (1, 0.25D, 1D), (0, 0.125D, 1D) AS t(y, p, w))", false);
    Map<String, MetricValue> ours = rows.ours("precision, recall, f1", PROFILE);
    MulticlassMetrics theirs = decisions(rows);
    assertThat(exact(ours.get("precision"))).isEqualTo(theirs.precision(1)).isZero();
    assertThat(exact(ours.get("recall"))).isEqualTo(theirs.recall(1)).isZero();
    assertThat(exact(ours.get("f1_score"))).isEqualTo(theirs.fMeasure(1)).isZero();
  }

  /** Certain and wrong: both clip at 1e-15. */
  @Test
  void logarithmsAreClippedAlike() {
    Rows rows = new Rows("certain", "(VALUES (1, 0D, 1D), (0, 0.125D, 1D) AS t(y, p, w))", false);
    double ours = exact(rows.ours("log_loss", PROFILE).get("log_loss"));
    assertAgree(ours, decisions(rows).logLoss(1e-15));
    assertThat(ours).isGreaterThan(17);
  }

  /** Prediction, label, weight and the probabilities of both classes. */
  private static MulticlassMetrics decisions(Rows rows) {
    RDD<Product> tuples =
        Spark.sql(
                "SELECT %s, double(y), %s, array(1 - p, p) FROM %s WHERE y IS NOT NULL"
                    .formatted(DECIDED, rows.weighted() ? "w" : "1D", rows.rows()))
            .javaRDD()
            .map(
                row ->
                    (Product)
                        new Tuple4<>(
                            row.getDouble(0),
                            row.getDouble(1),
                            row.getDouble(2),
                            row.<Double>getList(3).stream()
                                .mapToDouble(Double::doubleValue)
                                .toArray()))
            .rdd();
    return new MulticlassMetrics(tuples);
  }
}
