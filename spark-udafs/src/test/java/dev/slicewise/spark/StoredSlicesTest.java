package dev.slicewise.spark;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.slicewise.core.metric.MetricCatalog;
import dev.slicewise.core.plan.Finish;
import dev.slicewise.core.slice.SliceResult;
import dev.slicewise.core.slice.Slices;
import java.util.ArrayList;
import java.util.List;
import org.apache.spark.sql.Dataset;
import org.apache.spark.sql.Row;
import org.apache.spark.sql.SparkSession;
import org.junit.jupiter.api.Test;

/** Stored states read back, merged and asked again. */
class StoredSlicesTest {
  private static final SparkSession SPARK = dev.slicewise.spark.Spark.session();

  private static Dataset<Row> rows(long from, long to) {
    return SPARK
        .range(from, to)
        .selectExpr(
            "CAST(id % 5 AS STRING) AS city",
            "id % 3 AS kind",
            "CAST(xxhash64(id) % 1000 AS DOUBLE) / 7 AS label",
            "CAST(xxhash64(id, 1) % 1000 AS DOUBLE) / 7 AS prediction");
  }

  private static Evaluation evaluation(Dataset<Row> rows) {
    return Evaluation.of(rows)
        .metrics("rmse", "mae", "quantile_abs_error(q=0.9)")
        .slices(Slices.all(), Slices.by("city", "bucket(label, 0, 50)"), Slices.by("kind"));
  }

  private static List<SliceResult> results(SliceTable table) {
    List<SliceResult> results = new ArrayList<>();
    table.iterator().forEachRemaining(results::add);
    return results;
  }

  @Test
  void partsMergedAreTheWhole() {
    SliceTable whole = evaluation(rows(0, 1000)).run();
    Dataset<Row> parts =
        evaluation(rows(0, 100))
            .run()
            .states(SPARK)
            .union(evaluation(rows(100, 1000)).run().states(SPARK));
    SliceTable merged =
        SliceTable.read(parts, whole.finish()).select(whole.metrics(), whole.finish());
    assertThat(merged.definitions()).isEqualTo(whole.definitions());
    assertThat(results(merged)).isEqualTo(results(whole)).hasSizeGreaterThan(10);
    assertThat(merged.rowCount()).isEqualTo(1000);
    assertThat(stateBytes(merged)).isEqualTo(stateBytes(whole));
  }

  private static List<String> stateBytes(SliceTable table) {
    return table
        .states(SPARK)
        .selectExpr("concat(definition, hex(slice_key), hex(state))")
        .as(org.apache.spark.sql.Encoders.STRING())
        .collectAsList();
  }

  @Test
  void otherQuestionsAreAskedOfTheSameStates() {
    SliceTable table = evaluation(rows(0, 1000)).run();
    Finish none = new Finish(0, Finish.InvalidRows.SKIP);
    SliceTable other =
        table.select(MetricCatalog.standard().parseList("quantile_abs_error(q=0.5), mse"), none);
    SliceTable direct =
        Evaluation.of(rows(0, 1000))
            .metrics("quantile_abs_error(q=0.5)", "mse")
            .withoutIntervals()
            .slices(Slices.all(), Slices.by("city", "bucket(label, 0, 50)"), Slices.by("kind"))
            .run();
    assertThat(results(other)).isEqualTo(results(direct));
    assertThatThrownBy(() -> table.select(MetricCatalog.standard().parseList("roc_auc"), none))
        .isInstanceOf(EvaluationException.class)
        .hasMessageContaining("roc_auc")
        .hasMessageContaining("Evaluate again");
  }

  @Test
  void aWrongNumberOfTasksIsRefused() {
    SPARK.conf().set("spark.slicewise.scan.tasksPerCore", "many");
    try {
      assertThatThrownBy(() -> evaluation(rows(0, 10)).run())
          .isInstanceOf(EvaluationException.class)
          .hasMessageContaining("tasksPerCore, found 'many'");
    } finally {
      SPARK.conf().unset("spark.slicewise.scan.tasksPerCore");
    }
  }

  @Test
  void differentPlansAndForeignTablesAreRefused() {
    Dataset<Row> some = evaluation(rows(0, 10)).run().states(SPARK);
    Dataset<Row> others = Evaluation.of(rows(0, 10)).metrics("mae").run().states(SPARK);
    assertThatThrownBy(() -> SliceTable.read(some.union(others), Finish.DEFAULT))
        .isInstanceOf(EvaluationException.class)
        .hasMessageContaining("expected a state of plan");
    assertThatThrownBy(() -> SliceTable.read(rows(0, 10), Finish.DEFAULT))
        .isInstanceOf(EvaluationException.class)
        .hasMessageContaining("slice_key");
    assertThatThrownBy(() -> SliceTable.read(some.limit(0), Finish.DEFAULT))
        .isInstanceOf(EvaluationException.class)
        .hasMessageContaining("found none");
  }
}
