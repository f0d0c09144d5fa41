package dev.slicewise.test;

import static org.apache.spark.sql.functions.col;
import static org.apache.spark.sql.functions.expr;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.slicewise.core.plan.Finish;
import dev.slicewise.core.slice.SliceResult;
import dev.slicewise.core.slice.Slices;
import dev.slicewise.spark.Evaluation;
import dev.slicewise.spark.SliceTable;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import org.apache.spark.sql.Dataset;
import org.apache.spark.sql.Observation;
import org.apache.spark.sql.Row;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;
import scala.jdk.javaapi.CollectionConverters;

/** Metrics of rows on their way to somewhere else, by slice too, without a second scan. */
class ObserveTest {
  private static final String METRICS = "mae, quantile_abs_error(q=0.99), rmse";
  private static final String COLUMNS = "arr_delay, predicted_delay";
  private static final String STATE = "eval_state('" + METRICS + "', " + COLUMNS + ")";

  private static String sliced(String slice, String more) {
    return "eval_sliced_state('" + METRICS + "', " + slice + ", " + COLUMNS + more + ")";
  }

  private static Map<String, String> identities(Map<String, byte[]> states) {
    Map<String, String> identities = new TreeMap<>();
    states.forEach((slice, state) -> identities.put(slice, Bytes.identity(state)));
    return identities;
  }

  private static Map<String, String> grouped(String query) {
    Map<String, String> states = new TreeMap<>();
    for (Row row : Spark.sql(query).collectAsList()) {
      states.put(row.getString(0), Bytes.identity((byte[]) row.get(1)));
    }
    return states;
  }

  private static Map<String, String> of(Dataset<Row> rows, String aggregate) {
    return identities(rows.select(expr(aggregate)).first().getJavaMap(0));
  }

  @Test
  void aWriteIsObserved(@TempDir Path folder) throws InterruptedException {
    Observation observation = new Observation("quality");
    // A session that has observed cannot fit a logistic regression any more (Spark 4.1).
    Dataset<Row> flights = Spark.session(Map.of()).sql("TABLE flights");
    flights
        .observe(
            observation,
            expr("mae(" + COLUMNS + ") AS mae"),
            expr(STATE + " AS state"),
            expr(sliced("carrier", "") + " AS by_carrier"),
            expr("eval_sliced_metrics(" + sliced("carrier", "") + ") AS metrics"))
        .write()
        .parquet(folder.resolve("flights.parquet").toString());
    Map<String, Object> seen = observation.getAsJava();
    Row whole = Spark.sql("SELECT mae(" + COLUMNS + "), " + STATE + " FROM flights").first();
    assertThat(seen.get("mae")).isEqualTo(whole.get(0));
    assertThat((byte[]) seen.get("state")).isEqualTo((byte[]) whole.get(1));
    Map<String, String> expected =
        grouped("SELECT carrier, " + STATE + " FROM flights GROUP BY carrier");
    Map<String, byte[]> byCarrier = javaMap(seen.get("by_carrier"));
    assertThat(identities(byCarrier)).hasSize(16).isEqualTo(expected);
    Map<String, Object> metrics = javaMap(seen.get("metrics"));
    double rmse =
        Spark.sql("SELECT rmse(" + COLUMNS + ") FROM flights WHERE carrier = 'UA'")
            .first()
            .getDouble(0);
    assertThat(ObserveTest.<Double>javaMap(metrics.get("UA")))
        .containsEntry("root_mean_squared_error", rmse)
        .hasSize(3);
  }

  private static <V> Map<String, V> javaMap(Object map) {
    @SuppressWarnings("unchecked") // A row holds Scala's maps.
    var typed = (scala.collection.Map<String, V>) map;
    return CollectionConverters.asJava(typed);
  }

  @Test
  void whichSlicesAreKeptDependsOnNothingButTheRows() {
    Dataset<Row> flights = Spark.sql("TABLE flights");
    Map<String, String> bounded = of(flights, sliced("dest", ", max_slices => 20"));
    assertThat(bounded).hasSize(21).containsKey("(other)");
    Map<String, String> expected = grouped("SELECT dest, " + STATE + " FROM flights GROUP BY dest");
    List<String> kept = new ArrayList<>(bounded.keySet());
    kept.remove("(other)");
    kept.forEach(dest -> assertThat(bounded.get(dest)).isEqualTo(expected.get(dest)));
    String names = String.join("', '", kept);
    Row others =
        Spark.sql("SELECT " + STATE + " FROM flights WHERE dest NOT IN ('" + names + "')").first();
    assertThat(bounded.get("(other)")).isEqualTo(Bytes.identity((byte[]) others.get(0)));
    for (Dataset<Row> shaped :
        List.of(
            flights.coalesce(1).sortWithinPartitions(col("dest").desc()),
            flights.repartition(13, col("flight_id")),
            flights.repartitionByRange(7, col("dest")))) {
      assertThat(of(shaped, sliced("dest", ", max_slices => 20"))).isEqualTo(bounded);
    }
    // The kept ones of more are among them.
    assertThat(of(flights, sliced("dest", ", max_slices => 21"))).containsKeys(names.split("', '"));
  }

