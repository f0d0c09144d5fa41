package dev.slicewise.test;

import static org.apache.spark.sql.functions.col;
import static org.apache.spark.sql.functions.expr;
import static org.apache.spark.sql.functions.window;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.FileTime;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.stream.Stream;
import org.apache.spark.api.java.function.VoidFunction2;
import org.apache.spark.sql.Column;
import org.apache.spark.sql.Dataset;
import org.apache.spark.sql.Row;
import org.apache.spark.sql.SparkSession;
import org.apache.spark.sql.streaming.OutputMode;
import org.apache.spark.sql.streaming.StreamingQueryException;
import org.apache.spark.sql.streaming.Trigger;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/**
 * Streams in every output mode, with a batch that dies on the way and a restart from the
 * checkpoint, end in the bytes of a batch query: scores, histograms, counters of skipped rows,
 * bounded slices. {@link CheckpointTest} does it across releases.
 */
class StreamModesTest {
  private static final int FILES = 4;
  private static final int MINUTES_A_FILE = 45;

  /** An hour or a class, and what is remembered of it. */
  private static final List<String> AGGREGATES =
      List.of(
          "eval_state('mae, median_absolute_error, quantile_abs_error(q=0.9)', y, p, weight => w,"
              + " key => id) AS regression",
          "eval_state('expected_calibration_error, log_loss, roc_auc, reliability_curve', late,"
              + " score) AS scores",
          "eval_state('brier, normalized_gini', late, score, jackknife => true) AS grouped",
          "eval_sliced_state('log_loss, median_absolute_error', class, late, score,"
              + " max_slices => 2) AS sliced",
          "roc_auc(late, score) AS roc_auc",
          "quantile_abs_error(y, p, q => 0.5) AS median");

  private static SparkSession session;
  @TempDir private static Path folder;

  @BeforeAll
  static void arrive() throws IOException {
    session = Spark.session(Map.of("spark.sql.shuffle.partitions", "2"));
    Path in = Files.createDirectory(folder.resolve("in"));
    for (int file = 0; file < FILES; file++) {
      Path written = folder.resolve("file-" + file);
      session
          .range((long) file * MINUTES_A_FILE, (file + 1L) * MINUTES_A_FILE, 1, 1)
          .selectExpr(
              "id",
              "timestamp_seconds(1767225600 + id * 60) AS at",
              "substring('abcde', CAST(pmod(id * id, 5) + 1 AS INT), 1) AS class",
              "if(pmod(id, 11) = 7, NULL, pmod(id * 7919, 1000) / 7D) AS y",
              "pmod(id * 104729, 1000) / 9D AS p",
              "if(pmod(id, 13) = 5, -1D, pmod(id, 3) / 4D) AS w",
              "pmod(id * 31, 7) < 3 AS late",
              "if(pmod(id, 17) = 4, double('NaN'), pmod(id * 613, 101) / 101D) AS score")
          .write()
          .parquet(written.toString());
      try (Stream<Path> parts = Files.list(written)) {
        Path part = parts.filter(path -> path.toString().endsWith(".parquet")).findAny().get();
        Path moved = Files.move(part, in.resolve("part-" + file + ".parquet"));
        // Files are read in the order of their times.
        Files.setLastModifiedTime(moved, FileTime.from(Instant.now().minusSeconds(100L - file)));
      }
    }
  }

  private static Dataset<Row> batch() {
    return session.read().parquet(folder.resolve("in").toString());
  }

  private static Dataset<Row> stream() {
    return session
        .readStream()
        .schema(batch().schema())
        .option("maxFilesPerTrigger", 1)
        .parquet(folder.resolve("in").toString())
        .withWatermark("at", "20 minutes");
  }

  private static Dataset<Row> by(Column key, Dataset<Row> rows) {
    Column[] aggregates =
        AGGREGATES.stream().skip(1).map(text -> expr(text)).toArray(Column[]::new);
    return rows.groupBy(key.as("key")).agg(expr(AGGREGATES.get(0)), aggregates);
  }

  private static Map<String, String> results(Dataset<Row> rows) {
    Map<String, String> results = new TreeMap<>();
    rows.collectAsList()
        .forEach(row -> assertThat(results.put(row.get(0).toString(), Rows.text(row))).isNull());
    return results;
  }

  /** Dies once in the second batch, after it was kept, and goes on from the checkpoint. */
  private Map<String, String> run(Dataset<Row> query, OutputMode mode, String name)
      throws Exception {
    Map<String, String> results = new TreeMap<>();
    int[] deaths = {0};
    VoidFunction2<Dataset<Row>, Long> keep =
        (rows, number) -> {
          Map<String, String> found = results(rows);
          if (mode.equals(OutputMode.Append())) {
            found.forEach(
                (key, result) ->
                    assertThat(results.getOrDefault(key, result))
                        .as("put out again")
                        .isEqualTo(result));
          }
          results.putAll(found);
          if (number == 1 && deaths[0]++ == 0) {
            throw new IllegalStateException("killed");
          }
        };
    assertThatThrownBy(() -> await(query, mode, name, keep))
        .isInstanceOf(StreamingQueryException.class)
        .hasStackTraceContaining("killed");
    await(query, mode, name, keep);
    assertThat(deaths[0]).isEqualTo(2);
    return results;
  }

  private static void await(
      Dataset<Row> query, OutputMode mode, String name, VoidFunction2<Dataset<Row>, Long> keep)
      throws Exception {
    query
        .writeStream()
        .outputMode(mode)
        .option("checkpointLocation", folder.resolve("checkpoint-" + name).toString())
        .foreachBatch(keep)
        .trigger(Trigger.AvailableNow())
        .start()
        .awaitTermination();
  }

  @Test
  void completeModePutsOutWhatABatchQueryDoes() throws Exception {
    Map<String, String> expected = results(by(col("class"), batch()));
    assertThat(run(by(col("class"), stream()), OutputMode.Complete(), "complete"))
        .hasSize(3)
        .isEqualTo(expected);
  }

  @ParameterizedTest
  @ValueSource(strings = {"update", "append"})
  void windowsBehindAWatermarkAreThoseOfABatchQuery(String mode) throws Exception {
    Column hour = window(col("at"), "1 hour");
    Map<String, String> expected = results(by(hour, batch()));
    Map<String, String> found =
        run(
            by(hour, stream()),
            mode.equals("update") ? OutputMode.Update() : OutputMode.Append(),
            mode);
    assertThat(expected).hasSize(FILES * MINUTES_A_FILE / 60);
    if (mode.equals("append")) {
      // The last hour may still get rows.
      assertThat(found).hasSize(expected.size() - 1);
      expected.keySet().retainAll(found.keySet());
    }
    assertThat(found).isEqualTo(expected);
  }

  /** Else equal bytes would say little. */
  @Test
  void rowsAreSkippedForEveryReason() {
    Row counters =
        by(col("class"), batch())
            .selectExpr("explode(array(regression, scores)) AS state")
            .selectExpr("explode(eval_results(state)) AS result")
            .selectExpr("explode(result.counters)")
            .groupBy()
            .pivot("key")
            .sum("value")
            .first();
    for (String reason : List.of("n_null", "n_nan", "n_bad_weight")) {
      assertThat(counters.<Long>getAs(reason)).as(reason).isGreaterThan(9);
    }
  }
}
