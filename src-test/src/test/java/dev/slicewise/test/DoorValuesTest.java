package dev.slicewise.test;

import static org.assertj.core.api.Assertions.assertThat;

import dev.slicewise.core.metric.MetricCatalog;
import dev.slicewise.core.metric.MetricValue;
import dev.slicewise.core.metric.NamedMetric;
import dev.slicewise.core.plan.MetricResult;
import dev.slicewise.core.slice.SliceResult;
import dev.slicewise.core.slice.SliceSpec;
import dev.slicewise.core.slice.Slices;
import dev.slicewise.core.term.Role;
import dev.slicewise.spark.SliceTable;
import dev.slicewise.spark.Slicewise;
import dev.slicewise.spark.aggregator.StateAggregator;
import java.nio.file.Path;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.apache.spark.sql.Dataset;
import org.apache.spark.sql.Row;
import org.apache.spark.sql.functions;
import org.apache.spark.sql.streaming.StreamingQuery;
import org.apache.spark.sql.streaming.Trigger;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** What the doors say: equal values by every way, on the same rows. */
class DoorValuesTest {
  /** The metrics of a question that are one number. */
  private static List<NamedMetric> scalars(Asked asked) {
    return asked.suite().metrics().stream()
        .filter(metric -> MetricCatalog.standard().entry(metric.id()).isScalar())
        .toList();
  }

  static Stream<Asked> questions() {
    Asked delays = Asked.regression(Asked.everyMetric()).called("every metric of delays");
    Asked late = Asked.probability(Asked.everyMetric()).called("every metric of probabilities");
    return Stream.of(delays, late.weighted()).map(Asked::ofHostileRows);
  }

  static Stream<Asked> allQuestions() {
    return Stream.concat(questions(), Asked.everyMetricOfArrays().stream());
  }

  /** By carrier and metric, the value or null, from the object model. */
  private static Map<String, Map<String, Double>> byEvaluation(Asked asked) {
    Map<String, Map<String, Double>> values = new TreeMap<>();
    SliceSpec carriers = Slices.by("carrier");
    try (SliceTable table = asked.of(Spark.sql("TABLE " + asked.view()), carriers).run()) {
      for (SliceResult slice : table) {
        Map<String, Double> ofSlice = new TreeMap<>();
        for (MetricResult result : slice.metrics()) {
          boolean number = result.value() instanceof MetricValue.Scalar;
          ofSlice.put(
              result.metric().text(),
              number ? (Double) ((MetricValue.Scalar) result.value()).value() : null);
        }
        values.put((String) slice.key().values().get(0), ofSlice);
      }
    }
    return values;
  }

  private static String call(Asked asked, NamedMetric metric) {
    Stream<String> roles = metric.roles().stream().map(Role::name).distinct();
    if (asked.weight() != null) {
      roles = Stream.concat(roles, Stream.of("weight"));
    }
    return roles
        .map(role -> role + " => " + asked.column(role))
        .collect(Collectors.joining(", ", "slicewise_" + metric.id() + "(", ")"));
  }

  @ParameterizedTest
  @MethodSource("allQuestions")
  void everyFunctionOfSqlGivesTheValueOfAnEvaluation(Asked asked) {
    Map<String, Map<String, Double>> expected = byEvaluation(asked);
    assertThat(expected).hasSize(16);
    List<NamedMetric> scalars = scalars(asked);
    String functions =
        scalars.stream().map(metric -> call(asked, metric)).collect(Collectors.joining(", "));
    String fromState =
        scalars.stream()
            .map(metric -> "eval_metric(state, '" + metric.text().replace("'", "\\'") + "')")
            .collect(Collectors.joining(", "));
    Dataset<Row> called =
        Spark.sql("SELECT carrier, " + functions + " FROM " + asked.view() + " GROUP BY carrier");
    Dataset<Row> asState =
        Spark.sql(
            "SELECT carrier, "
                + fromState
                + ", eval_metrics(state) FROM (SELECT carrier, "
                + asked.evalState()
                + " AS state FROM "
                + asked.view()
                + " GROUP BY carrier)");
    for (Row row : called.collectAsList()) {
      assertSame(scalars, row, expected.get(row.getString(0)));
    }
    for (Row row : asState.collectAsList()) {
      assertSame(scalars, row, expected.get(row.getString(0)));
      Map<String, Double> all = row.getJavaMap(scalars.size() + 1);
      assertThat(new HashMap<>(all)).isEqualTo(new HashMap<>(expected.get(row.getString(0))));
    }
  }

