package dev.slicewise.jobs.store;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.slicewise.core.slice.Slices;
import dev.slicewise.spark.Evaluation;
import dev.slicewise.spark.SliceTable;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import org.apache.spark.sql.DataFrameWriter;
import org.apache.spark.sql.Dataset;
import org.apache.spark.sql.Row;
import org.apache.spark.sql.SaveMode;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** What Spark's writer publishes is what a run publishes, or it is refused in a sentence. */
class StateTableSourceTest {
  private static final String DAYS =
      "timestamp_micros(%d) AS window_start, timestamp_micros(%d) AS window_end";

  @TempDir private Path folder;
  private String location;

  @BeforeEach
  void nameTable() {
    location = folder.resolve("states [1]{a,b}").toString();
  }

  /** What any query may put together: keys, states and a window. */
  private static Dataset<Row> computed(int day, int seed) {
    Published.rows(seed).createOrReplaceTempView("computed_rows");
    long start = Published.day(day).start().toEpochMilli() * 1000;
    String days = DAYS.formatted(start, start + 86_400_000_000L);
    String state = "eval_state('mae, rmse', label, prediction, intervals => true) AS state";
    return Published.spark()
        .sql(
            ("SELECT '' AS definition, slice_key(0) AS slice_key, %s, %s FROM computed_rows"
                    + " UNION ALL SELECT 'carrier', slice_key(1, carrier), %s, %s"
                    + " FROM computed_rows GROUP BY carrier")
                .formatted(days, state, days, state));
  }

  private static DataFrameWriter<Row> writer(Dataset<Row> states, int seed) {
    return states
        .write()
        .format("slicewise")
        .option("model", "m")
        .option("run_id", "run-" + seed)
        .mode(SaveMode.Append);
  }

  private Dataset<Row> loaded() {
    return Published.spark().read().format("slicewise").load(location);
  }

  @Test
  void whatIsWrittenIsWhatARunPublishes() {
    writer(computed(0, 1), 1).save(location);
    writer(computed(1, 2), 2).save(location);
    List<String> expected =
        Published.content(Published.states("m", 0, 1).union(Published.states("m", 1, 2)));
    StateTable table = StateTable.open(Published.spark(), location);
    assertThat(table.publications()).hasSize(2);
    assertThat(table.publications().get(0).definitions()).containsExactly("", "carrier");
    assertThat(table.publications().get(0).rows()).isEqualTo(20);
    assertThat(Published.content(table.rows())).hasSize(8).isEqualTo(expected);
    assertThat(Published.content(loaded())).isEqualTo(expected);
    assertThat(loaded().filter("size(slice) = 0").select("rows", "model").distinct().count())
        .isEqualTo(1);
  }

  @Test
  void aBatchThatIsDoneAgainChangesNothing() {
    Dataset<Row> batch = computed(0, 1).union(computed(1, 1));
    writer(batch, 1).save(location);
    List<String> once = Published.content(loaded());
    writer(batch, 1).save(location);
    assertThat(Published.content(loaded())).hasSize(8).isEqualTo(once);
    writer(batch.limit(0), 1).save(location);
    assertThat(Published.content(loaded())).isEqualTo(once);
    writer(computed(1, 3), 3).save(location);
    assertThat(Published.content(loaded()))
        .isEqualTo(
            Published.content(Published.states("m", 0, 1).union(Published.states("m", 1, 3))));
  }

  @Test
  void whatStatesSayIsReadFromThem() {
    Dataset<Row> wrong =
        computed(0, 1)
            .selectExpr("*", "7L AS rows", "'feed' AS fingerprint", "map('a', 'b') AS slice");
    writer(wrong, 1).save(location);
    assertThat(Published.content(loaded()))
        .isEqualTo(Published.content(Published.states("m", 0, 1)));
  }

  @Test
  void modelsAndStatesWithoutAWindowComeFromColumns() {
    try (SliceTable table = Published.evaluated(Published.rows(1))) {
      Dataset<Row> states = table.states(Published.spark());
      states
          .selectExpr("*", "'n' AS model", "'whole' AS run_id")
          .write()
          .format("slicewise")
          .mode("append")
          .save(location);
      assertThat(Published.content(loaded()))
          .isEqualTo(Published.content(StateRows.of(table, Published.spark(), "n", null, "whole")));
    }
  }

