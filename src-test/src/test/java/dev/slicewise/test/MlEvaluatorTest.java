package dev.slicewise.test;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.within;

import dev.slicewise.spark.EvaluationException;
import dev.slicewise.spark.ml.SlicewiseEvaluator;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.ServiceLoader;
import java.util.stream.Stream;
import org.apache.spark.ml.classification.LogisticRegression;
import org.apache.spark.ml.evaluation.BinaryClassificationEvaluator;
import org.apache.spark.ml.evaluation.Evaluator;
import org.apache.spark.ml.evaluation.MulticlassClassificationEvaluator;
import org.apache.spark.ml.feature.VectorAssembler;
import org.apache.spark.ml.param.ParamMap;
import org.apache.spark.ml.regression.LinearRegression;
import org.apache.spark.ml.tuning.CrossValidator;
import org.apache.spark.ml.tuning.CrossValidatorModel;
import org.apache.spark.ml.tuning.ParamGridBuilder;
import org.apache.spark.ml.tuning.TrainValidationSplit;
import org.apache.spark.ml.tuning.TrainValidationSplitModel;
import org.apache.spark.sql.Dataset;
import org.apache.spark.sql.Row;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** Metrics of the catalogue where MLlib selects models. */
class MlEvaluatorTest {
  private static final long SEED = 20261121;

  private static Dataset<Row> rows;

  @BeforeAll
  static void features() {
    Dataset<Row> flights =
        Spark.sql(
            "SELECT late AS label, arr_delay, p_late, distance, CAST(month AS DOUBLE) AS month,"
                + " CAST(pmod(flight_id, 3) AS DOUBLE) AS third FROM flights_sample"
                + " WHERE late IS NOT NULL AND arr_delay IS NOT NULL AND p_late IS NOT NULL"
                + " AND hash(flight_id) % 20 = 0");
    rows =
        new VectorAssembler()
            .setInputCols(new String[] {"p_late", "distance", "month"})
            .setOutputCol("features")
            .transform(flights)
            .selectExpr("*", "CAST(label AS DOUBLE) AS y")
            .drop("label")
            .withColumnRenamed("y", "label")
            .cache();
    assertThat(rows.count()).isBetween(500L, 20_000L);
  }

  private static SlicewiseEvaluator evaluator(String metric) {
    return new SlicewiseEvaluator().setMetricName(metric).setPredictionCol("probability");
  }

  @Test
  void crossValidationChoosesAsWithMllibsOwnEvaluator() {
    LogisticRegression estimator = new LogisticRegression().setMaxIter(5);
    ParamMap[] grid =
        new ParamGridBuilder()
            .addGrid(estimator.regParam(), new double[] {0.01, 2})
            .addGrid(estimator.elasticNetParam(), new double[] {1})
            .build();
    CrossValidator validator =
        new CrossValidator()
            .setEstimator(estimator)
            .setEstimatorParamMaps(grid)
            .setNumFolds(2)
            .setSeed(SEED);
    CrossValidatorModel ours = validator.setEvaluator(evaluator("roc_auc")).fit(rows);
    CrossValidatorModel theirs =
        validator.setEvaluator(new BinaryClassificationEvaluator().setNumBins(0)).fit(rows);
    assertThat(ours.avgMetrics()).hasSize(2).containsExactly(theirs.avgMetrics(), within(1e-12));
    assertThat(ours.avgMetrics()[0]).isGreaterThan(ours.avgMetrics()[1]);
    assertThat(ours.bestModel().extractParamMap().apply(estimator.regParam()))
        .isEqualTo(theirs.bestModel().extractParamMap().apply(estimator.regParam()));
  }

  @Test
  void aSplitMinimisesErrors() {
    LinearRegression estimator = new LinearRegression().setLabelCol("arr_delay");
    ParamMap[] grid =
        new ParamGridBuilder().addGrid(estimator.regParam(), new double[] {1000, 0}).build();
    SlicewiseEvaluator metric =
        new SlicewiseEvaluator()
            .setMetricName("rmse")
            .setLabelCol("arr_delay")
            .setWeightCol("distance");
    TrainValidationSplitModel model =
        new TrainValidationSplit()
            .setEstimator(estimator)
            .setEvaluator(metric)
            .setEstimatorParamMaps(grid)
            .setSeed(SEED)
            .fit(rows);
    assertThat(metric.isLargerBetter()).isFalse();
    assertThat(model.validationMetrics()[1]).isLessThan(model.validationMetrics()[0]);
    assertThat(model.bestModel().extractParamMap().apply(estimator.regParam())).isEqualTo(0.0);
  }

  @Test
  void vectorsOfSeveralClassesAreDistributions() {
    Dataset<Row> predicted =
        new LogisticRegression().setLabelCol("third").fit(rows).transform(rows);
    double ours = evaluator("log_loss(task=multiclass)").setLabelCol("third").evaluate(predicted);
    double theirs =
        new MulticlassClassificationEvaluator()
            .setLabelCol("third")
            .setMetricName("logLoss")
            .evaluate(predicted);
    assertThat(ours).isCloseTo(theirs, within(1e-12));
    assertThatThrownBy(() -> evaluator("roc_auc").evaluate(predicted))
        .hasStackTraceContaining("expected a vector of two classes in probability")
        .hasStackTraceContaining("found one of 3");
  }

