package dev.slicewise.test;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.apache.spark.sql.Dataset;
import org.apache.spark.sql.Row;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** The flights' metrics.json is the same file wherever and however it is computed. */
class ClusterTest {
  @TempDir private static Path folder;

  private static String expected;

  @BeforeAll
  static void evaluateOnce() throws Exception {
    expected =
        evaluate("reference", Map.of(), List.of("--master", "local[2]"), Spark.flightsFile());
    assertThat(expected.lines()).hasSizeGreaterThan(16);
  }

  private static String evaluate(
      String name, Map<String, String> environment, List<String> flags, Path input)
      throws Exception {
    Path out = folder.resolve(name);
    List<String> arguments = new ArrayList<>(flags);
    arguments.add("evaluate");
    arguments.addAll(List.of("--config", "examples/flights/evaluate.yaml"));
    arguments.addAll(List.of("--input", input.toString(), "--format", "parquet"));
    arguments.addAll(List.of("--out", out.toString(), "--quiet"));
    Processes.Outcome outcome = Processes.slicewise(environment, arguments);
    assertThat(outcome.exitCode()).as(outcome.err()).isZero();
    return Files.readString(out.resolve("metrics.json"), StandardCharsets.UTF_8);
  }

  private static Path rewritten(String name, Dataset<Row> rows) {
    Path file = folder.resolve(name + ".parquet");
    rows.write().parquet(file.toString());
    return file;
  }

  @Test
  void oneCore() throws Exception {
    assertThat(evaluate("one-core", Map.of(), List.of("--master", "local[1]"), Spark.flightsFile()))
        .isEqualTo(expected);
  }

  @Test
  void onePartition() throws Exception {
    Path one = rewritten("one", Spark.sql("SELECT * FROM flights").coalesce(1));
    assertThat(evaluate("one-partition", Map.of(), List.of(), one)).isEqualTo(expected);
  }

  @Test
  void sixtyFourPartitionsReversed() throws Exception {
    Path many =
        rewritten(
            "many",
            Spark.sql("SELECT * FROM flights")
                .repartition(64)
                .sortWithinPartitions(org.apache.spark.sql.functions.col("flight_id").desc()));
    assertThat(evaluate("64-partitions", Map.of(), List.of(), many)).isEqualTo(expected);
  }

  @Test
  void standaloneMasterWithTwoWorkers() throws Exception {
    try (StandaloneCluster cluster = StandaloneCluster.start(Spark.target("cluster"))) {
      assertThat(
              evaluate(
                  "cluster-out",
                  cluster.environment(),
                  List.of("--master", cluster.master()),
                  Spark.flightsFile()))
          .isEqualTo(expected);
    }
  }
}
