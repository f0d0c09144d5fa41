package dev.slicewise.bench;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import dev.slicewise.bench.Answers.Coverage;
import dev.slicewise.bench.Answers.Rounding;
import dev.slicewise.bench.kernel.Kernel;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.HashSet;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.openjdk.jmh.results.RunResult;
import org.openjdk.jmh.runner.Runner;
import org.openjdk.jmh.runner.RunnerException;
import org.openjdk.jmh.runner.options.OptionsBuilder;
import org.openjdk.jmh.runner.options.TimeValue;
import org.openjdk.jmh.runner.options.VerboseMode;

/** The benchmarks run, and their answers are right; how long they take is nobody's concern here. */
class BenchSmokeTest {
  private static final String ROWS = "5000";

  @TempDir private static Path folder;

  private static JsonNode results(String... chosen) throws IOException {
    Path out = Files.createTempFile(folder, "bench", ".json");
    String[] arguments = {
      "--rows",
      ROWS,
      "--rounds",
      "1",
      "--warm-ups",
      "0",
      "--data",
      folder.toString(),
      "--out",
      out.toString()
    };
    String[] all = new String[arguments.length + chosen.length];
    System.arraycopy(arguments, 0, all, 0, arguments.length);
    System.arraycopy(chosen, 0, all, arguments.length, chosen.length);
    assertThat(Bench.run(all)).isZero();
    return new ObjectMapper().readTree(Files.readString(out)).get("results");
  }

  /** Every alternative where it can run: a wrong answer would fail the command. */
  @Test
  void everyAlternativeAnswersRightly() throws IOException {
    Set<String> ran = new HashSet<>();
    Set<String> known = new HashSet<>();
    for (JsonNode result : results("--scenarios", "eight")) {
      known.add(result.get("alternative").asText());
      if (!result.has("skipped")) {
        ran.add(expectedToBeRight(result));
      }
    }
    // These two are of one scenario each.
    ran.add(
        expectedToBeRight(
            results("--scenarios", "s10", "--alternatives", "spark_filter_loop").get(0)));
    ran.add(expectedToBeRight(results("--scenarios", "none", "--alternatives", "mllib").get(0)));
    assertThat(ran).isEqualTo(known).contains("evaluator", "duckdb_sums_p99");
  }

  private static String expectedToBeRight(JsonNode result) {
    assertThat(result.get("answers").asText()).isEqualTo("right");
    assertThat(result.get("seconds").asDouble()).isPositive();
    return result.get("alternative").asText();
  }

  /** The scenarios that the other test leaves out, by alternatives that know all of them. */
  @Test
  void everyScenarioIsAnsweredRightly() throws IOException {
    String others =
        Stream.of(Scenario.values())
            .filter(scenario -> scenario != Scenario.EIGHT)
            .map(Scenario::id)
            .collect(Collectors.joining(","));
    JsonNode results =
        results("--scenarios", others, "--alternatives", "spark_sums,evaluator,duckdb_sums");
    assertThat(results).hasSize(3 * (Scenario.values().length - 1));
    assertThat(results).noneMatch(result -> result.has("skipped"));
  }

  @Test
  void wrongAnswersAreNamed() {
    Expected expected = Expected.of(Scenario.NONE, 1000, 1);
    Answers answers = new Answers(Coverage.TOTAL, Rounding.ONCE);
    answers.put(Answers.TOTAL, Measure.COUNT, 1000);
    expected.check("right", answers);
    answers.put(Answers.TOTAL, Measure.COUNT, 999);
    assertThatThrownBy(() -> expected.check("wrong", answers))
        .isInstanceOf(AssertionError.class)
        .hasMessageContaining("wrong in scenario none: expected COUNT of slice total to be 1000.0")
        .hasMessageEndingWith("found 999.0");
  }

  @Test
  void slicesThatAreMissingAreNamed() {
    Expected expected = Expected.of(Scenario.S10, 1000, 1);
    assertThatThrownBy(() -> expected.check("empty", new Answers(Coverage.SLICES, Rounding.ONCE)))
        .isInstanceOf(AssertionError.class)
        .hasMessageContaining("none of this key");
  }

  @Test
  void everyKernelRuns() throws RunnerException {
    var options =
        new OptionsBuilder()
            .include("dev.slicewise.bench.kernel")
            .param("run", "16")
            .param("rows", "16")
            .forks(0)
            .warmupIterations(0)
            .measurementIterations(1)
            .measurementTime(TimeValue.milliseconds(5))
            .verbosity(VerboseMode.SILENT)
            .shouldFailOnError(true)
            .build();
    Set<String> ran = new HashSet<>();
    for (RunResult result : new Runner(options).run()) {
      assertThat(result.getPrimaryResult().getScore()).isPositive();
      ran.add(
          result.getParams().getParam("statistic")
              + result.getParams().getBenchmark().replaceAll(".*\\.", " "));
    }
    for (Kernel kernel : Kernel.values()) {
      assertThat(ran)
          .contains(kernel + " add", kernel + " merge", kernel + " write", kernel + " read");
    }
  }
}
