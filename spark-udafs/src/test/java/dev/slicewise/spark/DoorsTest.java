package dev.slicewise.spark;

import static org.apache.spark.sql.functions.col;
import static org.assertj.core.api.Assertions.assertThat;

import dev.slicewise.core.slice.Slices;
import dev.slicewise.spark.aggregator.StateAggregator;
import java.util.HexFormat;
import org.apache.spark.sql.Dataset;
import org.apache.spark.sql.Row;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;

/** The same rows through every door give the same state bytes. */
class DoorsTest {
  private static final String SUITE = "mae";

  private static Dataset<Row> flights;

  @BeforeAll
  static void read() {
    flights = Spark.flights();
    flights.createOrReplaceTempView("flights");
  }

  private static String hex(Object bytes) {
    return HexFormat.of().formatHex((byte[]) bytes);
  }

  private static String byEvaluation() {
    try (SliceTable table =
        Evaluation.of(flights)
            .label("arr_delay")
            .prediction("predicted_delay")
            .metrics(SUITE)
            .slices(Slices.by("carrier"))
            .run()) {
      StringBuilder text = new StringBuilder();
      for (Row row :
          table
              .states(Spark.session())
              .selectExpr("slice['carrier'] as carrier", "state")
              .orderBy("carrier")
              .collectAsList()) {
        text.append(row.getString(0)).append(' ').append(hex(row.get(1))).append('\n');
      }
      return text.toString();
    }
  }

  private static String text(Dataset<Row> states) {
    StringBuilder text = new StringBuilder();
    for (Row row : states.orderBy("carrier").collectAsList()) {
      text.append(row.getString(0)).append(' ').append(hex(row.get(1))).append('\n');
    }
    return text.toString();
  }

  @Test
  void allDoorsGiveEqualBytes() {
    String expected = byEvaluation();
    assertThat(expected.lines()).hasSize(16);
    String bySql =
        text(
            Spark.session()
                .sql(
                    "SELECT carrier, eval_state('"
                        + SUITE
                        + "', arr_delay, predicted_delay) AS state FROM flights GROUP BY carrier"));
    assertThat(bySql).isEqualTo(expected);
    StateAggregator aggregator = StateAggregator.of(SUITE);
    String byUdaf =
        text(
            flights
                .groupBy("carrier")
                .agg(
                    Slicewise.udaf(aggregator)
                        .apply(col("arr_delay"), col("predicted_delay"))
                        .as("state")));
    assertThat(byUdaf).isEqualTo(expected);
    String merged =
        text(
            Spark.session()
                .sql(
                    "SELECT carrier, eval_merge(state) AS state FROM (SELECT carrier, origin, dest,"
                        + " eval_state('mae', arr_delay, predicted_delay) AS state FROM flights"
                        + " GROUP BY carrier, origin, dest) GROUP BY carrier"));
    assertThat(merged).isEqualTo(expected);
  }

  @Test
  void metricsInSql() {
    Row row =
        Spark.session()
            .sql(
                "SELECT mae(arr_delay, predicted_delay), slicewise_mean_absolute_error(arr_delay,"
                    + " predicted_delay, weight => 1), eval_metric(eval_state('mae', arr_delay,"
                    + " predicted_delay), 'mae'), eval_metrics(eval_state('mae', arr_delay,"
                    + " predicted_delay)) FROM flights")
            .first();
    assertThat(row.getDouble(0)).isEqualTo(25.179780965706012);
    assertThat(row.getDouble(1)).isEqualTo(25.179780965706012);
    assertThat(row.getDouble(2)).isEqualTo(25.179780965706012);
    assertThat(row.getJavaMap(3))
        .isEqualTo(java.util.Map.of("mean_absolute_error", 25.179780965706012));
    Spark.session()
        .sql(
            "SELECT carrier, mae(arr_delay, predicted_delay) OVER (PARTITION BY carrier) FROM flights LIMIT 3")
        .show();
    Spark.session().sql("DESCRIBE FUNCTION EXTENDED mae").show(100, false);
    for (String bad :
        new String[] {
          "mae(arr_delay)",
          "mae(carrier, arr_delay)",
          "mae(arr_delay, predicted_delay, 1)",
          "mae(arr_delay, predicted_delay, wieght => 1)",
          "eval_state('maee', arr_delay, predicted_delay)",
          "eval_merge(carrier)",
          "eval_metric('x', 'mae')"
        }) {
      try {
        Spark.session().sql("SELECT " + bad + " FROM flights").collectAsList();
        System.out.println("NO ERROR " + bad);
      } catch (Exception e) {
        System.out.println(
            bad
                + " -> "
                + e.getClass().getSimpleName()
                + ": "
                + e.getMessage().lines().findFirst().get());
      }
    }
  }
}