  @Test
  void theValueIsThatOfTheSqlFunction() {
    Dataset<Row> rounded = rows.withColumnRenamed("p_late", "probability");
    rounded.createOrReplaceTempView("ml_rows");
    double sql =
        Spark.sql(
                "SELECT fbeta_score(label, probability, beta => 2.0, threshold => 0.25) FROM ml_rows")
            .first()
            .getDouble(0);
    assertThat(evaluator("fbeta_score(beta=2, threshold=0.25)").evaluate(rounded)).isEqualTo(sql);
  }

  @Test
  void whatWasSavedIsReadBack(@TempDir Path folder) throws IOException {
    SlicewiseEvaluator saved =
        evaluator("recall(threshold=0.3)")
            .setLabelCol("late")
            .setWeightCol("w")
            .setProfile("sklearn")
            .setRoles("scale=price_range", "sensitive=`a=b`");
    String path = folder.resolve("evaluator").toString();
    saved.write().overwrite().save(path);
    SlicewiseEvaluator read = SlicewiseEvaluator.load(path);
    assertThat(read.uid()).isEqualTo(saved.uid());
    for (String param :
        List.of("labelCol", "predictionCol", "weightCol", "metricName", "profile")) {
      assertThat(read.get(read.getParam(param))).isEqualTo(saved.get(saved.getParam(param)));
    }
    assertThat(read.getOrDefault(read.roles()))
        .containsExactly("scale=price_range", "sensitive=`a=b`");
    ParamMap other = new ParamMap().put(saved.metricName().w("log_loss"));
    assertThat(read.isLargerBetter()).isTrue();
    assertThat(read.copy(other).isLargerBetter()).isFalse();
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      value = {
        "rocauc | Did you mean 'roc_auc'?",
        "reliability_curve | expected a metric that is one number",
        "mean_error | of which 0 is the best value",
        "calibration_slope | of which 1 is the best value",
        "count | which describes and does not judge",
        "recall(treshold=0.3) | unknown parameter 'treshold'"
      })
  void whatCannotSelectIsRefusedWhenItIsSet(String metric, String reason) {
    assertThatThrownBy(() -> new SlicewiseEvaluator().setMetricName(metric))
        .isInstanceOf(IllegalArgumentException.class)
        .hasMessageContaining(reason);
    SlicewiseEvaluator fresh = new SlicewiseEvaluator();
    assertThatThrownBy(() -> new ParamMap().put(fresh.metricName().w(metric)))
        .hasMessageContaining(reason);
  }

  @Test
  void otherParamsAreChecked() {
    SlicewiseEvaluator evaluator = evaluator("roc_auc");
    assertThatThrownBy(() -> evaluator.setProfile("scikit")).hasMessageContaining("sklearn");
    assertThatThrownBy(() -> evaluator.setRoles("scale")).hasMessageContaining("role=column");
    assertThatThrownBy(() -> new SlicewiseEvaluator().evaluate(rows))
        .hasMessageContaining("setMetricName");
    assertThatThrownBy(() -> evaluator.setPredictionCol("p_lat").evaluate(rows))
        .isInstanceOf(EvaluationException.class)
        .hasMessageContaining("p_late");
  }

  @ParameterizedTest
  @ValueSource(strings = {"label = 0", "label > 1"})
  void undefinedFailsWithTheReason(String filter) {
    SlicewiseEvaluator evaluator = evaluator("roc_auc").setPredictionCol("p_late");
    assertThatThrownBy(() -> evaluator.evaluate(rows.filter(filter)))
        .isInstanceOf(EvaluationException.class)
        .hasMessageContaining("expected a value of roc_auc")
        .hasMessageContaining(filter.equals("label > 1") ? "no rows" : "n_rows=")
        .hasMessageContaining("give more rows a fold");
  }

  @Test
  void connectFindsIt() {
    List<Class<?>> found = new ArrayList<>();
    ServiceLoader.load(Evaluator.class).stream().forEach(each -> found.add(each.type()));
    assertThat(found).contains(SlicewiseEvaluator.class, BinaryClassificationEvaluator.class);
  }

  /** Else a Spark without MLlib could not load the SQL functions. */
  @Test
  void nothingElseNamesMllib() throws IOException {
    Path sources = Spark.project().resolve("spark-udafs/src/main/java/dev/slicewise/spark");
    try (Stream<Path> files = Files.walk(sources)) {
      for (Path file : files.filter(path -> path.toString().endsWith(".java")).toList()) {
        boolean own = file.getParent().equals(sources.resolve("ml"));
        boolean names =
            Files.readString(file)
                .matches(
                    "(?s).*(import |new )(static )?(org\\.apache\\.spark|dev\\.slicewise\\.spark)\\.ml\\..*");
        assertThat(names && !own).as(file.toString()).isFalse();
      }
    }
  }
}
