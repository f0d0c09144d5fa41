package dev.slicewise.spark;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.groups.Tuple.tuple;

import java.util.List;
import org.apache.spark.sql.Dataset;
import org.apache.spark.sql.Row;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;

/** Drift in SQL; that its digits are those of {@code slicewise drift} is tested from Python. */
class DriftFunctionsTest {
  private static final String METRICS =
      "'mae, column_profile(column=x), column_profile(column=c, kind=categories)'";

  private static Dataset<Row> sql(String query) {
    return Spark.session().sql(query);
  }

  /** Sixty rows a side; x is 0 to 59 and 30 to 89, c has a new name in every third row. */
  @BeforeAll
  static void twoStates() {
    String state = "eval_state(" + METRICS + ", id, id + d, x => id + 30 * d, c => n)";
    sql("SELECT "
            + state
            + " FILTER (WHERE d = 0) AS before, "
            + state
            + " FILTER (WHERE d = 1) AS after, eval_state('roc_auc', d, 0.5) AS other FROM (SELECT id, d, IF(d = 1 AND id % 3 = 0, 'new',"
            + " 'old') AS n FROM range(60) LATERAL VIEW explode(array(0, 1)) t AS d)")
        .createOrReplaceTempView("drifting");
  }

  private static List<Row> findings(String arguments) {
    return sql("SELECT f.* FROM (SELECT explode(eval_drift(" + arguments + ")) AS f FROM drifting)")
        .collectAsList();
  }

  @Test
  void twoStatesAreCompared() {
    List<Row> found =
        findings(
            "before, after, methods => 'mean_shift, new_category_rate', metrics => 'mae',"
                + " thresholds => array('x.mean_shift=5', 'mae=0.5')");
    assertThat(found)
        .extracting(
            row -> row.getAs("column"),
            row -> row.getAs("method"),
            row -> row.getAs("verdict"),
            row -> row.getAs("n_current"))
        .containsExactlyInAnyOrder(
            tuple("x", "mean_shift", "no_drift", 60L),
            tuple("x", "missing_rate_shift", "no_drift", 60L),
            tuple("c", "new_category_rate", "drift", 60L),
            tuple("c", "missing_rate_shift", "no_drift", 60L),
            tuple("mean_absolute_error", "metric_drift", "drift", 60L));
    Row shift = one(found, "mean_shift");
    // In the reference's standard deviations, those of all of 0 to 59.
    assertThat(shift.<Double>getAs("value"))
        .isCloseTo(
            30 / Math.sqrt((60 * 60 - 1) / 12.0), org.assertj.core.data.Offset.offset(1e-12));
    assertThat(shift.<Double>getAs("threshold")).isEqualTo(5);
    assertThat(one(found, "new_category_rate").<Double>getAs("value")).isEqualTo(1.0 / 3);
  }

  private static Row one(List<Row> findings, String method) {
    return findings.stream().filter(row -> row.getAs("method").equals(method)).findFirst().get();
  }

  @Test
  void aSliceOnOneSideOnlyHasAReason() {
    assertThat(findings("CAST(NULL AS binary), after"))
        .isNotEmpty()
        .allSatisfy(
            row ->
                assertThat(row.<String>getAs("reason"))
                    .isEqualTo("the slice has no row in the reference: it appeared"));
    assertThat(findings("CAST(NULL AS binary), CAST(NULL AS binary)")).isEmpty();
  }

  /** Three p-values of one method, of which the last has too few rows to count. */
  @Test
  void pValuesAreAdjustedByMethod() {
    List<Row> adjusted =
        sql("SELECT a.method, a.p_value, a.p_adjusted FROM (SELECT explode("
                + "eval_drift_adjusted(concat(eval_drift(before, after), eval_drift(before,"
                + " before)), min_rows => 60)) AS a FROM drifting) WHERE a.method ="
                + " 'missing_rate_shift' OR a.method = 'ks_statistic' ORDER BY a.p_value")
            .collectAsList();
    assertThat(adjusted).hasSizeGreaterThan(2).noneMatch(row -> row.isNullAt(2));
    Row least = adjusted.get(0);
    assertThat(least.getString(0)).isEqualTo("ks_statistic");
    assertThat(least.getDouble(2)).isEqualTo(2 * least.getDouble(1)).isPositive();
    assertThat(
            sql("SELECT forall(eval_drift_adjusted(eval_drift(before, after), min_rows => 61),"
                    + " f -> f.p_adjusted IS NULL) FROM drifting")
                .first()
                .getBoolean(0))
        .isTrue();
  }

  @Test
  void wrongQuestionsAreToldInASentence() {
    assertWrong("before, after, columns => 'y'", "expected columns whose profile the states");
    assertWrong("before, after, metrics => 'roc_auc'", "whose statistics the states remember");
    assertWrong("before, after, methods => 'spi'", "found 'spi'. Did you mean 'psi'?");
    assertWrong("before, after, thresholds => array('z.psi=1')", "found one of 'z'");
    assertWrong("before, after, min_rows => 'few'", "expected a whole number as min_rows");
    assertWrong("before, after, min_rows => 0", "expected min_rows of at least 1, found 0");
    assertWrong("before, after, confidence => 95", "expected confidence in (0, 1), found 95.0");
    assertWrong("before, after, confidnce => 0.9", "Did you mean 'confidence'?");
    assertWrong("before, other", "expected a state of plan");
  }

  private static void assertWrong(String arguments, String message) {
    assertThatThrownBy(() -> findings(arguments)).as(arguments).hasStackTraceContaining(message);
  }

  @Test
  void theKeyOfACoarserSliceIsMadeOfItsValues() {
    assertThat(
            sql("SELECT slice_part(slice_key(3, 'UA', CAST(NULL AS string), 7), 1, 2, 0) = slice_key(1, 7, 'UA'),"
                    + " slice_part(slice_key(3, 'UA'), 0) = slice_key(0)")
                .first())
        .isEqualTo(org.apache.spark.sql.RowFactory.create(true, true));
    assertThatThrownBy(() -> sql("SELECT slice_part(slice_key(0, 'UA'), 0, 1)").collect())
        .hasStackTraceContaining("expected positions below 1");
  }
}
