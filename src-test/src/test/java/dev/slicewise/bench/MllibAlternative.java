package dev.slicewise.bench;

import dev.slicewise.bench.Answers.Coverage;
import dev.slicewise.bench.Answers.Rounding;
import java.util.Optional;
import java.util.function.Supplier;
import org.apache.spark.mllib.evaluation.BinaryClassificationMetrics;
import org.apache.spark.mllib.evaluation.RegressionMetrics;
import org.apache.spark.rdd.RDD;
import org.apache.spark.sql.SparkSession;
import scala.Product;
import scala.Tuple2;

/**
 * RMSE, MAE and the exact AUC by Spark MLlib, which knows neither slices nor NULL.
 *
 * @param spark session with the small table as {@link #ROWS}
 */
record MllibAlternative(SparkSession spark) implements Alternative {
  /** The rows that it reads. */
  static final String ROWS = "bench_small_rows";

  @Override
  public String id() {
    return "mllib";
  }

  @Override
  public String about() {
    return "RMSE, MAE and AUC by MLlib's RegressionMetrics and BinaryClassificationMetrics, on"
        + " fewer rows";
  }

  @Override
  public boolean onSmallTable() {
    return true;
  }

  @Override
  public Optional<String> refusal(Scenario scenario, long rows) {
    return scenario == Scenario.NONE
        ? Optional.empty()
        : Optional.of("MLlib knows neither slices nor NULL");
  }

  @Override
  public Supplier<Answers> run(Scenario scenario) {
    RDD<Product> rows =
        spark
            .sql("SELECT p, y FROM " + ROWS)
            .javaRDD()
            .map(row -> (Product) new Tuple2<>(row.getDouble(0), row.getDouble(1)))
            .rdd();
    RegressionMetrics regression = new RegressionMetrics(rows, false);
    double rmse = regression.rootMeanSquaredError();
    double mae = regression.meanAbsoluteError();
    // No bins: every distinct score is a threshold.
    BinaryClassificationMetrics binary = new BinaryClassificationMetrics(rows, 0);
    double auc = binary.areaUnderROC();
    binary.unpersist();
    return () -> {
      Answers answers = new Answers(Coverage.TOTAL, Rounding.AT_EVERY_ROW);
      answers.put(Answers.TOTAL, Measure.RMSE, rmse);
      answers.put(Answers.TOTAL, Measure.MAE, mae);
      answers.put(Answers.TOTAL, Measure.AUC, auc);
      return answers;
    };
  }
}
