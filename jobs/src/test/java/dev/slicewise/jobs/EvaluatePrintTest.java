package dev.slicewise.jobs;

import static org.assertj.core.api.Assertions.assertThat;

import dev.slicewise.jobs.console.Progress;
import dev.slicewise.jobs.console.Terminal;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.PrintStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** What a run prints. */
class EvaluatePrintTest {
  private static final String ROWS =
      "label,prediction,w,carrier,day\n"
          + "1,2,1,UA,1\n"
          + "3,3.5,1,AA,1\n"
          + "4,4,2,UA,2\n"
          + ",5,1,東京,2\n"
          + "2,7,1,,3\n";

  @TempDir private Path folder;
  private Path out;

  @BeforeEach
  void writeInput() throws IOException {
    Files.writeString(folder.resolve("rows.csv"), ROWS);
    out = folder.resolve("results/out");
  }

  private Cli.Result evaluate(String... more) {
    List<String> arguments =
        new ArrayList<>(
            List.of("evaluate", "--input", folder + "/rows.csv", "--metrics", "mae,accuracy"));
    arguments.addAll(List.of(more));
    Cli.Result result = Cli.run(arguments.toArray(String[]::new));
    assertThat(result.exitCode()).as(result.err()).isZero();
    return result;
  }

  @Test
  void printsAlignedColumnsAndReasons() {
    Cli.Result result = evaluate("--slice", "", "--slice", "carrier", "--confidence", "0");
    assertThat(result.out().lines().toList().subList(0, 12))
        .containsExactly(
            folder + "/rows.csv",
            "mean_absolute_error: 4 of 5 rows used; n_null 1",
            "accuracy: 1 of 5 rows used; n_domain 3, n_null 1",
            "",
            "                    mean_absolute_",
            "slice         rows           error  accuracy",
            "all rows         5           1.625         1",
            "carrier=NULL     1               5     – [1]",
            "carrier=AA       1             0.5     – [1]",
            "carrier=UA       2             0.5         1",
            "carrier=東京     1           – [2]     – [2]",
            "");
  }

  @Test
  void printsTheWorstFirst() {
    Cli.Result result =
        evaluate("--slice", "carrier", "--worst", "mae", "--limit", "2", "--confidence", "0");
    assertThat(result.out().lines().skip(6).limit(3).toList())
        .satisfiesExactly(
            line -> assertThat(line).startsWith("carrier=NULL"),
            line -> assertThat(line).startsWith("carrier=AA"),
            line -> assertThat(line).isEqualTo(""));
    assertThat(evaluate("--slice", "carrier", "--min-rows", "2").out())
        .contains("carrier=UA")
        .doesNotContain("carrier=AA")
        .contains("3 slices of fewer than 2 rows are not shown");
  }

  @Test
  void aDryRunChecksAndWritesNothing() throws IOException {
    Cli.Result result = evaluate("--slice", "carrier", "--out", out.toString(), "--dry-run");
    assertThat(result.out())
        .contains("rows.csv (csv)")
        .contains("columns     carrier, label, prediction")
        .contains("accuracy(threshold=0.5")
        .contains("fingerprint ")
        .contains("metrics/, states/, metrics.json, report.html, run.json")
        .contains("FileScan csv")
        .contains("nothing was evaluated or written");
    assertThat(Cli.tree(folder)).containsExactly("rows.csv");
  }

  @Test
  void printsOneMetricALineWhereColumnsDoNotFit() {
    Cli.Result result =
        Cli.run(
            60,
            "evaluate",
            "--input",
            folder + "/rows.csv",
            "--metrics",
            "mae,mean_error,r2_score,max_error,over_rate,residuals_by_bin",
            "--confidence",
            "0");
    assertThat(result.exitCode()).as(result.err()).isZero();
    assertThat(result.out().lines().skip(3).toList())
        .containsExactly(
            "slice     metric               n              value  note",
            "all rows  mean_absolute_error  4              1.625",
            "          mean_error           4              1.625",
            "          r2_score             4              -4.25",
            "          max_error            4                  5",
            "          over_rate            4               0.75",
            "          residuals_by_bin     4  curve of 4 points");
  }

  @Test
  void aSlowRunSaysWhatItDoesOnStandardErrorOnly() throws InterruptedException {
    ByteArrayOutputStream err = new ByteArrayOutputStream();
    Terminal terminal = new Terminal(System.out, new PrintStream(err, true), 80, true);
    try (Progress progress = Progress.watch(terminal, Cli.spark().sparkContext(), false)) {
      progress.doing("evaluating");
      Cli.spark().range(1000).count();
      long deadline = System.nanoTime() + 30_000_000_000L;
      while (err.size() == 0 && System.nanoTime() < deadline) {
        Thread.sleep(50);
      }
    }
    assertThat(err.toString()).contains("slicewise: evaluating, task ").endsWith("\r\u001b[K");
  }
}
