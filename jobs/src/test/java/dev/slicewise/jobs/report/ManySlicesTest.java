package dev.slicewise.jobs.report;

import static org.assertj.core.api.Assertions.assertThat;

import dev.slicewise.core.slice.SliceResult;
import dev.slicewise.core.slice.SliceSpec;
import java.io.IOException;
import java.io.OutputStreamWriter;
import java.io.Writer;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Iterator;
import java.util.List;
import java.util.Map;
import java.util.stream.LongStream;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** A million slices with long names in a JVM too small to hold a hundredth of them. */
class ManySlicesTest {
  private static final long SLICES = 1_000_000;
  private static final String LONG = "x".repeat(2_000);

  @TempDir private Path folder;

  @Test
  void needLittleMemory() throws Exception {
    Path report = folder.resolve("report.html");
    Path log = folder.resolve("log");
    Process process =
        new ProcessBuilder(
                Path.of(System.getProperty("java.home"), "bin", "java").toString(),
                "-Xmx32m",
                "-cp",
                System.getProperty("java.class.path"),
                Child.class.getName(),
                report.toString())
            .redirectErrorStream(true)
            .redirectOutput(log.toFile())
            .start();
    assertThat(process.waitFor()).as(Files.readString(log)).isZero();
    assertThat(Files.size(report)).isBetween(100_000L, 600_000L);
    Markup markup = Markup.parse(Files.readString(report));
    assertThat(markup.text())
        .contains("500\u202f000 of 1\u202f000\u202f000 slices are significantly worse")
        .contains("All metrics of the first 500 of 1\u202f000\u202f000 slices")
        .contains("The worst 30 of 500\u202f000 significantly worse slices")
        .contains("999\u202f500 slices more are not in this table");
    assertThat(markup.only("table", "chart")).containsSubsequence("999999", "999997", "999995");
  }

  /** Writes the report to the file it is given. */
  static final class Child {
    private Child() {}

    public static void main(String[] arguments) throws IOException {
      SliceSpec user = SliceSpec.parse("user");
      ReportInput input =
          new ReportInput(
              "A million slices",
              List.of(),
              () -> slices(user),
              List.of(SliceSpec.ALL, user),
              List.of(SampleMetrics.COST),
              0.95,
              Map.of());
      try (Writer out =
          new OutputStreamWriter(
              Files.newOutputStream(Path.of(arguments[0])), StandardCharsets.UTF_8)) {
        HtmlReport.write(out, input);
      }
    }

    private static Iterator<SliceResult> slices(SliceSpec user) {
      return Stream.concat(
              Stream.of(Samples.all(0, Samples.number(SampleMetrics.COST, 10, 0.01, 1_000_000))),
              LongStream.range(0, SLICES).mapToObj(i -> slice(user, i)))
          .iterator();
    }

    private static SliceResult slice(SliceSpec user, long i) {
      double value = (i % 2 == 0 ? 5 : 15) + i / 1e6;
      return Samples.slice(
          1, user, List.of(i + LONG), List.of(Samples.number(SampleMetrics.COST, value, 1, 50)));
    }
  }
}
