package dev.slicewise.spark;

import java.nio.file.Files;
import java.nio.file.Path;
import org.apache.spark.sql.Dataset;
import org.apache.spark.sql.Row;
import org.apache.spark.sql.SparkSession;

/** One local session for all tests of the module, and the flights. */
final class Spark {
  private static final SparkSession SESSION =
      SparkSession.builder()
          .master("local[2]")
          .appName("slicewise-tests")
          .config("spark.ui.enabled", "false")
          .config("spark.sql.shuffle.partitions", "4")
          .config("spark.sql.warehouse.dir", "target/spark-warehouse")
          .getOrCreate();

  private Spark() {}

  static SparkSession session() {
    return SESSION;
  }

  static Dataset<Row> flights() {
    Path here = Path.of("").toAbsolutePath();
    while (!Files.exists(here.resolve("examples/flights/flights.parquet"))) {
      here = here.getParent();
    }
    return SESSION.read().parquet(here.resolve("examples/flights/flights.parquet").toString());
  }
}