  @Test
  void aWindowLosesNoSliceUnlessThatIsSaid() {
    writer(computed(0, 1), 1).save(location);
    List<String> before = Published.content(loaded());
    Dataset<Row> changed =
        computed(0, 2).filter("definition = '' OR slice_key <> slice_key(1, 'c1')");
    assertThatThrownBy(() -> writer(changed, 2).save(location))
        .isInstanceOf(IllegalArgumentException.class)
        .hasMessageStartingWith("expected whole windows, found the one from 2026-01-01")
        .hasMessageContaining("such as carrier=c1; a stream in update mode");
    assertThat(Published.content(loaded())).isEqualTo(before);
    writer(changed, 2).option("missing_slices", "drop").save(location);
    assertThat(loaded().count()).isEqualTo(3);
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      value = {
        "*, 1 AS carrier | expected the columns of a state table, model, window_start",
        "*, 1 AS window_stat | found 'window_stat'. Did you mean 'window_start'?",
        "definition, slice_key | expected a column state of states, found definition, slice_key",
        "* EXCEPT (window_end) | expected a column window_end of states",
        "*, 'n' AS model | in option model or in a column of that name, found both",
        "* REPLACE ('noon' AS window_end) | expected timestamp in column window_end, found string",
        "* REPLACE ('AA' AS state) | expected binary in column state, found string",
        "* REPLACE (NULL AS window_end) | starts before it ends, or neither, found window_start 2026-",
        "* REPLACE (window_start AS window_end) | starts before it ends, or neither",
        "* REPLACE (X'53' AS state) | state is truncated: expected at least",
        "* REPLACE (NULL AS state) | expected a value in column state of every row, found NULL",
        "* REPLACE ('carrier' AS definition) | expected a slice_key of the values of 'carrier', found 0",
        "* REPLACE ('bucket(' AS definition) | bucket(",
        "* REPLACE (slice_key(1) AS slice_key) | numbered from 0, each by a number of its own"
      })
  void whatIsNoStateOfAWindowIsRefused(String columns, String reason) {
    Dataset<Row> states = computed(0, 1).filter("definition = ''");
    states.createOrReplaceTempView("written");
    String query =
        columns.contains("REPLACE")
            ? replaced(columns.substring(columns.indexOf('(') + 1, columns.length() - 1))
            : "SELECT " + columns + " FROM written";
    refused(Published.spark().sql(query), Map.of(), reason);
  }

  private static String replaced(String entry) {
    String name = entry.substring(entry.lastIndexOf(' ') + 1);
    return "SELECT * EXCEPT(" + name + "), " + entry + " FROM written";
  }

  private void refused(Dataset<Row> states, Map<String, String> options, String reason) {
    assertThatThrownBy(() -> writer(states, 1).options(options).save(location))
        .isInstanceOf(IllegalArgumentException.class)
        .hasMessageContaining(reason);
    assertThat(Path.of(location)).doesNotExist();
  }

  @Test
  void mixturesAreRefused() {
    Dataset<Row> day = computed(0, 1);
    refused(day.union(day), Map.of(), "expected one state of each slice in a window, found 2 of");
    Published.rows(1).createOrReplaceTempView("computed_rows");
    try (SliceTable other =
        Evaluation.of(Published.rows(1)).metrics("mape").slices(Slices.all()).run()) {
      Dataset<Row> states =
          other
              .states(Published.spark())
              .selectExpr(
                  "definition",
                  "slice_key",
                  "timestamp_micros(0) AS window_start",
                  "timestamp_micros(1) AS window_end",
                  "state");
      refused(day.unionByName(states), Map.of(), "Merge states of one suite, or evaluate again.");
    }
  }

  @Test
  void whatCannotBeDoneIsSaid() {
    Dataset<Row> day = computed(0, 1);
    refused(day, Map.of("modle", "m"), "found 'modle'. Did you mean 'model'?");
    refused(day, Map.of("missing_slices", "keep"), "to be fail or drop, found 'keep'");
    assertThatThrownBy(() -> writer(day, 1).mode(SaveMode.Overwrite).save(location))
        .isInstanceOf(IllegalArgumentException.class)
        .hasMessageContaining("found mode Overwrite; write with .mode(\"append\")");
    assertThatThrownBy(() -> writer(day, 1).save())
        .isInstanceOf(IllegalArgumentException.class)
        .hasMessageContaining("found no path");
    assertThatThrownBy(() -> day.write().format("slicewise").mode("append").save(location))
        .isInstanceOf(IllegalArgumentException.class)
        .hasMessageContaining("found neither");
    assertThatThrownBy(() -> loaded().count())
        .isInstanceOf(IllegalArgumentException.class)
        .hasMessageContaining("expected a state table with publications at");
  }
}
