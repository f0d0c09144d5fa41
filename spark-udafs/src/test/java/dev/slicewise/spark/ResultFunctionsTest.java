package dev.slicewise.spark;

import static org.apache.spark.sql.functions.array;
import static org.apache.spark.sql.functions.call_function;
import static org.apache.spark.sql.functions.col;
import static org.apache.spark.sql.functions.lit;
import static org.apache.spark.sql.functions.struct;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.groups.Tuple.tuple;

import dev.slicewise.core.slice.SliceSpec;
import java.util.List;
import org.apache.spark.sql.Dataset;
import org.apache.spark.sql.Row;
import org.apache.spark.sql.SparkSession;
import org.junit.jupiter.api.Test;

/** The functions by which SQL alone evaluates as {@link Evaluation} does. */
class ResultFunctionsTest {
  private static final String ROWS =
      "(VALUES ('a', 3.0D, 2.5D, 5.0D, TIMESTAMP'2025-01-31 23:59:00'),"
          + " ('b', 7.0D, 8.0D, 15.0D, TIMESTAMP'2025-02-01 00:00:00'),"
          + " ('b', 2.0D, NULL, NULL, NULL), (NULL, 1.0D, 4.0D, double('NaN'), NULL))"
          + " AS t(s, y, p, x, t)";

  private static Dataset<Row> sql(String query) {
    return Spark.session().sql(query);
  }

  /** One definition: its key from the values of its dimensions, its results from its state. */
  @Test
  void sqlGivesTheStatesAndResultsOfAnEvaluation() {
    String definition = "s, bucket(x, 10, 20) AS `far`, time(t, month)";
    SliceTable table =
        Evaluation.of(sql("SELECT * FROM " + ROWS))
            .label("y")
            .prediction("p")
            .metrics("rmse", "mae")
            .slices(SliceSpec.parse(definition))
            .confidence(0.9)
            .run();
    Dataset<Row> states =
        sql(
            "SELECT slice_key(0, s, b, m) AS slice_key, state FROM (SELECT s,"
                + " slice_value('bucket(x, 10, 20) AS `far`', x) AS b,"
                + " slice_value('time(t, month)', t) AS m,"
                + " eval_state('rmse, mae', y, p) AS state FROM "
                + ROWS
                + " GROUP BY ALL) ORDER BY slice_key");
    assertThat(text(states.selectExpr("hex(slice_key)", "hex(state)")))
        .hasSize(4)
        .isEqualTo(text(table.states(Spark.session()).selectExpr("hex(slice_key)", "hex(state)")));
    states.createOrReplaceTempView("result_functions");
    Dataset<Row> results =
        sql(
            "SELECT map_keys(slice) AS slices, slice, r.* FROM (SELECT slice_map('"
                + definition
                + "', slice_key) AS slice, explode(eval_results(state, metrics => 'rmse, mae',"
                + " confidence => 0.9)) AS r FROM result_functions)");
    assertThat(text(results)).isEqualTo(text(table.toDataFrame(Spark.session())));
    assertThat(sql("SELECT eval_info(state).roles FROM result_functions").first().getList(0))
        .isEqualTo(List.of("label", "prediction"));
  }

  private static List<String> text(Dataset<Row> frame) {
    return frame.toJSON().collectAsList().stream().sorted().toList();
  }

  @Test
  void columnsNameTheirArgumentsInALastStruct() {
    Row row =
        sql("SELECT * FROM " + ROWS)
            .agg(
                call_function(
                    "huber",
                    col("y"),
                    col("p"),
                    struct(lit(2.0).as("delta"), col("y").as("weight"))),
                call_function("huber", struct(col("p").as("prediction"), col("y").as("label"))))
            .first();
    Row named =
        sql("SELECT huber(y, p, delta => 2.0, weight => y), huber(y, p) FROM " + ROWS).first();
    assertThat(row).isEqualTo(named);
    assertThatThrownBy(
            () -> sql("SELECT mae(y, p, named_struct('wieght', y)) FROM " + ROWS).collect())
        .hasMessageContaining("unknown argument 'wieght'")
        .hasMessageContaining("Did you mean 'weight'");
  }

  @Test
  void aPlanSaysWhatAnEvaluationReads() {
    Row plan =
        Spark.session()
            .range(1)
            .select(
                call_function(
                    "eval_plan",
                    lit("p99_abs, huber"),
                    array(lit(""), lit("s"), lit("s, top(x, 3)")),
                    struct(lit(true).as("weighted"))))
            .first()
            .getStruct(0);
    assertThat(plan.getList(1)).isEqualTo(List.of("label", "prediction", "weight"));
    assertThat(plan.<Row>getList(3))
        .extracting(each -> each.getString(0), each -> each.getString(2), each -> each.get(3))
        .containsExactly(tuple("s", "s", null), tuple("top(x, 3)", "x", 3));
    assertThat(plan.<Row>getList(4))
        .extracting(each -> each.getString(0), each -> each.getList(2))
        .containsExactly(
            tuple("", List.of()), tuple("s", List.of(0)), tuple("s, top(x, 3)", List.of(0, 1)));
  }

  @Test
  void aRunningSessionRegistersByACatalogue() {
    SparkSession other = Spark.session().newSession();
    other.conf().set("spark.sql.catalog.slicewise", SlicewiseCatalog.class.getName());
    assertThat(other.sql("SELECT slicewise.register()").first().getBoolean(0)).isTrue();
    assertThat(other.sql("SELECT rmse(1, 3)").first().getDouble(0)).isEqualTo(2);
    assertThatThrownBy(() -> other.sql("SELECT slicewise.other()")).hasMessageContaining("other");
  }

  @Test
  void wrongQuestionsAreToldInASentence() {
    assertWrong("eval_results(X'00')", "expected the bytes of a Slicewise state");
    assertWrong("eval_results(X'00', confidence => 2)", "expected confidence in (0, 1), found 2");
    assertWrong("eval_results(X'00', invalid => 'drop')", "expected invalid => skip, fail or null");
    assertWrong("eval_results('a')", "expected argument 1 to be of type binary, found string");
    assertWrong("slice_value('bucket(x, 1)', 'a')", "expected a number to cut into buckets");
    assertWrong("slice_value('bucket(x, 2, 1)', 1)", "expected ascending finite edges");
    assertWrong("slice_key(70000, 'a')", "expected the position of a definition");
    assertWrong("slice_key(0, array(1))", "found array(1) of type array<int>");
    assertWrong("eval_plan('mae', 'carrier')", "expected a constant array of texts as slices");
    assertWrong(
        "eval_report(array(named_struct('definition', '', 'slice_key', slice_key(0), 'state',"
            + " eval_state('mae', 1, 2))))",
        "expected the application jar of Slicewise");
  }

  private static void assertWrong(String call, String message) {
    assertThatThrownBy(() -> sql("SELECT " + call).collect())
        .as(call)
        .hasStackTraceContaining(message);
  }
}
