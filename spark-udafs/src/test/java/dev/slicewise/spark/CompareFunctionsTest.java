package dev.slicewise.spark;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.groups.Tuple.tuple;

import java.util.List;
import org.apache.spark.sql.Dataset;
import org.apache.spark.sql.Row;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;

/** Models in SQL; that the digits are those of {@code slicewise compare} is tested from Python. */
class CompareFunctionsTest {
  private static Dataset<Row> sql(String query) {
    return Spark.session().sql(query);
  }

  /** A hundred rows: the model is off by 1 or 2, the baseline by 3. */
  @BeforeAll
  static void states() {
    List<String> metrics =
        sql("SELECT explode(eval_plan('mae, rmse', array(''), compared => true).metrics)")
            .as(org.apache.spark.sql.Encoders.STRING())
            .collectAsList();
    sql("SELECT eval_state(\""
            + String.join(", ", metrics)
            + "\", y, p, b) AS both, eval_state('mae, rmse', y, p) AS model, eval_state('mae,"
            + " rmse', y, b) AS baseline FROM (SELECT id AS y, id + 1 + id % 2 AS p, id - 3 AS b"
            + " FROM range(100))")
        .createOrReplaceTempView("compared");
  }

  private static List<Row> compared(String arguments) {
    return sql("SELECT c.* FROM (SELECT explode(eval_compare("
            + arguments
            + ")) AS c FROM compared)")
        .collectAsList();
  }

  @Test
  void modelsOnTheSameRows() {
    assertThat(compared("both"))
        .extracting(
            row -> row.getAs("metric"),
            row -> row.getAs("model"),
            row -> row.getAs("paired"),
            row -> row.getAs("delta"),
            row -> row.getAs("wins"),
            row -> row.getAs("verdict"))
        .contains(tuple("mean_absolute_error", "prediction", true, -1.5, 100.0, "better"))
        .hasSize(2);
    assertThat(compared("both, metrics => 'rmse', margins => array('rmse=10')"))
        .singleElement()
        .satisfies(row -> assertThat(row.<Double>getAs("p_non_inferior")).isLessThan(1e-9));
  }

  @Test
  void modelsOnOtherRows() {
    assertThat(compared("model, baseline, model => 'new', baseline => 'old', metrics => 'mae'"))
        .extracting(
            row -> row.getAs("model"),
            row -> row.getAs("baseline"),
            row -> row.getAs("paired"),
            row -> row.getAs("value"),
            row -> row.getAs("baseline_value"),
            row -> row.getAs("n"))
        .containsExactly(tuple("new", "old", false, 1.5, 3.0, 100L));
    assertThat(compared("CAST(NULL AS binary), baseline"))
        .extracting(row -> row.getAs("reason"))
        .containsOnly("the slice is gone: the model has no such rows");
    assertThat(compared("model, baseline_state => CAST(NULL AS binary)"))
        .extracting(row -> row.getAs("reason"))
        .containsOnly("the slice is new: the baseline has no such rows");
    assertThat(compared("CAST(NULL AS binary), CAST(NULL AS binary)")).isEmpty();
  }

  @Test
  void manySlicesAreAdjusted() {
    List<Row> adjusted =
        sql("SELECT a.metric, a.p_value, a.p_adjusted, a.verdict, a.reason FROM (SELECT"
                + " explode(eval_compare_adjusted(concat(eval_compare(both, metrics => 'mae'),"
                + " eval_compare(both, metrics => 'mae'), eval_compare(both, metrics => 'rmse')),"
                + " min_rows => 100)) AS a FROM compared)")
            .collectAsList();
    assertThat(adjusted).hasSize(3).allMatch(row -> row.getString(3).equals("better"));
    // Two equal p-values of one metric: each is the larger of both, times two over two.
    assertThat(adjusted.get(0).getDouble(2)).isEqualTo(adjusted.get(0).getDouble(1));
    assertThat(adjusted.get(2).getDouble(2)).isEqualTo(adjusted.get(2).getDouble(1));
    Row small =
        sql("SELECT eval_compare_adjusted(eval_compare(both, metrics => 'mae'), min_rows => 101)[0]"
                + " AS a FROM compared")
            .first()
            .getStruct(0);
    assertThat(small.<String>getAs("reason")).isEqualTo("the slice has fewer than 101 rows");
    assertThat(small.<String>getAs("verdict")).isEqualTo("inconclusive");
  }

  @Test
  void wrongQuestionsAreToldInASentence() {
    assertWrong("model", "expected states that remember the difference of two models");
    assertWrong("both, metrics => 'bias'", "expected metrics whose difference the states remember");
    assertWrong("both, metrics => 'roc_curve'", "roc_curve");
    assertWrong("model, baseline, metrics => 'roc_auc'", "whose statistics the states remember");
    assertWrong("model, both", "expected a state of plan");
    assertWrong("model, model, model", "expected a state and a baseline_state at most, found 3");
    assertWrong("both, margins => array('mae=-1')", "expected a margin above 0, found mae=-1");
    assertWrong("both, confidence => 95", "expected confidence in (0, 1), found 95");
  }

  private static void assertWrong(String arguments, String message) {
    assertThatThrownBy(() -> compared(arguments)).as(arguments).hasStackTraceContaining(message);
  }
}
