package dev.slicewise.test;

import static org.assertj.core.api.Assertions.assertThat;

import dev.slicewise.spark.catalyst.ShareStates;
import java.util.List;
import java.util.regex.MatchResult;
import java.util.regex.Pattern;
import org.apache.spark.sql.Dataset;
import org.apache.spark.sql.Row;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** Several metric functions of one query share a state, and nobody sees it in the values. */
class SharedStateTest {
  @AfterEach
  void share() {
    Spark.session().conf().unset(ShareStates.SETTING);
  }

  private static Dataset<Row> query(String sql, boolean shared) {
    Spark.session().conf().set(ShareStates.SETTING, String.valueOf(shared));
    Dataset<Row> result = Spark.sql(sql);
    // Planned now, under this setting.
    result.queryExecution().executedPlan();
    return result;
  }

  private static long aggregates(Dataset<Row> query) {
    String plan = query.queryExecution().sparkPlan().toString();
    return Pattern.compile("partial_\\w+\\(")
        .matcher(plan)
        .results()
        .map(MatchResult::group)
        .filter(name -> !name.startsWith("partial_sum"))
        .count();
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "SELECT carrier, mae(arr_delay, predicted_delay), rmse(arr_delay, predicted_delay),"
            + " r2_score(arr_delay, predicted_delay), sum(distance) FROM flights GROUP BY carrier",
        "SELECT roc_auc(late, p_late) - brier(late, p_late), gini(late, p_late) FROM flights",
        "SELECT origin, mae(arr_delay, predicted_delay, weight => distance),"
            + " rmse(arr_delay, predicted_delay, weight => distance)"
            + " FROM flights GROUP BY origin HAVING mae(arr_delay, predicted_delay) > 1",
        "SELECT brier(late, p_late) FILTER (WHERE distance > 1000),"
            + " log_loss(late, p_late) FILTER (WHERE distance > 1000), brier(late, p_late)"
            + " FROM flights",
        "SELECT mae(arr_delay, predicted_delay), mae(arr_delay, predicted_delay_baseline),"
            + " rmse(arr_delay, predicted_delay_baseline) FROM flights"
      })
  void sharingChangesNoBit(String sql) {
    List<Row> apart = query(sql, false).collectAsList();
    assertThat(query(sql, true).collectAsList())
        .isNotEmpty()
        .containsExactlyInAnyOrderElementsOf(apart);
  }

  @Test
  void oneStateServesAllFunctionsOfTheSameColumnsAndFilter() {
    String sql =
        "SELECT carrier, mae(arr_delay, predicted_delay), rmse(arr_delay, predicted_delay),"
            + " mean_error(arr_delay, predicted_delay), brier(late, p_late),"
            + " roc_auc(late, p_late), roc_auc(late, p_late) FILTER (WHERE distance > 500)"
            + " FROM flights GROUP BY carrier";
    assertThat(aggregates(query(sql, false))).isEqualTo(6);
    assertThat(aggregates(query(sql, true))).isEqualTo(3);
  }
}