  @Test
  void everySliceHasANameOfItsOwn() {
    String rows =
        "(SELECT * FROM VALUES (NULL, 1D, 2D), ('(null)', 1D, 3D), ('(other)', 1D, 4D), ('', 1D,"
            + " 5D), (r'\\(null)', 1D, 6D), ('kept out', 1D, 7D) AS t(slice, y, p))";
    Map<String, Map<String, Double>> metrics = new TreeMap<>();
    Spark.sql("SELECT eval_sliced_metrics(eval_sliced_state('mae', slice, y, p)) FROM " + rows)
        .first()
        .<String, scala.collection.Map<String, Double>>getJavaMap(0)
        .forEach((slice, values) -> metrics.put(slice, javaMap(values)));
    Map<String, Double> errors = new TreeMap<>();
    metrics.forEach((slice, values) -> errors.put(slice, values.get("mean_absolute_error")));
    assertThat(errors)
        .isEqualTo(
            Map.of(
                "(null)",
                1.0,
                "\\(null)",
                2.0,
                "\\(other)",
                3.0,
                "",
                4.0,
                "\\\\(null)",
                5.0,
                "kept out",
                6.0));
  }

  @ParameterizedTest
  @ValueSource(strings = {"month", "late", "distance", "CAST(hour AS DECIMAL(9, 2))", "time"})
  void slicesOfAnyType(String slice) {
    String type =
        Spark.sql("SELECT " + slice + " FROM flights").schema().fields()[0].dataType().sql();
    Map<String, String> states = of(Spark.sql("TABLE hostile"), sliced(slice, ", max_slices => 9"));
    Map<String, String> shown = new TreeMap<>();
    grouped(
            "SELECT coalesce(CAST("
                + slice
                + " AS STRING), ''), "
                + STATE
                + " FROM hostile GROUP BY "
                + slice)
        .forEach((value, state) -> shown.put(state, value));
    assertThat(states).as(type).hasSizeGreaterThan(1);
    states.forEach(
        (name, state) -> {
          if (!name.equals("(other)") && !name.equals("(null)")) {
            assertThat(shown).as(name).containsKey(state);
          }
        });
  }

  @Test
  void itIsAnAggregateLikeAnyOther() {
    Map<String, String> months =
        grouped(
            "SELECT CAST(month AS STRING), states['UA'] FROM (SELECT month, "
                + sliced("carrier", ", key => flight_id, weight => distance")
                + " AS states FROM flights GROUP BY month)");
    assertThat(months)
        .hasSize(12)
        .isEqualTo(
            grouped(
                "SELECT CAST(month AS STRING), eval_state('"
                    + METRICS
                    + "', "
                    + COLUMNS
                    + ", key => flight_id, weight => distance) FROM flights WHERE carrier = 'UA'"
                    + " GROUP BY month"));
    assertThat(of(Spark.sql("SELECT * FROM flights WHERE false"), sliced("carrier", ""))).isEmpty();
  }

  /** States of a query with GROUP BY, with their keys, are a table of states. */
  @Test
  void keysMakeATableOfStates() {
    Dataset<Row> states =
        Spark.sql(
            "SELECT 'carrier, month' AS definition, slice_key(0, carrier, month) AS slice_key, "
                + STATE
                + " AS state FROM flights GROUP BY carrier, month");
    Evaluation evaluation =
        Evaluation.of(Spark.sql("TABLE flights"))
            .label("arr_delay")
            .prediction("predicted_delay")
            .metrics(METRICS)
            .slices(Slices.by("carrier", "month"));
    try (SliceTable read = SliceTable.read(states, Finish.DEFAULT);
        SliceTable scanned = evaluation.run()) {
      List<SliceResult> expected = new ArrayList<>();
      scanned.forEach(expected::add);
      assertThat(read).hasSize(185).containsExactlyElementsOf(expected);
    }
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      value = {
        "eval_sliced_state('mae', array(carrier), arr_delay, predicted_delay) | as slice, found array<string>",
        "eval_sliced_state('mae', carrier, arr_delay, predicted_delay, max_slices => 0) | from 1 to 100000 for max_slices, found 0",
        "eval_sliced_state('mae', carrier, arr_delay, predicted_delay, max_slice => 5) | Did you mean 'max_slices'?",
        "eval_sliced_state('maee', carrier, arr_delay, predicted_delay) | unknown metric 'maee'",
        "eval_sliced_state('mae', carrier, arr_delay) | found none for prediction",
        "eval_sliced_state('mae', carrier, arr_delay, carrier) | as prediction, found string",
        "eval_sliced_metrics(carrier) | expected a map of states"
      })
  void whatIsWrongIsSaid(String call, String reason) {
    assertThatThrownBy(() -> Spark.sql("SELECT " + call + " FROM flights").collect())
        .hasMessageContaining(reason);
  }
}
