package dev.slicewise.jobs.store;

import static org.assertj.core.api.Assertions.assertThat;

import dev.slicewise.jobs.output.FaultyFileSystem;
import java.nio.file.Path;
import java.util.List;
import org.apache.hadoop.conf.Configuration;
import org.apache.spark.sql.Dataset;
import org.apache.spark.sql.Row;
import org.apache.spark.sql.SparkSession;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** Whatever change of the file system fails, or is made but not confirmed: old or new. */
class PublishFaultsTest {
  /** More changes than a publish makes. */
  private static final int MOST_CHANGES = 60;

  private final SparkSession spark = Published.spark();
  @TempDir private Path folder;

  @BeforeEach
  void knowTheFileSystem() {
    Configuration hadoop = spark.sparkContext().hadoopConfiguration();
    for (String scheme : List.of(FaultyFileSystem.STORE, FaultyFileSystem.DISK)) {
      for (String name : List.of("impl", "impl.disable.cache")) {
        String key = "fs." + scheme + "." + name;
        hadoop.set(key, FaultyFileSystem.configuration().get(key));
      }
    }
  }

  @AfterEach
  void heal() {
    FaultyFileSystem.heal();
  }

  /** The first is an object store's way to publish a manifest, the second a renaming disk's. */
  @ParameterizedTest
  @CsvSource({"faulty:, true", "faulty:, false", "viewfs:, true"})
  void leavesTheOldOrTheNew(String scheme, boolean fails) {
    String location = scheme + folder.resolve("table");
    List<Dataset<Row>> states =
        List.of(Published.states("m", 0, 1).persist(), Published.states("m", 0, 2).persist());
    List<List<String>> content = states.stream().map(Published::content).toList();
    StateTable.openOrNew(spark, location).publish(states.get(0));
    int old = 0;
    boolean wentThrough = false;
    int failures = 0;
    for (int change = 0; change < MOST_CHANGES && !wentThrough; change++) {
      int next = 1 - old;
      FaultyFileSystem.failAt(change, fails);
      boolean published;
      try {
        StateTable.openOrNew(spark, location).publish(states.get(next));
        published = true;
      } catch (Exception e) {
        published = false;
        failures++;
      }
      wentThrough = !FaultyFileSystem.hasFailed();
      FaultyFileSystem.heal();
      List<String> found = Published.content(StateTable.open(spark, location).rows());
      assertThat(found).as("change %d", change).isIn(content);
      if (published) {
        assertThat(found).as("change %d", change).isEqualTo(content.get(next));
      }
      old = content.indexOf(found);
    }
    assertThat(wentThrough).isTrue();
    assertThat(failures).isPositive();
  }
}
