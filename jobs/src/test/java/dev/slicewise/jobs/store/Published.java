package dev.slicewise.jobs.store;

import dev.slicewise.core.slice.Slices;
import dev.slicewise.spark.Evaluation;
import dev.slicewise.spark.SliceTable;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.Base64;
import java.util.List;
import org.apache.spark.sql.Dataset;
import org.apache.spark.sql.Row;
import org.apache.spark.sql.SparkSession;

/** Small things to publish, and what a reader then finds. */
final class Published {
  private Published() {}

  static SparkSession spark() {
    return SparkSession.builder()
        .master("local[2]")
        .appName("slicewise-tests")
        .config("spark.ui.enabled", "false")
        .config("spark.sql.shuffle.partitions", "2")
        .config("spark.sql.warehouse.dir", "target/spark-warehouse")
        .config("spark.log.level", "OFF")
        .getOrCreate();
  }

  /** Rows whose errors depend on a seed. */
  static Dataset<Row> rows(int seed) {
    return spark()
        .sql(
            "SELECT double(id) AS label, id + double("
                + seed
                + ") AS prediction, if(id % 3 = 0, NULL, 'c' || id % 3) AS carrier"
                + " FROM range(20)");
  }

  static SliceTable evaluated(Dataset<Row> rows) {
    return Evaluation.of(rows)
        .metrics("mae", "rmse")
        .slices(Slices.all(), Slices.by("carrier"))
        .run();
  }

  static Window day(int day) {
    return new Window(midnight(day), midnight(day + 1));
  }

  private static Instant midnight(int day) {
    return LocalDate.of(2026, 1, 1).plusDays(day).atStartOfDay(ZoneOffset.UTC).toInstant();
  }

  /** States of one day, telling by their value which seed they come from. */
  static Dataset<Row> states(String model, int day, int seed) {
    return StateRows.of(evaluated(rows(seed)), spark(), model, day(day), "run-" + seed);
  }

  /** Everything in some rows of a table, in a form that compares. */
  static List<String> content(Dataset<Row> rows) {
    return rows
        .selectExpr(
            "concat_ws('|', model, window_start, window_end, definition, hex(slice_key),"
                + " fingerprint, codec_version, rows, cast(map_entries(counters) AS string),"
                + " run_id, base64(state), cast(slices AS string),"
                + " cast(map_entries(slice) AS string)) AS line")
        .orderBy("line")
        .collectAsList()
        .stream()
        .map(row -> row.getString(0))
        .toList();
  }

  static String base64(byte[] bytes) {
    return Base64.getEncoder().encodeToString(bytes);
  }
}
