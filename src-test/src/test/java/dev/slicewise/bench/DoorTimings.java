package dev.slicewise.bench;

import static org.apache.spark.sql.functions.col;

import dev.slicewise.core.slice.SliceSpec;
import dev.slicewise.core.slice.Slices;
import dev.slicewise.spark.Evaluation;
import dev.slicewise.spark.SliceTable;
import dev.slicewise.spark.Slicewise;
import dev.slicewise.spark.aggregator.StateAggregator;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.TreeSet;
import org.apache.spark.sql.Dataset;
import org.apache.spark.sql.Row;
import org.apache.spark.sql.SparkSession;

/**
 * Nanoseconds per row and core of each door on the flights repeated many times: the doors take
 * turns within every round, medians are printed, and their states are asserted to be equal.
 *
 * <p>Arguments: the flights' Parquet file, a scratch directory for the repeated rows, the number of
 * rows (50,000,000), rounds (5).
 */
public final class DoorTimings {
  private static final int CORES = 2;

  private interface Door {
    /** Runs once; what the states are, as one number. */
    long run();
  }

  private DoorTimings() {}

  /** Runs the timings. */
  public static void main(String[] arguments) throws Exception {
    String flights = arguments[0];
    String scratch = arguments[1];
    long rows = arguments.length > 2 ? Long.parseLong(arguments[2]) : 50_000_000L;
    int rounds = arguments.length > 3 ? Integer.parseInt(arguments[3]) : 5;
    String suite =
        arguments.length > 4
            ? arguments[4]
            : "mae, rmse, mean_error, r2_score, quantile_abs_error(q=0.99)";
    try (SparkSession spark =
        SparkSession.builder()
            .master("local[" + CORES + "]")
            .config("spark.ui.enabled", "false")
            .config("spark.sql.shuffle.partitions", "4")
            .getOrCreate()) {
      Dataset<Row> input = repeated(spark, flights, scratch, rows);
      input.createOrReplaceTempView("t");
      for (String group : new String[] {"", "carrier", "carrier, origin"}) {
        print(group, time(doors(spark, input, suite, group), rounds), rows);
      }
    }
  }

  private static Dataset<Row> repeated(
      SparkSession spark, String flights, String scratch, long rows) {
    String path = scratch + "/flights-" + rows + ".parquet";
    if (!java.nio.file.Files.exists(java.nio.file.Path.of(path, "_SUCCESS"))) {
      Dataset<Row> once = spark.read().parquet(flights);
      long times = rows / once.count() + 1;
      once.crossJoin(spark.range(times).toDF("copy"))
          .limit((int) rows)
          .repartition(16)
          .write()
          .mode("overwrite")
          .parquet(path);
    }
    return spark.read().parquet(path);
  }

  private static Map<String, Door> doors(
      SparkSession spark, Dataset<Row> input, String suite, String group) {
    String by = group.isEmpty() ? "" : " GROUP BY " + group;
    Map<String, Door> doors = new LinkedHashMap<>();
    doors.put(
        "scan floor (two sums)",
        () -> {
          spark.sql("SELECT sum(arr_delay), sum(predicted_delay) FROM t" + by).collectAsList();
          return 0;
        });
    doors.put(
        "Spark's sums (9)",
        () -> {
          spark
              .sql(
                  "SELECT count(*), sum(abs(e)), sum(e), sum(e*e), sum(y), sum(y*y), sum(p),"
                      + " sum(p*p), sum(y*p) FROM (SELECT *, predicted_delay - arr_delay AS e,"
                      + " arr_delay AS y, predicted_delay AS p FROM t)"
                      + by)
              .collectAsList();
          return 0;
        });
    doors.put("Evaluation", () -> evaluation(spark, input, suite, group));
    doors.put(
        "SQL eval_state",
        () ->
            hash(
                spark.sql(
                    "SELECT eval_state('"
                        + suite
                        + "', arr_delay, predicted_delay) AS state FROM t"
                        + by)));
    var udaf = Slicewise.udaf(StateAggregator.of(suite));
    var state = udaf.apply(col("arr_delay"), col("predicted_delay")).as("state");
    doors.put(
        "Aggregator (udaf)",
        () ->
            hash(
                group.isEmpty()
                    ? input.agg(state)
                    : input
                        .groupBy(
                            Arrays.stream(group.split(", "))
                                .map(name -> col(name))
                                .toArray(org.apache.spark.sql.Column[]::new))
                        .agg(state)
                        .select("state")));
    return doors;
  }

  private static long evaluation(
      SparkSession spark, Dataset<Row> input, String suite, String group) {
    SliceSpec slices = group.isEmpty() ? Slices.all() : SliceSpec.parse(group);
    try (SliceTable table =
        Evaluation.of(input)
            .label("arr_delay")
            .prediction("predicted_delay")
            .metrics(suite)
            .slices(slices)
            .run()) {
      return hash(table.states(spark).select("state"));
    }
  }

  private static long hash(Dataset<Row> states) {
    long hash = 0;
    for (Row row : states.collectAsList()) {
      hash += Arrays.hashCode((byte[]) row.getAs(0));
    }
    return hash;
  }

  private static Map<String, List<Double>> time(Map<String, Door> doors, int rounds) {
    Map<String, List<Double>> seconds = new LinkedHashMap<>();
    TreeSet<Long> hashes = new TreeSet<>();
    for (int round = 0; round <= rounds; round++) {
      boolean warmUp = round == 0;
      doors.forEach(
          (name, door) -> {
            long start = System.nanoTime();
            long hash = door.run();
            double elapsed = (System.nanoTime() - start) * 1e-9;
            if (hash != 0) {
              hashes.add(hash);
            }
            if (!warmUp) {
              seconds.computeIfAbsent(name, n -> new ArrayList<>()).add(elapsed);
            }
          });
    }
    if (hashes.size() != 1) {
      throw new IllegalStateException("expected equal states from all doors, found " + hashes);
    }
    return seconds;
  }

  private static void print(String group, Map<String, List<Double>> seconds, long rows) {
    System.out.println(group.isEmpty() ? "all rows" : "by " + group);
    seconds.forEach(
        (name, runs) -> {
          double median = runs.stream().sorted().toList().get(runs.size() / 2);
          System.out.printf(
              Locale.ROOT,
              "  %-22s %7.2f s  %6.1f ns/row/core%n",
              name,
              median,
              median * 1e9 * CORES / rows);
        });
  }
}
