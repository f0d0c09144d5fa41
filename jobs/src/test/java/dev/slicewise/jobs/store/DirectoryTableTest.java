package dev.slicewise.jobs.store;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.slicewise.jobs.failure.JobException;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.FileTime;
import java.time.Instant;
import java.util.List;
import java.util.stream.Stream;
import org.apache.spark.sql.Dataset;
import org.apache.spark.sql.Row;
import org.apache.spark.sql.SparkSession;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** What is published is there, once, and nothing else has changed. */
class DirectoryTableTest {
  private static final String HOSTILE = "../'; DROP TABLE x --`${a}\n\u202e<b>\\";

  private final SparkSession spark = Published.spark();
  @TempDir private Path folder;
  private String location;

  @BeforeEach
  void nameTable() {
    // Characters that a glob would mean something by.
    location = folder.resolve("states [1]{a,b}").toString();
  }

  private StateTable table() {
    return StateTable.openOrNew(spark, location);
  }

  private static List<Publication> publish(StateTable table, Dataset<Row> rows) {
    return table.publish(rows);
  }

  @Test
  void givesBackWhatWasPublished() {
    Dataset<Row> first = Published.states(HOSTILE, 0, 1);
    List<Publication> published = publish(table(), first.union(Published.states("b", 1, 2)));
    StateTable table = StateTable.open(spark, location);
    assertThat(table.publications()).isEqualTo(published).hasSize(2);
    Publication hostile = table.publications().get(0);
    assertThat(hostile.model()).isEqualTo(HOSTILE);
    assertThat(hostile.windowStart()).isEqualTo(Instant.parse("2026-01-01T00:00:00Z"));
    assertThat(hostile.windowEnd()).isEqualTo(Instant.parse("2026-01-02T00:00:00Z"));
    assertThat(hostile.definitions()).containsExactly("", "carrier");
    assertThat(hostile.slices()).isEqualTo(4);
    assertThat(hostile.rows()).isEqualTo(20);
    assertThat(hostile.runId()).isEqualTo("run-1");
    assertThat(Published.content(table.rows(hostile))).isEqualTo(Published.content(first));
    assertThat(table.rows().count()).isEqualTo(8);
    assertThat(table.rows().schema().fieldNames()).isEqualTo(StateColumns.SCHEMA.fieldNames());
  }

  @Test
  void replacesAWindowAndNeverDoubles() {
    publish(table(), Published.states("m", 0, 1));
    publish(table(), Published.states("m", 1, 2));
    StateTable before = StateTable.open(spark, location);
    List<String> old = Published.content(before.rows());
    publish(table(), Published.states("m", 0, 3));
    StateTable after = StateTable.open(spark, location);
    assertThat(after.publications())
        .extracting(Publication::runId)
        .containsExactly("run-3", "run-2");
    assertThat(Published.content(after.rows()))
        .isEqualTo(
            Published.content(Published.states("m", 0, 3).union(Published.states("m", 1, 2))));
    // Who opened it before still sees what was there before.
    assertThat(Published.content(before.rows())).isEqualTo(old);
  }

  @Test
  void keepsWindowsPlansAndModelsApart() {
    publish(table(), Published.states("m", 0, 1));
    publish(table(), Published.states("n", 0, 1));
    publish(
        table(), StateRows.of(Published.evaluated(Published.rows(1)), spark, "m", null, "whole"));
    Dataset<Row> otherPlan =
        StateRows.of(
            dev.slicewise.spark.Evaluation.of(Published.rows(1)).metrics("mape").run(),
            spark,
            "m",
            Published.day(0),
            "other");
    publish(table(), otherPlan);
    publish(table(), otherPlan);
    List<Publication> all = StateTable.open(spark, location).publications();
    assertThat(all).hasSize(4);
    assertThat(all.get(0).window()).isEqualTo("no window");
    assertThat(all.get(0).windowEnd()).isNull();
    assertThat(all).extracting(Publication::model).containsExactly("m", "m", "m", "n");
    assertThat(all.get(1).fingerprint()).isNotEqualTo(all.get(2).fingerprint());
  }

  @Test
  void namesAreNowhereInPaths() throws IOException {
    publish(table(), Published.states(HOSTILE, 0, 1));
    try (Stream<Path> paths = Files.walk(Path.of(location))) {
      assertThat(paths.map(path -> Path.of(location).relativize(path).toString()))
          .allMatch(path -> path.matches("[A-Za-z0-9._=/-]*"));
    }
    try (Stream<Path> paths = Files.list(folder)) {
      assertThat(paths).hasSize(1);
    }
  }

