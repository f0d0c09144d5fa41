package dev.slicewise.jobs.store;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.BufferedReader;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.TreeMap;
import java.util.concurrent.TimeUnit;
import org.apache.spark.sql.Dataset;
import org.apache.spark.sql.Row;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Real processes, killed with SIGKILL: the table is the old one or the new one, and goes on. */
class KillTest {
  private static final int RANDOM_KILLS = 3;

  @TempDir private static Path folder;

  /** What two days of one seed look like. */
  private static final Map<Integer, List<String>> CONTENT = new TreeMap<>();

  @BeforeAll
  static void compute() {
    for (int seed = 1; seed <= 4; seed++) {
      CONTENT.put(seed, Published.content(Publisher.twoDays(seed)));
    }
  }

  private static Process start(Path table, String until) throws IOException {
    Path bin = Path.of("").toAbsolutePath();
    while (!Files.exists(bin.resolve("bin/spark.jvmargs"))) {
      bin = bin.getParent();
    }
    ProcessBuilder builder =
        new ProcessBuilder(
            Path.of(System.getProperty("java.home"), "bin", "java").toString(),
            "@" + bin.resolve("bin/spark.jvmargs"),
            "-Dlog4j2.configurationFile=" + bin.resolve("bin/spark-log4j2.properties"),
            "-Xmx1g",
            "-Duser.timezone=UTC",
            "-cp",
            System.getProperty("java.class.path"),
            Publisher.class.getName(),
            table.toString(),
            until);
    builder.environment().put("SPARK_LOCAL_IP", "127.0.0.1");
    return builder.redirectError(ProcessBuilder.Redirect.DISCARD).start();
  }

  private static void kill(Process process) throws InterruptedException {
    // SIGKILL: no shutdown hook runs.
    process.destroyForcibly();
    assertThat(process.waitFor(60, TimeUnit.SECONDS)).isTrue();
    assertThat(process.exitValue()).isEqualTo(128 + 9);
  }

  /** Which seed the two days are of; fails when they are of none or of two. */
  private static int seed(Path table) {
    Dataset<Row> rows = StateTable.open(Published.spark(), table.toString()).rows();
    List<String> found = Published.content(rows);
    return CONTENT.entrySet().stream()
        .filter(entry -> entry.getValue().equals(found))
        .map(Map.Entry::getKey)
        .findFirst()
        .orElseThrow(() -> new AssertionError("neither old nor new: " + found));
  }

  private static Path table(String name) {
    Path table = folder.resolve(name);
    StateTable.openOrNew(Published.spark(), table.toString()).publish(Publisher.twoDays(1));
    assertThat(seed(table)).isEqualTo(1);
    return table;
  }

  private static void expectNextPublishWorks(Path table) {
    StateTable.openOrNew(Published.spark(), table.toString()).publish(Publisher.twoDays(3));
    assertThat(seed(table)).isEqualTo(3);
  }

  @Test
  void killedAtEveryStep() throws Exception {
    for (PublishStep step : PublishStep.values()) {
      Path table = table(step.name());
      Process process = start(table, step.name());
      List<String> said = new ArrayList<>();
      try (BufferedReader out = process.inputReader(StandardCharsets.UTF_8)) {
        for (String line = out.readLine(); line != null; line = out.readLine()) {
          said.add(line);
          if (line.equals(step.name())) {
            break;
          }
        }
        assertThat(said).as("before %s", step).last().isEqualTo(step.name());
        kill(process);
      }
      int seed = seed(table);
      System.out.println("kill at " + step + ": the table is " + (seed == 1 ? "old" : "new"));
      assertThat(seed)
          .as("killed at %s", step)
          .isEqualTo(step.compareTo(PublishStep.MANIFEST_PLACED) < 0 ? 1 : 2);
      expectNextPublishWorks(table);
    }
  }

  @Test
  void killedAtAnyTime() throws Exception {
    long seed = 20261121;
    Random random = new Random(seed);
    Path table = table("any-time");
    for (int kill = 0; kill < RANDOM_KILLS; kill++) {
      Process process = start(table, Publisher.FOR_EVER);
      try (BufferedReader out = process.inputReader(StandardCharsets.UTF_8)) {
        // Somewhere in its first three publishes, however fast this machine is.
        int lines = 1 + random.nextInt(3 * PublishStep.values().length);
        for (int line = 0; line < lines; line++) {
          assertThat(out.readLine()).as("seed %d", seed).isNotNull();
        }
        // Read on, lest the process waits for somebody to read.
        Thread reader = new Thread(() -> out.lines().forEach(ignored -> {}));
        reader.start();
        Thread.sleep(random.nextInt(500));
        kill(process);
        reader.join();
      }
      System.out.println("kill " + kill + ": the table is of seed " + seed(table));
      assertThat(seed(table)).isBetween(1, 4);
    }
    expectNextPublishWorks(table);
  }
}
