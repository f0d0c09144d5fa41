package dev.slicewise.test;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.Assumptions.abort;

import dev.slicewise.jobs.Main;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.PrintStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/**
 * Reports in a real browser, in both themes, on a telephone and on a desk: nothing is loaded,
 * nothing hostile runs, nothing sticks out, tables sort and filter, and axe has no serious finding.
 * Pictures of them are left in {@code target/browser}.
 */
class BrowserTest {
  private static final long MOST_BYTES = 300_000;
  private static final Path FOLDER = Spark.target("browser");

  private static final Path PROGRAMS = Spark.project().resolve("src-test/src/test/python");

  private static String python;

  @BeforeAll
  static void prepare() throws IOException, InterruptedException {
    boolean present =
        Arrays.stream(System.getenv("PATH").split(":"))
            .anyMatch(folder -> Files.isExecutable(Path.of(folder, "chromium")));
    // Spark reads its settings from the session that runs already.
    assertThat(Spark.session()).isNotNull();
    if (!present) {
      abort("no chromium on the path: reports were not opened; install Debian's chromium");
    }
    Files.createDirectories(FOLDER);
    python =
        new PythonEnvironment(
                FOLDER.resolve("environment"), PROGRAMS.resolve("browser/requirements.txt"))
            .interpreter();
    assertThat(browser().exitCode()).isZero();
  }

  /** Writes the directories to make reports of, or opens reports. */
  private static Processes.Outcome browser(Path... reports)
      throws IOException, InterruptedException {
    List<String> command = new ArrayList<>(List.of(python, "-m", "browser", FOLDER.toString()));
    Arrays.stream(reports).map(Path::toString).forEach(command::add);
    return Processes.run(
        Map.of("PYTHONPATH", PROGRAMS.toString(), "PYTHONDONTWRITEBYTECODE", "1"), command);
  }

  /** Makes a report of three runs with the command. */
  private static Path report(String kind) throws IOException {
    Path page = FOLDER.resolve(kind + ".html");
    List<String> arguments = new ArrayList<>(List.of("report", "--overwrite", "--quiet"));
    for (String run : List.of("evaluated", "compared", "drifted")) {
      arguments.add(FOLDER.resolve(kind).resolve(run).toString());
    }
    arguments.addAll(List.of("--out", page.toString()));
    ByteArrayOutputStream said = new ByteArrayOutputStream();
    PrintStream terminal = new PrintStream(said, true, StandardCharsets.UTF_8);
    int exitCode = Main.run(arguments.toArray(String[]::new), terminal, terminal);
    assertThat(exitCode).as(said.toString(StandardCharsets.UTF_8)).isZero();
    assertThat(Files.size(page)).isLessThan(MOST_BYTES);
    return page;
  }

  @ParameterizedTest
  @ValueSource(strings = {"ordinary", "hostile"})
  void isFineInABrowser(String kind) throws IOException, InterruptedException {
    Processes.Outcome outcome = browser(report(kind));
    assertThat(outcome.out() + outcome.err()).contains("32 checks of 1 reports, 0 problems");
  }

  /** The checks themselves: a report spoilt in every way they look for. */
  @Test
  void aSpoiltReportIsNot() throws IOException, InterruptedException {
    String spoilt =
        Files.readString(report("ordinary"))
            .replaceFirst("<meta http-equiv=[^>]*>", "")
            .replace("prefers-color-scheme", "prefers-reduced-data")
            .replace("row.hidden = ", "row.lang = '' + ")
            .replace(
                "</main>",
                "<p style=\"color:#eee;background:#fff\">faint</p>"
                    + "<img alt=\"\" src=\"https://example.org/x.png\"/>"
                    + "<div style=\"width:3000px\">wide</div>"
                    + "<script>window.hacked = 1; document.body.append('more')</script></main>");
    Path page = FOLDER.resolve("spoilt.html");
    Files.writeString(page, spoilt);
    Processes.Outcome outcome = browser(page);
    assertThat(outcome.exitCode()).isEqualTo(1);
    assertThat(outcome.out())
        .contains("fits as it opens: ", "theme: ", "axe: color-contrast", "hostile ran: 1")
        .contains("asked for https://example.org/x.png", "filters: ", "without scripts: other");
  }
}
