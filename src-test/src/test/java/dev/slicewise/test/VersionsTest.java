package dev.slicewise.test;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;

/**
 * The jar on the newest Spark, from PySpark and over Connect; all versions and Javas are one
 * command, which {@code docs/spark.md} names.
 */
class VersionsTest {
  private static final String NEWEST = "4.3.0";

  /** The first run installs the wheel. */
  private static final int MINUTES = 15;

  @Test
  void theNewestSparkGivesTheSameDigits() throws Exception {
    List<String> command =
        List.of(
            System.getProperty("slicewise.python", "python3"),
            Spark.project().resolve("src-test/src/test/python/versions").toString(),
            "--spark",
            NEWEST,
            "--jdk",
            System.getProperty("java.home"),
            "--suites",
            "classic,connect");
    Map<String, String> environment = Map.of("PYTHONDONTWRITEBYTECODE", "1");
    Processes.Outcome outcome = Processes.run(environment, command, MINUTES);
    assertThat(outcome.exitCode()).as(outcome.out() + outcome.err()).isZero();
    assertThat(outcome.out()).containsPattern("\\| " + NEWEST + " \\| [1-9]\\d* passed \\|");
  }
}
