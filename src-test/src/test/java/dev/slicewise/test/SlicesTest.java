package dev.slicewise.test;

import static org.assertj.core.api.Assertions.assertThat;

import dev.slicewise.core.slice.SliceResult;
import dev.slicewise.core.slice.SliceSpec;
import dev.slicewise.spark.SliceTable;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.stream.Stream;
import org.apache.spark.sql.Row;
import org.apache.spark.sql.SparkSession;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;
import org.junit.jupiter.params.provider.ValueSource;

/** Slices against SQL's own GROUP BY: the same groups, the same rows in them. */
class SlicesTest {
  private static final Asked ASKED =
      Asked.regression("mae, quantile_abs_error(q=0.99)").ofHostileRows().weighted();

  private static final String TOP_5 =
      "(SELECT dest FROM hostile GROUP BY dest ORDER BY count(*) DESC, dest LIMIT 5)";

  /** Slice definitions, and for each of their dimensions what SQL groups by. */
  static Stream<Arguments> definitions() {
    return Stream.of(
        Arguments.of("", List.of()),
        Arguments.of("carrier", List.of("carrier")),
        Arguments.of("origin, month", List.of("origin", "CAST(month AS STRING)")),
        Arguments.of(
            "bucket(distance, 500, 1000)",
            List.of(
                "CASE WHEN distance IS NULL THEN NULL WHEN isnan(distance) THEN 'NaN'"
                    + " WHEN distance < 500 THEN '(-inf, 500)'"
                    + " WHEN distance < 1000 THEN '[500, 1000)' ELSE '[1000, inf)' END")),
        Arguments.of(
            "bucket(arr_delay, -10.5, 0)",
            List.of(
                "CASE WHEN arr_delay IS NULL THEN NULL WHEN isnan(arr_delay) THEN 'NaN'"
                    + " WHEN arr_delay < -10.5 THEN '(-inf, -10.5)'"
                    + " WHEN arr_delay < 0 THEN '[-10.5, 0)' ELSE '[0, inf)' END")),
        Arguments.of("time(time, year)", List.of("CAST(year(time) AS STRING)")),
        Arguments.of("time(time, quarter)", List.of("concat(year(time), '-Q', quarter(time))")),
        Arguments.of("time(time, month)", List.of("date_format(time, 'yyyy-MM')")),
        Arguments.of(
            "time(time, week)", List.of("date_format(date_trunc('week', time), 'yyyy-MM-dd')")),
        Arguments.of("time(time, day)", List.of("date_format(time, 'yyyy-MM-dd')")),
        Arguments.of(
            "time(time, hour), origin", List.of("date_format(time, 'yyyy-MM-dd HH:00')", "origin")),
        Arguments.of(
            "top(dest, 5)",
            List.of("CASE WHEN dest IN " + TOP_5 + " THEN dest ELSE '(other)' END")),
        Arguments.of(
            "arr_delay > predicted_delay AS later, carrier",
            List.of("CAST(arr_delay > predicted_delay AS STRING)", "carrier")),
        Arguments.of("substring(dest, 1, 1) AS letter", List.of("left(dest, 1)")));
  }

  private static Map<List<String>, String> bySql(List<String> expressions) {
    List<String> columns = new ArrayList<>();
    for (int i = 0; i < expressions.size(); i++) {
      columns.add(expressions.get(i) + " AS d" + i);
    }
    columns.addAll(ASKED.columns().values().stream().filter(c -> c.matches("\\w+")).toList());
    columns.add(ASKED.weight());
    String select = String.join(", ", columns.stream().distinct().toList());
    List<String> dimensions = new ArrayList<>();
    for (int i = 0; i < expressions.size(); i++) {
      dimensions.add("d" + i);
    }
    String group = dimensions.isEmpty() ? "" : " GROUP BY " + String.join(", ", dimensions);
    List<String> results = new ArrayList<>(dimensions);
    results.add(ASKED.evalState());
    Map<List<String>, String> states = new LinkedHashMap<>();
    for (Row row :
        Spark.sql(
                "SELECT "
                    + String.join(", ", results)
                    + " FROM (SELECT "
                    + select
                    + " FROM hostile)"
                    + group)
            .collectAsList()) {
      List<String> values = new ArrayList<>();
      for (int i = 0; i < expressions.size(); i++) {
        values.add(row.getString(i));
      }
      states.put(values, Bytes.identity((byte[]) row.get(expressions.size())));
    }
    return states;
  }

  /** The states of one definition of a table, by its values as text. */
  private static Map<List<String>, String> states(SliceTable table, SliceSpec spec) {
    Map<List<String>, String> states = new LinkedHashMap<>();
    for (Row row : table.states(Spark.session()).collectAsList()) {
      if (row.getList(row.fieldIndex("slices")).equals(spec.names())) {
        Map<String, String> slice = row.getJavaMap(row.fieldIndex("slice"));
        states.put(
            spec.names().stream().map(slice::get).toList(),
            Bytes.identity((byte[]) row.get(row.fieldIndex("state"))));
      }
    }
    return states;
  }

