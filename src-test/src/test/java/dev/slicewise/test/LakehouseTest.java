package dev.slicewise.test;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** State tables in Delta Lake and Apache Iceberg behave as those in a directory. */
class LakehouseTest {
  @TempDir private Path folder;

  private List<String> rounds(String prefix, String... settings) throws Exception {
    List<String> arguments = new ArrayList<>(List.of(prefix, folder.toString()));
    arguments.add("spark.sql.warehouse.dir=" + folder.resolve("warehouse"));
    arguments.addAll(List.of(settings));
    Processes.Outcome outcome =
        Processes.java(
            List.of("-Xmx1500m", "-Duser.timezone=UTC"),
            LakehouseRounds.class.getName(),
            arguments.toArray(String[]::new));
    assertThat(outcome.exitCode()).as(outcome.err()).isZero();
    return outcome.out().lines().toList();
  }

  private static void expectAll(List<String> found) {
    // 14 days of 4 slices each; one row in five of one day is left out, its 4 slices change.
    assertThat(found)
        .contains(
            "first: 56",
            "again the same: true",
            "late rows: 56",
            "slices that changed: 4",
            "back: true",
            "an open table stays: true",
            "models: 3",
            "publications: 42",
            "merged is whole: true",
            "weeks: 2")
        .anyMatch(
            line ->
                line.startsWith(
                    "first of m: Publication[model=m, windowStart=2026-01-05T00:00:00Z,"
                        + " windowEnd=2026-01-06T00:00:00Z, definitions=[, carrier]"));
  }

  @Test
  void deltaLake() throws Exception {
    List<String> found =
        rounds(
            "delta:" + folder.resolve("delta-"),
            "spark.sql.extensions=io.delta.sql.DeltaSparkSessionExtension",
            "spark.sql.catalog.spark_catalog=org.apache.spark.sql.delta.catalog.DeltaCatalog");
    expectAll(found);
    assertThat(found).contains("commits: 6");
  }

  @Test
  void apacheIceberg() throws Exception {
    List<String> found =
        rounds(
            "iceberg:lake.models.",
            "spark.sql.catalog.lake=org.apache.iceberg.spark.SparkCatalog",
            "spark.sql.catalog.lake.type=hadoop",
            "spark.sql.catalog.lake.warehouse=" + folder.resolve("iceberg"));
    expectAll(found);
    assertThat(found).contains("commits: 7");
  }
}
