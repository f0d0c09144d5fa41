package dev.slicewise.test;

import dev.slicewise.jobs.Main;
import dev.slicewise.jobs.store.Publication;
import dev.slicewise.jobs.store.StateTable;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import org.apache.spark.sql.Dataset;
import org.apache.spark.sql.Row;
import org.apache.spark.sql.SparkSession;

/**
 * A process of its own, since Spark takes extensions only when it starts: publishes to a state
 * table of another format, again, late, from two sides, merges, and prints what it finds.
 */
final class LakehouseRounds {
  private final SparkSession spark;
  private final String table;
  private final String coarse;
  private final Path folder;

  private LakehouseRounds(SparkSession spark, String prefix, Path folder) {
    this.spark = spark;
    this.table = prefix + "days";
    this.coarse = prefix + "weeks";
    this.folder = folder;
  }

  /** Arguments: the locations' common beginning, a folder for files, settings of Spark. */
  public static void main(String[] arguments) throws Exception {
    SparkSession.Builder builder =
        SparkSession.builder()
            .master("local[2]")
            .config("spark.ui.enabled", "false")
            .config("spark.log.level", "ERROR")
            .config("spark.sql.shuffle.partitions", "2");
    for (int i = 2; i < arguments.length; i++) {
      String[] setting = arguments[i].split("=", 2);
      builder.config(setting[0], setting[1]);
    }
    SparkSession spark = builder.getOrCreate();
    new LakehouseRounds(spark, arguments[0], Path.of(arguments[1])).run();
    spark.stop();
  }

  private void run() throws Exception {
    spark
        .sql(
            "SELECT double(id % 7) AS label, double(id % 5) AS prediction, 'c' || id % 3 AS carrier,"
                + " timestamp'2026-01-05' + make_dt_interval(id % 14) AS t FROM range(700)")
        .write()
        .parquet(folder.resolve("rows").toString());
    evaluateDays("m", "1 = 1");
    List<String> first = content("m");
    say("first", first.size());

    evaluateDays("m", "1 = 1");
    say("again the same", content("m").equals(first));

    evaluateDays("m", "t = '2026-01-06' AND prediction < 4");
    List<String> late = content("m");
    say("late rows", late.size());
    say("slices that changed", first.stream().filter(line -> !late.contains(line)).count());
    StateTable before = StateTable.open(spark, table);
    evaluateDays("m", "t = '2026-01-06'");
    say("back", content("m").equals(first));
    say("an open table stays", content(before, "m").equals(late));

    CompletableFuture<Void> other = CompletableFuture.runAsync(() -> evaluateDays("n", "1 = 1"));
    evaluateDays("'; DROP TABLE m --`$", "1 = 1");
    other.get();
    List<Publication> all = StateTable.open(spark, table).publications();
    say("models", all.stream().map(Publication::model).distinct().count());
    say("publications", all.size());
    say(
        "first of m",
        all.stream().filter(one -> one.model().equals("m")).findFirst().orElseThrow());

    Path whole = folder.resolve("whole");
    run(
        "evaluate",
        "--input",
        folder + "/rows",
        "--metrics",
        "mae,rmse",
        "--slice",
        "",
        "--slice",
        "carrier",
        "--out",
        whole.toString());
    Path merged = folder.resolve("merged");
    run("merge", "--state-table", table, "--model", "m", "--out", merged.toString());
    say(
        "merged is whole",
        Files.mismatch(merged.resolve("metrics.json"), whole.resolve("metrics.json")) < 0);
    run("merge", "--state-table", table, "--model", "m", "--window", "week", "--into", coarse);
    say("weeks", StateTable.open(spark, coarse).publications().size());
    say("commits", commits());
  }

  /** One for every publish, and one that makes the table. */
  private long commits() {
    return table.startsWith("delta:")
        ? spark.sql("DESCRIBE HISTORY delta.`" + table.substring("delta:".length()) + "`").count()
        : spark.table(table.substring("iceberg:".length()) + ".snapshots").count();
  }

  private void evaluateDays(String model, String where) {
    run(
        "evaluate",
        "--input",
        folder + "/rows",
        "--metrics",
        "mae,rmse",
        "--slice",
        "",
        "--slice",
        "carrier",
        "--where",
        where,
        "--state-table",
        table,
        "--model",
        model,
        "--time-column",
        "t",
        "--window",
        "day");
  }

  private static void run(String command, String... arguments) {
    List<String> all = new ArrayList<>(List.of(command, "--quiet"));
    all.addAll(List.of(arguments));
    int exitCode = Main.run(all.toArray(String[]::new), System.out, System.err);
    if (exitCode != 0) {
      throw new AssertionError(all + " returned " + exitCode);
    }
  }

  private List<String> content(String model) {
    return content(StateTable.open(spark, table), model);
  }

  private static List<String> content(StateTable table, String model) {
    Dataset<Row> rows = table.rows().filter("model = '" + model + "'");
    return rows
        .selectExpr(
            "concat_ws('|', window_start, window_end, definition, hex(slice_key), rows,"
                + " codec_version, fingerprint, hex(state)) AS line")
        .orderBy("line")
        .collectAsList()
        .stream()
        .map(row -> row.getString(0))
        .toList();
  }

  private static void say(String what, Object found) {
    System.out.println(what + ": " + found);
  }
}
