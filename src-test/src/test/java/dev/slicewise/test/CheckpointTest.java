package dev.slicewise.test;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.stream.Stream;
import org.apache.spark.api.java.function.VoidFunction2;
import org.apache.spark.sql.Dataset;
import org.apache.spark.sql.Row;
import org.apache.spark.sql.SparkSession;
import org.apache.spark.sql.streaming.OutputMode;
import org.apache.spark.sql.streaming.StreamingQuery;
import org.apache.spark.sql.streaming.Trigger;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;

/**
 * Streams go on from checkpoints that earlier releases wrote; see the README beside them. {@code
 * -Dslicewise.checkpoints.write=2} writes those of the query in folder 2.
 */
class CheckpointTest {
  private static final Path CHECKPOINTS =
      Spark.project().resolve("src-test/src/test/resources/checkpoints");

  private static final String WRITTEN = System.getProperty("slicewise.checkpoints.write", "");

  private static final int ROWS = 40;
  private static final String STORES = "org.apache.spark.sql.execution.streaming.state.";

  /** Spark's state stores by the folders of their checkpoints. */
  private static final Map<String, String> PROVIDERS =
      new TreeMap<>(
          Map.of(
              "hdfs",
              STORES + "HDFSBackedStateStoreProvider",
              "rocksdb",
              STORES + "RocksDBStateStoreProvider"));

  static Stream<Arguments> checkpoints() throws IOException {
    try (Stream<Path> releases = Files.list(CHECKPOINTS)) {
      List<Path> folders = releases.filter(Files::isDirectory).sorted().toList();
      assertThat(folders).isNotEmpty();
      return folders.stream()
          .flatMap(release -> PROVIDERS.keySet().stream().map(st -> Arguments.of(release, st)));
    }
  }

  @ParameterizedTest
  @MethodSource("checkpoints")
  void aStreamGoesOnWhereAnEarlierReleaseStopped(Path release, String store, @TempDir Path folder)
      throws Exception {
    SparkSession session =
        Spark.session(
            Map.of(
                "spark.sql.shuffle.partitions",
                "2",
                "spark.sql.streaming.stateStore.providerClass",
                PROVIDERS.get(store)));
    String query = Files.readString(release.resolve("query.sql"));
    if (release.getFileName().toString().equals(WRITTEN)) {
      Path fresh = folder.resolve("fresh");
      run(session, query, fresh);
      copy(fresh, release.resolve(store));
    }
    Path checkpoint = folder.resolve("checkpoint");
    copy(release.resolve(store), checkpoint);
    Map<String, String> found = run(session, query, checkpoint);
    session.range(2 * ROWS).withColumnRenamed("id", "value").createOrReplaceTempView("arrivals");
    Map<String, String> expected = new TreeMap<>();
    session
        .sql(query)
        .collectAsList()
        .forEach(row -> expected.put(row.get(0) + "", Rows.text(row)));
    assertThat(found).hasSize(4).isEqualTo(expected);
  }

  /** Runs one batch, and gives what it put out by slice. */
  private static Map<String, String> run(SparkSession session, String query, Path checkpoint)
      throws Exception {
    // A source whose offsets are numbers: a checkpoint of files would name their folder.
    session
        .readStream()
        .format("rate-micro-batch")
        .option("rowsPerBatch", ROWS)
        .option("numPartitions", 2)
        .option("startTimestamp", 0)
        .load()
        .createOrReplaceTempView("arrivals");
    Map<String, String> results = new TreeMap<>();
    VoidFunction2<Dataset<Row>, Long> keep =
        (batch, number) ->
            batch.collectAsList().forEach(row -> results.put(row.get(0) + "", Rows.text(row)));
    StreamingQuery running =
        session
            .sql(query)
            .writeStream()
            .outputMode(OutputMode.Update())
            .option("checkpointLocation", checkpoint.toString())
            .foreachBatch(keep)
            .trigger(Trigger.AvailableNow())
            .start();
    running.awaitTermination();
    return results;
  }

  /** Copies the files that a checkpoint is of; those of checksums beside it belong to the disk. */
  private static void copy(Path from, Path to) throws IOException {
    try (Stream<Path> files = Files.walk(from)) {
      files
          .filter(Files::isRegularFile)
          .filter(file -> !file.getFileName().toString().startsWith("."))
          .forEach(
              file -> {
                Path target = to.resolve(from.relativize(file).toString());
                try {
                  Files.createDirectories(target.getParent());
                  Files.copy(file, target);
                } catch (IOException e) {
                  throw new UncheckedIOException(e);
                }
              });
    }
  }
}