  private static void assertSame(List<NamedMetric> scalars, Row row, Map<String, Double> expected) {
    for (int i = 0; i < scalars.size(); i++) {
      String metric = scalars.get(i).text();
      assertThat((Double) row.get(i + 1))
          .as(metric + " of " + row.get(0))
          .isEqualTo(expected.get(metric));
    }
  }

  /** Not all values may be missing, or the comparison above would compare nothing. */
  @ParameterizedTest
  @MethodSource("questions")
  void theQuestionsHaveAnswers(Asked asked) {
    Map<String, Double> one = byEvaluation(asked).get("UA");
    long defined = one.values().stream().filter(value -> value != null).count();
    assertThat(defined).isGreaterThan(one.size() / 2);
  }

  @Test
  void rowKeysDecideTheHashGroups() {
    String states =
        "SELECT %s FROM hostile".formatted("eval_state('mae', arr_delay, predicted_delay, %s)");
    byte[] keyed = state(states.formatted("key => flight_id, jackknife => true"));
    byte[] byContent = state(states.formatted("jackknife => true"));
    byte[] byText = state(states.formatted("key => carrier, jackknife => true"));
    assertThat(keyed).isNotEqualTo(byContent).isNotEqualTo(byText);
    for (Map.Entry<String, byte[]> key : Map.of("flight_id", keyed, "carrier", byText).entrySet()) {
      try (SliceTable table =
          Asked.regression("mae")
              .withJackknife()
              .of(Spark.sql("TABLE hostile"), Slices.all())
              .key(key.getKey())
              .run()) {
        byte[] state = (byte[]) table.states(Spark.session()).select("state").first().get(0);
        assertThat(state).as(key.getKey()).isEqualTo(key.getValue());
      }
    }
  }

  private static byte[] state(String sql) {
    return (byte[]) Spark.sql(sql).first().get(0);
  }

  @Test
  void aStreamGivesTheBytesOfItsRows(@TempDir Path folder) throws Exception {
    Asked asked = Asked.regression("mae, quantile_abs_error(q=0.99)");
    String input = folder.resolve("input").toString();
    Spark.sql("SELECT * FROM flights").repartition(5).write().parquet(input);
    Dataset<Row> stream =
        Spark.session()
            .readStream()
            .schema(Spark.sql("TABLE flights").schema())
            .option("maxFilesPerTrigger", 2)
            .parquet(input);
    Dataset<Row> states =
        stream
            .groupBy("carrier")
            .agg(
                functions.expr(asked.evalState()).as("by_sql"),
                Slicewise.udaf(StateAggregator.of(asked.metrics()))
                    .apply(functions.col("arr_delay"), functions.col("predicted_delay"))
                    .as("by_udaf"));
    StreamingQuery query =
        states
            .writeStream()
            .outputMode("complete")
            .format("memory")
            .queryName("streamed")
            .option("checkpointLocation", folder.resolve("checkpoint").toString())
            .trigger(Trigger.AvailableNow())
            .start();
    query.awaitTermination();
    assertThat(query.recentProgress().length).as("triggers").isGreaterThanOrEqualTo(3);
    Map<String, String> bySql = new TreeMap<>();
    Map<String, String> byUdaf = new TreeMap<>();
    for (Row row : Spark.sql("TABLE streamed").collectAsList()) {
      bySql.put(row.getString(0), Bytes.identity((byte[]) row.get(1)));
      byUdaf.put(row.getString(0), Bytes.identity((byte[]) row.get(2)));
    }
    Map<String, String> expected = Door.EVALUATION.states(asked);
    assertThat(bySql).isEqualTo(expected);
    assertThat(byUdaf).isEqualTo(expected);
  }
}
