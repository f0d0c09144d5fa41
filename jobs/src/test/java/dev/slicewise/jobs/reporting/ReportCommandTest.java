package dev.slicewise.jobs.reporting;

import static org.assertj.core.api.Assertions.assertThat;

import dev.slicewise.jobs.Cli;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class ReportCommandTest {
  @TempDir private static Path folder;

  private static Path rows() {
    return folder.resolve("rows");
  }

  private static Path table() {
    return folder.resolve("table");
  }

  /** Three days of a model that gets worse, in one city more than in the other. */
  @BeforeAll
  static void evaluate() {
    Cli.spark()
        .sql(
            "SELECT id % 10 AS y, id % 10 + (id % 7) * (1 + day) * IF(city = 'Cork', 2, 1) AS p,"
                + " city, timestamp '2013-07-01T12:00:00Z' + make_dt_interval(day) AS t"
                + " FROM range(600) LATERAL VIEW explode(sequence(0, 2)) AS day"
                + " LATERAL VIEW explode(array('Bergen', 'Cork')) AS city")
        .write()
        .parquet(rows().toString());
    List<String> shared =
        List.of(
            "evaluate",
            "--quiet",
            "--input",
            rows().toString(),
            "--label",
            "y",
            "--prediction",
            "p",
            "--metrics",
            "mae,quantile_abs_error(q=0.9)",
            "--slice",
            "",
            "--slice",
            "city");
    assertThat(run(shared, "--out", out("evaluated")).err()).isEmpty();
    assertThat(
            run(
                    shared,
                    "--state-table",
                    table().toString(),
                    "--model",
                    "m",
                    "--time-column",
                    "t",
                    "--window",
                    "day")
                .err())
        .isEmpty();
  }

  private static String out(String name) {
    return folder.resolve(name).toString();
  }

  private static Cli.Result run(List<String> shared, String... more) {
    List<String> arguments = new ArrayList<>(shared);
    arguments.addAll(List.of(more));
    return Cli.run(arguments.toArray(String[]::new));
  }

  private static Cli.Result report(String... arguments) {
    return run(List.of("report"), arguments);
  }

  @Test
  void asksTheStatesWhatTheMetricsDoNotSay() throws IOException {
    Cli.Result result = report(out("evaluated"), "--out", out("page.html"));
    assertThat(result.err()).isEmpty();
    assertThat(result.out()).contains("The report is in");
    String page = Files.readString(folder.resolve("page.html"));
    assertThat(page).contains("How large are the errors?", "Absolute error: no more than this");
    // 300 of 3,600 rows err by 6·3·2 = 36 or 6·2·2 = 24 …: the 99 % quantile is in no metric.
    assertThat(page).contains("99\u202f%</th><td class=\"v\" title=\"36 ");
    assertThat(Files.readString(folder.resolve("evaluated/report.html")))
        .contains("How large are the errors?");
  }

  @Test
  void showsTheWindowsOfAStateTable() throws IOException {
    Cli.Result result =
        report("--state-table", table().toString(), "--title", "July", "--out", out("time.html"));
    assertThat(result.err()).isEmpty();
    assertThat(Files.readString(folder.resolve("time.html")))
        .contains("latest window: 2013-07-03", "3 windows, from 2013-07-01 to 2013-07-03")
        .contains("<bdi>July</bdi>", "mean_absolute_error of city Cork by window");
  }

  @Test
  void writesModelCardsAndJson() {
    assertThat(report(out("evaluated"), "--out", "-", "--format", "markdown").out())
        .startsWith("# Evaluation of rows")
        .contains("| mean\\_absolute\\_error |");
    assertThat(report(out("evaluated"), "--out", "-", "--format", "json").out())
        .startsWith("{\n  \"title\" : \"Evaluation of rows\"");
  }

  @Test
  void theLastLettersOfAFileSayItsFormat() throws IOException {
    assertThat(report(out("evaluated"), "--quiet", "--out", out("card.md")).err()).isEmpty();
    assertThat(Files.readString(folder.resolve("card.md"))).startsWith("# ");
  }

  private static void refused(Cli.Result result, String... sentence) {
    assertThat(result.exitCode()).isEqualTo(2);
    assertThat(result.err()).contains(sentence).hasLineCount(1);
    assertThat(result.out()).isEmpty();
  }

  @Test
  void refusesWhatItCannotUnderstandInOneSentence() throws IOException {
    refused(report(), "expected an output directory of a slicewise run or a --state-table");
    refused(report(out("nowhere")), "found nothing at " + out("nowhere"));
    refused(report(out("rows")), "found no run.json in " + out("rows"));
    refused(report(out("evaluated"), "--format", "pdf"), "expected html, markdown or json");
    refused(report(out("evaluated"), "--model", "m"), "expected --model with --state-table only");
    refused(
        report("--state-table", table().toString(), "--model", "n"), "to be one of m, found 'n'");
    refused(report(out("evaluated"), out("evaluated")), "expected at most one directory with");
    refused(report(out("evaluated"), "--out", out("rows")), "found the directory");
    Files.writeString(folder.resolve("mine.html"), "mine");
    refused(
        report(out("evaluated"), "--out", out("mine.html")),
        "found " + out("mine.html") + " there");
    assertThat(Files.readString(folder.resolve("mine.html"))).isEqualTo("mine");
  }

  @Test
  void aCorruptFileIsOneSentenceAndNothingIsWritten() throws IOException {
    Path broken = Files.createDirectories(folder.resolve("broken/states"));
    Files.writeString(folder.resolve("broken/run.json"), "{\"command\": \"evaluate\"}");
    Files.writeString(folder.resolve("broken/metrics.json"), "[]");
    Files.writeString(broken.resolve("part-0.parquet"), "no Parquet");
    refused(report(out("broken"), "--out", out("no.html")), "broken/states/part-0.parquet");
    Files.delete(broken.resolve("part-0.parquet"));
    Files.delete(broken);
    Files.writeString(folder.resolve("broken/gates.json"), "[{\"gate\": ");
    refused(report(out("broken"), "--out", out("no.html")), "cannot read gates.json in");
    try (Stream<Path> files = Files.list(folder)) {
      assertThat(files.map(file -> file.getFileName().toString()))
          .noneMatch(name -> name.contains("no.html"));
    }
  }
}
