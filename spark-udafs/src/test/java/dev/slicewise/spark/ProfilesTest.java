package dev.slicewise.spark;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.Map;
import org.apache.spark.sql.Row;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

/** Convention profiles through every door: argument, session, builder. */
class ProfilesTest {
  private static final String CONF = "spark.slicewise.profile";

  /** Nothing is predicted positive, and one label is 0. */
  private static final String ROWS = " FROM VALUES (1, 0.1D), (0, 0.2D) AS t(y, p)";

  private static Row first(String query) {
    return Spark.session().sql(query).first();
  }

  @AfterEach
  void resetSession() {
    Spark.session().conf().unset(CONF);
  }

  @Test
  void anArgumentOfAnyFunction() {
    Row row =
        first(
            "SELECT precision(y, p), precision(y, p, profile => 'sklearn'),"
                + " precision(y, p, zero_division => 1, profile => 'sklearn'),"
                + " mape(y, p, profile => 'sklearn') > 1e14"
                + ROWS);
    assertThat(row.isNullAt(0)).isTrue();
    assertThat(row.getDouble(1)).isZero();
    assertThat(row.getDouble(2)).isEqualTo(1);
    assertThat(row.getBoolean(3)).isTrue();
    assertThat(
            first("SELECT loss_absolute_percentage_error(0, 1, profile => 'sklearn')").getDouble(0))
        .isEqualTo(0x1p52);
  }

  @Test
  void aSettingOfTheSession() {
    String query = "SELECT precision(y, p), precision(y, p, profile => 'slicewise')" + ROWS;
    assertThat(first(query).isNullAt(0)).isTrue();
    Spark.session().sql("SET " + CONF + " = sklearn");
    assertThat(first(query).getDouble(0)).isZero();
    assertThat(first(query).isNullAt(1)).isTrue();
    assertThat(first("SELECT precision(y, p, zero_division => 'null')" + ROWS).isNullAt(0))
        .isTrue();
    Spark.session().conf().set(CONF, "scikit");
    assertThatThrownBy(() -> first(query))
        .hasMessageContaining("precision: expected profile to be one of slicewise, sklearn")
        .hasMessageContaining("found 'scikit'. The session sets it as " + CONF);
  }

  @Test
  void ofAState() {
    String states =
        "(SELECT eval_state('precision, mcc', y, p, profile => 'sklearn') AS state" + ROWS + ")";
    Map<Object, Object> values = first("SELECT eval_metrics(state) FROM " + states).getJavaMap(0);
    assertThat(values)
        .containsOnly(
            Map.entry("precision(threshold=0.5,zero_division=0)", 0.0),
            Map.entry("matthews_corrcoef(threshold=0.5,zero_division=0)", 0.0));
    Row row =
        first(
            "SELECT eval_metric(state, 'precision'),"
                + " eval_metric(state, 'precision', profile => 'sklearn') FROM "
                + states);
    assertThat(row.isNullAt(0)).isTrue();
    assertThat(row.getDouble(1)).isZero();
  }

  @Test
  void ofAnEvaluation() {
    Evaluation evaluation =
        Evaluation.of(Spark.session().sql("SELECT *" + ROWS))
            .label("y")
            .prediction("p")
            .profile("sklearn")
            .metrics("precision", "recall(zero_division=1)");
    try (SliceTable table = evaluation.run()) {
      var precision = table.iterator().next().metrics().get(0);
      assertThat(precision.metric().parameters()).containsEntry("zero_division", "0");
      assertThat(precision.value().toString()).contains("0.0");
      assertThat(table.iterator().next().metrics().get(1).metric().parameters())
          .containsEntry("zero_division", "1");
    }
    assertThatThrownBy(() -> evaluation.profile("torch-metrics"))
        .isInstanceOf(EvaluationException.class)
        .hasMessageContaining("Did you mean 'torchmetrics'?");
  }

  @Test
  void unknownProfilesAreAnalysisErrors() {
    assertThatThrownBy(() -> first("SELECT precision(y, p, profile => 'mlib')" + ROWS))
        .hasMessageContaining("found 'mlib'. Did you mean 'mllib'?");
    assertThatThrownBy(() -> first("SELECT eval_state('mae', y, p, profile => 'x')" + ROWS))
        .hasMessageContaining("eval_state: expected profile to be one of");
  }
}
