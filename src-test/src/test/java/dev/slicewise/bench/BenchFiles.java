package dev.slicewise.bench;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Stream;
import org.apache.spark.sql.SparkSession;

/**
 * The files that every engine reads, in the same order.
 *
 * @param rowFiles with the rows; a file that is named twice is read twice
 * @param storeFiles with the stores
 */
record BenchFiles(List<String> rowFiles, List<String> storeFiles) {
  /** The files of a table, its rows so many times. */
  static BenchFiles of(BenchTable table, int repeat) {
    List<String> rows = new ArrayList<>();
    for (int r = 0; r < repeat; r++) {
      rows.addAll(parquet(table.rowFiles()));
    }
    return new BenchFiles(rows, parquet(table.storeFiles()));
  }

  private static List<String> parquet(Path directory) {
    try (Stream<Path> files = Files.list(directory)) {
      return files.map(Path::toString).filter(name -> name.endsWith(".parquet")).sorted().toList();
    } catch (IOException e) {
      throw new UncheckedIOException("cannot list " + directory, e);
    }
  }

  /** Makes them the tables of a session. */
  void createViews(SparkSession spark) {
    spark.read().parquet(rowFiles.toArray(String[]::new)).createOrReplaceTempView(SqlEngine.ROWS);
    spark
        .read()
        .parquet(storeFiles.toArray(String[]::new))
        .createOrReplaceTempView(SqlEngine.STORES);
  }
}
