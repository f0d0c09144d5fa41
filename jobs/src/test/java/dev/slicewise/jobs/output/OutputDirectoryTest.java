package dev.slicewise.jobs.output;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.slicewise.jobs.config.OutputConfig;
import java.io.IOException;
import java.io.Writer;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Comparator;
import java.util.List;
import java.util.stream.Stream;
import org.apache.hadoop.conf.Configuration;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** A directory is whole, old or absent, whatever fails at whatever moment. */
class OutputDirectoryTest {
  @TempDir private Path folder;

  @AfterEach
  void heal() {
    FaultyFileSystem.heal();
  }

  private OutputDirectory stage(String scheme, boolean overwrite) {
    OutputConfig config =
        new OutputConfig(scheme + folder.resolve("deep/out"), overwrite, "r", false);
    Configuration hadoop = FaultyFileSystem.configuration();
    return OutputDirectory.stage(OutputTarget.check(config, hadoop, List.of()));
  }

  private static void write(OutputDirectory output, String run) throws IOException {
    try (Writer data = output.text("metrics.json")) {
      data.write(run);
    }
    try (Writer record = output.text(OutputTarget.RECORD)) {
      record.write("{\"run_id\": \"" + run + "\", \"command\": \"evaluate\"}");
    }
  }

  private List<String> tree() throws IOException {
    try (Stream<Path> paths = Files.walk(folder)) {
      return paths
          .skip(1)
          .map(path -> folder.relativize(path).toString())
          .filter(path -> !path.endsWith(".crc"))
          .sorted()
          .toList();
    }
  }

  private String content(String name) throws IOException {
    return Files.readString(folder.resolve("deep/out").resolve(name));
  }

  @Test
  void leavesNothingUnlessPublished() throws IOException {
    try (OutputDirectory output = stage("", false)) {
      write(output, "first");
      assertThat(Files.exists(folder.resolve("deep/out"))).isFalse();
    }
    assertThat(tree()).isEmpty();
  }

  @Test
  void leavesNoChecksums() throws IOException {
    try (OutputDirectory output = stage("", false)) {
      write(output, "first");
      Files.createDirectory(Path.of(output.path("metrics").toUri().getPath()));
      Files.writeString(Path.of(output.path("metrics/.part-0.crc").toUri().getPath()), "x");
      Files.writeString(Path.of(output.path("metrics/part-0").toUri().getPath()), "x");
      assertThat(output.publish()).isEmpty();
    }
    assertThat(tree())
        .containsExactly(
            "deep",
            "deep/out",
            "deep/out/metrics",
            "deep/out/metrics.json",
            "deep/out/metrics/part-0",
            "deep/out/run.json");
    assertThat(Files.exists(folder.resolve("deep/out/metrics/.part-0.crc"))).isFalse();
  }

  @ParameterizedTest
  @CsvSource({
    "faulty,false,false", "faulty,false,true", "faulty,true,false", "faulty,true,true",
    "viewfs,false,false", "viewfs,false,true", "viewfs,true,false", "viewfs,true,true"
  })
  void isWholeOldOrAbsentWhateverFails(String scheme, boolean replaces, boolean after)
      throws IOException {
    int change = 0;
    for (boolean failed = true; failed; change++) {
      if (replaces) {
        try (OutputDirectory old = stage(scheme + ":", true)) {
          write(old, "old");
          old.publish();
        }
      }
      FaultyFileSystem.failAt(change, after);
      String expected = "new";
      try (OutputDirectory output = stage(scheme + ":", true)) {
        write(output, "new");
        output.publish();
      } catch (IOException e) {
        assertThat(e).as("change %d", change).hasStackTraceContaining("injected fault");
        expected = replaces ? "old" : null;
      }
      failed = FaultyFileSystem.hasFailed();
      FaultyFileSystem.heal();
      if (expected == null) {
        assertThat(tree()).as("change %d", change).isEmpty();
      } else {
        assertThat(content("metrics.json")).as("change %d", change).isEqualTo(expected);
        assertThat(content(OutputTarget.RECORD)).as("change %d", change).contains(expected);
      }
      deleteAll();
    }
    // Two files and at least one rename, and the try that met no fault.
    assertThat(change).isGreaterThan(3);
  }

  private void deleteAll() throws IOException {
    for (String path : tree().stream().sorted(Comparator.reverseOrder()).toList()) {
      Files.deleteIfExists(folder.resolve(path));
    }
  }

  @Test
  void aDirectoryWithoutARecordIsNotOursToReplace() throws IOException {
    Files.createDirectories(folder.resolve("deep/out"));
    Files.writeString(folder.resolve("deep/out/run.json"), "{\"run_id\": \"somebody's\"}");
    assertThatThrownBy(() -> stage("", true)).hasMessageContaining("nothing there is touched");
    Files.writeString(folder.resolve("deep/out/run.json"), "not json");
    assertThatThrownBy(() -> stage("", true)).hasMessageContaining("nothing there is touched");
  }

  @Test
  void twoRunsAtOnceLeaveOneOfThemWhole() throws IOException {
    try (OutputDirectory first = stage("", false);
        OutputDirectory second = stage("", true)) {
      write(first, "first");
      write(second, "second");
      first.publish();
      second.publish();
    }
    assertThat(content("metrics.json")).isEqualTo("second");
    assertThat(tree()).hasSize(4);
  }

  @Test
  void namesWhatKilledRunsLeft() throws IOException {
    Files.createDirectories(folder.resolve("deep/.out.staging-of-a-killed-run"));
    Files.createDirectories(folder.resolve("deep/.other.staging-1"));
    try (OutputDirectory output = stage("", false)) {
      write(output, "new");
      assertThat(output.publish())
          .extracting(org.apache.hadoop.fs.Path::getName)
          .containsExactly(".out.staging-of-a-killed-run");
    }
    assertThat(Files.exists(folder.resolve("deep/.out.staging-of-a-killed-run"))).isTrue();
  }
}
