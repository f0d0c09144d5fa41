package dev.slicewise.test;

import static org.assertj.core.api.Assertions.assertThat;

import dev.slicewise.core.slice.Slices;
import dev.slicewise.jobs.Main;
import dev.slicewise.spark.Evaluation;
import dev.slicewise.spark.SliceTable;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.concurrent.TimeoutException;
import org.apache.spark.api.java.function.VoidFunction2;
import org.apache.spark.sql.Dataset;
import org.apache.spark.sql.Row;
import org.apache.spark.sql.SaveMode;
import org.apache.spark.sql.SparkSession;
import org.apache.spark.sql.streaming.OutputMode;
import org.apache.spark.sql.streaming.StreamingQueryException;
import org.apache.spark.sql.streaming.Trigger;

/**
 * States of the same rows through Java, SQL, a stream and the command line, in files beside the
 * rows, for Python to compare with its own: {@code python/tests/test_doors.py}. The rows have what
 * a metric may have to refuse, in label, prediction and weight, and slices without a name.
 */
final class StateDoors {
  private static final String METRICS = "mae, rmse, r2_score, wape, quantile_abs_error(q=0.99)";
  private static final String BY = "airline, origin";

  private static final String STATE =
      "eval_state('"
          + METRICS
          + "', arr_delay, predicted_delay, weight => distance, key => flight_id) AS state";

  private static final int FILES = 4;

  private final SparkSession session = Spark.session(Map.of("spark.sql.shuffle.partitions", "2"));
  private final Path folder;

  private StateDoors(Path folder) {
    this.folder = folder;
  }

  static void write(Path folder) {
    StateDoors doors = new StateDoors(folder);
    doors.writeRows();
    doors.throughJava();
    doors.throughSql();
    doors.throughAStream();
    doors.throughTheCommandLine();
  }

  private void writeRows() {
    session
        .sql(
            "SELECT flight_id, arr_delay, predicted_delay, distance, origin,"
                + " if(flight_id % 11 = 0, NULL, carrier) AS airline FROM hostile")
        .repartition(FILES)
        .write()
        .mode(SaveMode.Overwrite)
        .parquet(path("rows"));
  }

  private String path(String name) {
    return folder.resolve(name).toString();
  }

  private Dataset<Row> rows() {
    return session.read().parquet(path("rows"));
  }

  private static void keep(Dataset<Row> states, String path) {
    states
        .select("definition", "slice_key", "state")
        .coalesce(1)
        .write()
        .mode(SaveMode.Overwrite)
        .parquet(path);
  }

  private void throughJava() {
    Evaluation evaluation =
        Evaluation.of(rows())
            .label("arr_delay")
            .prediction("predicted_delay")
            .role("weight", "distance")
            .key("flight_id")
            .metrics(METRICS)
            .slices(Slices.all(), Slices.by("airline", "origin"));
    try (SliceTable table = evaluation.run()) {
      keep(table.states(session), path("java"));
    }
  }

  private void throughSql() {
    rows().createOrReplaceTempView("door_rows");
    keep(
        session.sql(
            "SELECT '' AS definition, slice_key(0) AS slice_key, "
                + STATE
                + " FROM door_rows UNION ALL SELECT '"
                + BY
                + "', slice_key(1, "
                + BY
                + "), "
                + STATE
                + " FROM door_rows GROUP BY "
                + BY),
        path("sql"));
  }

  /** A file a batch; what is kept is what the last batch puts out, all rows merged from it. */
  private void throughAStream() {
    session
        .readStream()
        .schema(rows().schema())
        .option("maxFilesPerTrigger", 1)
        .parquet(path("rows"))
        .createOrReplaceTempView("door_stream");
    String streamed = path("streaming");
    VoidFunction2<Dataset<Row>, Long> last =
        (batch, number) ->
            keep(
                batch
                    .selectExpr("'' AS definition", "slice_key(0) AS slice_key", "state")
                    .groupBy("definition", "slice_key")
                    .agg(org.apache.spark.sql.functions.expr("eval_merge(state) AS state"))
                    .unionByName(
                        batch.selectExpr(
                            "'" + BY + "' AS definition",
                            "slice_key(1, " + BY + ") AS slice_key",
                            "state")),
                streamed);
    try {
      session
          .sql("SELECT " + BY + ", " + STATE + " FROM door_stream GROUP BY " + BY)
          .writeStream()
          .outputMode(OutputMode.Complete())
          .foreachBatch(last)
          .trigger(Trigger.AvailableNow())
          .start()
          .awaitTermination();
    } catch (StreamingQueryException | TimeoutException e) {
      throw new AssertionError(e);
    }
  }

  private void throughTheCommandLine() {
    List<String> arguments =
        List.of(
            "evaluate",
            "--input=" + path("rows"),
            "--label=arr_delay",
            "--prediction=predicted_delay",
            "--weight=distance",
            "--key=flight_id",
            "--metrics=" + METRICS,
            "--slice=",
            "--slice=" + BY,
            "--invalid=skip",
            "--out=" + path("cli"),
            "--overwrite",
            "--quiet");
    int exitCode = Main.run(arguments.toArray(String[]::new), System.out, System.err);
    assertThat(exitCode).isZero();
  }
}