  @ParameterizedTest
  @MethodSource("definitions")
  void aDefinitionGroupsAsSqlDoes(String definition, List<String> expressions) {
    SliceSpec spec = SliceSpec.parse(definition);
    try (SliceTable table = ASKED.of(Spark.sql("TABLE hostile"), spec).run()) {
      assertThat(states(table, spec)).isEqualTo(bySql(expressions));
    }
  }

  @Test
  void severalDefinitionsInOneJobAreEachAlone() {
    List<SliceSpec> specs =
        Stream.of(
                "",
                "carrier",
                "origin, month",
                "top(dest, 5)",
                "top(dest, 5), origin",
                "top(carrier, 3)",
                "bucket(distance, 500, 1000), carrier",
                "time(time, quarter)",
                "arr_delay > predicted_delay AS later")
            .map(SliceSpec::parse)
            .toList();
    var rows = Spark.sql("TABLE hostile");
    try (SliceTable together = ASKED.of(rows, specs.toArray(SliceSpec[]::new)).run()) {
      long slices = 0;
      for (SliceSpec spec : specs) {
        try (SliceTable alone = ASKED.of(rows, spec).run()) {
          Map<List<String>, String> expected = states(alone, spec);
          assertThat(states(together, spec)).as(spec.names().toString()).isEqualTo(expected);
          slices += expected.size();
        }
      }
      assertThat(together.sliceCount()).isEqualTo(slices);
      assertThat(together.rowCount()).isEqualTo(rows.count());
    }
  }

  /** The first time does not exist in New York, the second exists twice. */
  @ParameterizedTest
  @ValueSource(strings = {"UTC", "America/New_York", "Asia/Kathmandu"})
  void timeWithoutZoneIsCutAsItIsWritten(String zone) {
    SparkSession session = Spark.session(Map.of("spark.sql.session.timeZone", zone));
    var rows =
        session.sql(
            "SELECT 1D AS label, 2D AS prediction, t, CAST(t AS DATE) AS d FROM VALUES"
                + " (TIMESTAMP_NTZ'2013-03-10 02:30:15'), (TIMESTAMP_NTZ'2013-11-03 01:30:00'),"
                + " (TIMESTAMP_NTZ'1969-12-31 23:59:59'), (TIMESTAMP_NTZ'0001-01-01 00:00:00')"
                + " AS v(t)");
    Map<String, List<String>> expected = new TreeMap<>();
    expected.put("minute", List.of("0001-01-01 00:00", "1969-12-31 23:59", "2013-03-10 02:30"));
    expected.put("hour", List.of("0001-01-01 00:00", "1969-12-31 23:00", "2013-03-10 02:00"));
    expected.put("day", List.of("0001-01-01", "1969-12-31", "2013-03-10"));
    expected.put("week", List.of("0001-01-01", "1969-12-29", "2013-03-04"));
    expected.forEach(
        (unit, firstThree) -> {
          String definition = "time(t, " + unit + ")";
          assertThat(values(rows, definition)).startsWith(firstThree.toArray()).hasSize(4);
          if (unit.equals("day") || unit.equals("week")) {
            assertThat(values(rows, "time(d, " + unit + ")")).isEqualTo(values(rows, definition));
          }
        });
  }

  /** A time with a zone is cut on the session's clock, as Spark shows it. */
  @Test
  void timeWithZoneIsCutOnTheClockOfTheSession() {
    String sql =
        "SELECT 1D AS label, 2D AS prediction, CAST(t AS TIMESTAMP) AS t FROM VALUES"
            + " ('2013-01-01 02:45:00Z'), ('2013-11-03 05:30:00Z'), ('2013-11-03 06:30:00Z') AS v(t)";
    SparkSession session = Spark.session(Map.of("spark.sql.session.timeZone", "America/New_York"));
    assertThat(values(session.sql(sql), "time(t, hour)"))
        .containsExactly("2012-12-31 21:00", "2013-11-03 01:00");
    assertThat(values(session.sql(sql), "time(t, quarter)")).containsExactly("2012-Q4", "2013-Q4");
    assertThat(values(Spark.sql(sql), "time(t, minute)"))
        .containsExactly("2013-01-01 02:45", "2013-11-03 05:30", "2013-11-03 06:30");
  }

  private static List<Object> values(org.apache.spark.sql.Dataset<Row> rows, String definition) {
    List<Object> values = new ArrayList<>();
    try (SliceTable table =
        dev.slicewise.spark.Evaluation.of(rows)
            .label("label")
            .prediction("prediction")
            .metrics("mae")
            .slices(SliceSpec.parse(definition))
            .run()) {
      for (SliceResult slice : table) {
        values.add(slice.key().values().get(0));
      }
    }
    return values;
  }
}