  @Test
  void keyIsTheSameInSqlAndInJava() {
    for (Dataset<Row> rows :
        List.of(
            Published.states(HOSTILE, 0, 1),
            StateRows.of(Published.evaluated(Published.rows(1)), spark, "模", null, "r"))) {
      assertThat(StateColumns.keyed(rows).select(StateColumns.KEY).distinct().head().getString(0))
          .isEqualTo(StateColumns.publications(rows).get(0).key());
    }
  }

  @Test
  void removesWhatIsOldAndUnneeded() throws IOException {
    publish(table(), Published.states("m", 0, 1).union(Published.states("m", 1, 1)));
    Path killed = Path.of(location, "data", "00000000-0000-0000-0000-000000000000");
    Path young = Path.of(location, "data", "00000000-0000-0000-0000-000000000001");
    Path empty = Path.of(location, "data", "00000000-0000-0000-0000-000000000002");
    for (Path run : List.of(killed, young)) {
      Files.createDirectories(run.resolve("_temporary/0"));
      Files.writeString(run.resolve("_temporary/0/part"), "half");
    }
    Files.createDirectories(empty);
    Path draft = Path.of(location, "manifests", ".draft-killed");
    Files.writeString(draft, "{");
    FileTime old = FileTime.from(Instant.now().minusSeconds(8 * 86_400));
    for (Path path : List.of(killed.resolve("_temporary/0/part"), empty, draft)) {
      Files.setLastModifiedTime(path, old);
    }
    publish(table(), Published.states("m", 0, 2));
    assertThat(killed).doesNotExist();
    assertThat(empty).doesNotExist();
    assertThat(draft).doesNotExist();
    assertThat(young).exists();
    assertThat(Path.of(location, "manifests")).isDirectoryContaining("glob:**1.json");
    // What day 0 was is kept for its readers, until the retention is over.
    assertThat(folders()).isEqualTo(3);
    spark.conf().set(Retention.SETTING, "0s");
    try {
      publish(table(), Published.states("m", 2, 2));
    } finally {
      spark.conf().unset(Retention.SETTING);
    }
    assertThat(folders()).isEqualTo(3);
    assertThat(young).doesNotExist();
    assertThat(Path.of(location, "manifests")).isDirectoryNotContaining("glob:**2.json");
    assertThat(Published.content(StateTable.open(spark, location).rows()))
        .isEqualTo(
            Published.content(
                Published.states("m", 0, 2)
                    .union(Published.states("m", 1, 1))
                    .union(Published.states("m", 2, 2))));
  }

  private long folders() throws IOException {
    try (Stream<Path> paths = Files.walk(Path.of(location, "data"))) {
      return paths.filter(path -> path.getFileName().toString().startsWith("publication=")).count();
    }
  }

  @Test
  void refusesWhatIsNoTable() throws IOException {
    assertThatThrownBy(() -> StateTable.open(spark, location))
        .isInstanceOf(JobException.class)
        .hasMessageStartingWith("expected a state table with publications at")
        .hasMessageContaining("found none");
    Path foreign = Files.createDirectory(folder.resolve("photos"));
    Files.writeString(foreign.resolve("cat.jpg"), "x");
    assertThatThrownBy(() -> StateTable.openOrNew(spark, foreign.toString()))
        .isInstanceOf(JobException.class)
        .hasMessageContaining("with cat.jpg and no manifests");
    assertThatThrownBy(() -> StateTable.openOrNew(spark, foreign + "/cat.jpg"))
        .isInstanceOf(JobException.class)
        .hasMessageContaining("found the file");
    assertThat(foreign).isDirectoryContaining("glob:**cat.jpg");
  }

  @Test
  void refusesManifestsItCannotTrust() throws IOException {
    publish(table(), Published.states("m", 0, 1));
    Path manifest = Path.of(location, "manifests", "00000000000000000001.json");
    String good = Files.readString(manifest);
    Path next = Path.of(location, "manifests", "00000000000000000002.json");
    String renumbered = good.replace("\"number\" : 1", "\"number\" : 2");
    for (String bad :
        List.of(
            "",
            good.substring(0, good.length() / 2),
            good,
            "{}",
            renumbered.replace("data/", "../../"),
            renumbered.replaceFirst("\"part-[^\"]*\"", "\"../part\""),
            renumbered.replace("2026-01-01T00", "yesterday"))) {
      Files.writeString(next, bad);
      assertThatThrownBy(() -> StateTable.open(spark, location))
          .as(bad)
          .isInstanceOf(JobException.class)
          .hasMessageContaining("00000000000000000002.json, found a file that is none");
    }
    Files.writeString(next, renumbered.replace("\"format_version\" : 1", "\"format_version\" : 2"));
    assertThatThrownBy(() -> StateTable.open(spark, location))
        .isInstanceOf(JobException.class)
        .hasMessageContaining(
            "expected a state table of format version 1 or older, found version 2");
    Files.writeString(next, renumbered);
    assertThat(StateTable.open(spark, location).publications()).hasSize(1);
  }
}
