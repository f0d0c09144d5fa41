package dev.slicewise.jobs.config;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.slicewise.jobs.failure.JobException;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import picocli.CommandLine;
import picocli.CommandLine.Command;
import picocli.CommandLine.Option;

/** Keys of a file as flags: every form a value takes, and who wins. */
class ConfigArgumentsTest {
  @TempDir Path folder;

  @Command(name = "some")
  static final class Some {
    @Option(names = "--config", paramLabel = "FILE")
    Path config;

    @Option(names = "--run-id")
    String runId;

    @Option(names = "--margin")
    Double margin;

    @Option(names = "--quiet", negatable = true)
    Boolean quiet;

    @Option(names = "--metrics")
    List<String> metrics;

    @Option(names = "--slice")
    List<String> slices;

    @Option(names = "--spark", paramLabel = "KEY=VALUE")
    List<String> spark;

    @Option(names = "--reference", paramLabel = "PATH")
    String reference;
  }

  private Some parsed(String yaml, String... given) throws IOException {
    Path file = Files.writeString(folder.resolve("some.yaml"), yaml);
    List<String> arguments = new ArrayList<>(List.of("--config", file.toString()));
    arguments.addAll(List.of(given));
    CommandLine line = new CommandLine(new Some());
    line.parseArgs(
        ConfigArguments.expand(line.getCommandSpec(), List.of("gates"), arguments)
            .toArray(new String[0]));
    return line.getCommand();
  }

  @Test
  void everyFormOfAValue() throws IOException {
    Files.createFile(folder.resolve("old.csv"));
    Some some =
        parsed(
            """
            version: 1
            run_id: nightly
            margin: -0.5
            quiet: false
            metrics: [mae, "quantile_abs_error(q=0.9)"]
            slices: ["", [carrier, {far: "distance > 500"}]]
            spark: {spark.a: b=c}
            master: "local[1]"
            reference: old.csv
            gates: [{metric: mae, max: 3}]
            """);
    assertThat(some.runId).isEqualTo("nightly");
    assertThat(some.margin).isEqualTo(-0.5);
    assertThat(some.quiet).isFalse();
    assertThat(some.metrics).containsExactly("mae", "quantile_abs_error(q=0.9)");
    assertThat(some.slices).containsExactly("", "carrier, distance > 500 AS `far`");
    assertThat(some.spark).containsExactly("spark.master=local[1]", "spark.a=b=c");
    assertThat(some.reference).isEqualTo("file:" + folder.resolve("old.csv"));
  }

  @Test
  void theCommandLineWinsAndPairsAreJoined() throws IOException {
    Some some =
        parsed(
            "{run_id: a, quiet: true, metrics: mae, spark: {k: v}}",
            "--run-id=b",
            "--no-quiet",
            "--metrics",
            "rmse",
            "--spark",
            "l=w");
    assertThat(some.runId).isEqualTo("b");
    assertThat(some.quiet).isFalse();
    assertThat(some.metrics).containsExactly("rmse");
    assertThat(some.spark).containsExactly("k=v", "l=w");
  }

  @Test
  void unknownKeysAndWrongTypesAreRefused() {
    assertThatThrownBy(() -> parsed("{metric: mae}"))
        .isInstanceOf(JobException.class)
        .hasMessageContaining("unknown key 'metric'")
        .hasMessageContaining("metrics");
    assertThatThrownBy(() -> parsed("{run_id: [a]}"))
        .isInstanceOf(JobException.class)
        .hasMessageContaining("at run_id in");
    assertThatThrownBy(() -> parsed("{version: 2, run_id: a}"))
        .isInstanceOf(JobException.class)
        .hasMessageContaining("version: 1");
  }
}
