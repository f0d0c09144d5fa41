package dev.slicewise.test;

import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Map;
import org.apache.spark.sql.Dataset;
import org.apache.spark.sql.Row;
import org.apache.spark.sql.SparkSession;

/** The one local session of this JVM, and the rows that the tests read. */
final class Spark {
  private static final SparkSession SESSION =
      SparkSession.builder()
          .master("local[2]")
          .appName("slicewise-tests")
          .config("spark.ui.enabled", "false")
          .config("spark.sql.shuffle.partitions", "4")
          .config("spark.sql.warehouse.dir", target("spark-warehouse").toString())
          .getOrCreate();

  /** One row in five, with everything in it that a metric may have to refuse. */
  private static final String HOSTILE =
      """
      SELECT * EXCEPT (arr_delay, predicted_delay, p_late, distance),
        CASE pmod(flight_id, 101) WHEN 5 THEN double('NaN') WHEN 10 THEN double('Infinity')
          WHEN 15 THEN double('-Infinity') WHEN 20 THEN NULL WHEN 25 THEN 1e308D
          WHEN 30 THEN -1e308D WHEN 35 THEN 4.9e-324D WHEN 40 THEN -0.0D WHEN 45 THEN 0D
          ELSE arr_delay END AS arr_delay,
        CASE pmod(flight_id, 103) WHEN 5 THEN double('NaN') WHEN 10 THEN double('-Infinity')
          WHEN 15 THEN NULL WHEN 20 THEN 1e308D WHEN 25 THEN -4.9e-324D WHEN 30 THEN -0.0D
          ELSE predicted_delay END AS predicted_delay,
        CASE pmod(flight_id, 107) WHEN 5 THEN double('NaN') WHEN 10 THEN double('Infinity')
          WHEN 15 THEN NULL WHEN 20 THEN 1.0000000000000002D WHEN 25 THEN -4.9e-324D
          WHEN 30 THEN 1D WHEN 35 THEN 0D WHEN 40 THEN 7D ELSE p_late END AS p_late,
        CASE pmod(flight_id, 109) WHEN 5 THEN double('NaN') WHEN 10 THEN double('Infinity')
          WHEN 15 THEN NULL WHEN 20 THEN -1D WHEN 25 THEN 0D WHEN 30 THEN -0.0D
          WHEN 35 THEN 1e-300D WHEN 40 THEN 1e9D ELSE distance END AS distance
      FROM flights WHERE pmod(flight_id, 5) = 0
      """;

  static {
    prepare(SESSION);
  }

  private Spark() {}

  static SparkSession session() {
    return SESSION;
  }

  /** A session of its own, with other settings, over the same rows. */
  static SparkSession session(Map<String, String> settings) {
    SparkSession session = SESSION.newSession();
    settings.forEach((name, value) -> session.conf().set(name, value));
    prepare(session);
    return session;
  }

  private static void prepare(SparkSession session) {
    session.read().parquet(flightsFile().toString()).createOrReplaceTempView("flights");
    session.sql(HOSTILE).createOrReplaceTempView("hostile");
    session
        .sql("SELECT * FROM flights WHERE month = 1 OR hash(distance) % 20 = 0")
        .createOrReplaceTempView("flights_sample");
  }

  static Dataset<Row> sql(String text) {
    return SESSION.sql(text);
  }

  /** The folder of the parent POM. */
  static Path project() {
    Path here = Path.of("").toAbsolutePath();
    while (!Files.exists(here.resolve("examples/flights"))) {
      here = here.getParent();
    }
    return here;
  }

  static Path flightsFile() {
    return project().resolve("examples/flights/flights.parquet");
  }

  /** A path below this module's build folder. */
  static Path target(String name) {
    return project().resolve("src-test/target").resolve(name);
  }
}
