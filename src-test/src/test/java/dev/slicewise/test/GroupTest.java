package dev.slicewise.test;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.slicewise.core.slice.SliceResult;
import dev.slicewise.core.slice.Slices;
import dev.slicewise.spark.Evaluation;
import dev.slicewise.spark.EvaluationException;
import dev.slicewise.spark.SliceTable;
import java.util.Map;
import java.util.TreeMap;
import org.apache.spark.sql.Dataset;
import org.apache.spark.sql.Row;
import org.junit.jupiter.api.Test;

/** Rows of one candidate each, gathered into queries, against rows that hold a query's lists. */
class GroupTest {
  private static final String METRICS = "ndcg_at_k(k=3), map_at_k, mrr, pairwise_logistic";

  /**
   * Candidates of some two hundred queries; scores tie often, a few queries have nothing relevant.
   */
  private static final String CANDIDATES =
      "SELECT id, id DIV 7 AS query, IF(id % 3 = 0, 'de', 'fr') AS country,"
          + " CAST(greatest(0, pmod(hash(id), 5) - 2) AS DOUBLE) AS rel,"
          + " pmod(hash(id, 1), 6) / 8.0D AS score FROM range(0, 1500)";

  private static Evaluation grouped(Dataset<Row> rows) {
    return Evaluation.of(rows)
        .label("rel")
        .prediction("score")
        .group("query")
        .key("id")
        .metrics(METRICS)
        .slices(Slices.all(), Slices.by("country"));
  }

  private static Map<String, String> states(Evaluation evaluation) {
    Map<String, String> states = new TreeMap<>();
    try (SliceTable table = evaluation.run()) {
      for (Row row :
          table
              .states(Spark.session())
              .selectExpr("coalesce(slice['country'], 'all')", "state")
              .collectAsList()) {
        states.put(row.getString(0), Bytes.identity((byte[]) row.get(1)));
      }
    }
    return states;
  }

  @Test
  void queriesAreTheSameHoweverRowsArrive() {
    Dataset<Row> rows = Spark.sql(CANDIDATES);
    Map<String, String> expected = states(grouped(rows));
    assertThat(expected).containsOnlyKeys("all", "de", "fr");
    assertThat(states(grouped(rows.repartition(7).orderBy("score")))).isEqualTo(expected);
    assertThat(states(grouped(rows.orderBy(rows.col("id").desc())))).isEqualTo(expected);
  }

  @Test
  void aGroupIsTheListOfItsCandidatesBestFirst() {
    Dataset<Row> rows =
        Spark.sql(CANDIDATES).selectExpr("*", "score + id / 1e6D AS distinct_score");
    rows.createOrReplaceTempView("candidates");
    Dataset<Row> lists =
        Spark.sql(
            "SELECT query, collect_list(rel) AS label, collect_list(distinct_score) AS prediction"
                + " FROM candidates GROUP BY query");
    try (SliceTable fromRows = grouped(rows).prediction("distinct_score").run();
        SliceTable fromLists = Evaluation.of(lists).metrics(METRICS).run()) {
      SliceResult all = fromRows.iterator().next();
      SliceResult direct = fromLists.iterator().next();
      assertThat(all.rows()).isEqualTo(direct.rows()).isEqualTo(215);
      for (int m = 0; m < direct.metrics().size(); m++) {
        assertThat(all.metrics().get(m).value()).isEqualTo(direct.metrics().get(m).value());
        assertThat(all.metrics().get(m).interval()).isEqualTo(direct.metrics().get(m).interval());
      }
    }
  }

  @Test
  void metricsOfSingleRowsAreRefusedByName() {
    assertThatThrownBy(() -> grouped(Spark.sql(CANDIDATES)).metrics("mae").run())
        .isInstanceOf(EvaluationException.class)
        .hasMessageContaining("metric mean_absolute_error reads label as a number")
        .hasMessageContaining("without the group");
  }

  @Test
  void theLabelThatCountsIsReadInCandidatesToo() {
    Dataset<Row> named =
        Spark.sql(CANDIDATES).selectExpr("*", "IF(rel > 0, 'hit', 'miss') AS found");
    Dataset<Row> counted = named.selectExpr("*", "IF(rel > 0, 1, 0) AS hit");
    assertThat(states(grouped(named).label("found").positiveLabel("hit")))
        .isEqualTo(states(grouped(counted).label("hit")));
  }

  @Test
  void aWeightOfCandidatesIsRefused() {
    assertThatThrownBy(() -> grouped(Spark.sql(CANDIDATES)).weight("score").run())
        .isInstanceOf(EvaluationException.class)
        .hasMessageContaining("expected no weight beside a group column");
  }

  @Test
  void aPreviewChecksEveryDefinition() {
    Dataset<Row> rows = Spark.sql(CANDIDATES);
    assertThat(grouped(rows).preview().columnsRead()).contains("id");
    assertThatThrownBy(() -> grouped(rows).slices(Slices.by("county")).preview())
        .isInstanceOf(EvaluationException.class)
        .hasMessageContaining("did you mean 'country'");
  }

  @Test
  void listsAreExpectedWithoutAGroup() {
    assertThatThrownBy(
            () ->
                Evaluation.of(Spark.sql(CANDIDATES))
                    .label("rel")
                    .prediction("score")
                    .metrics("mrr")
                    .run())
        .isInstanceOf(EvaluationException.class)
        .hasMessageContaining("expected an array of numbers")
        .hasMessageContaining("for metric mrr")
        .hasMessageContaining("name the column of queries (group)");
  }
}
