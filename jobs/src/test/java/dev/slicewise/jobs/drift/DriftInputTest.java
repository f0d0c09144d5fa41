package dev.slicewise.jobs.drift;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import dev.slicewise.jobs.Cli;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.TreeSet;
import java.util.stream.Collectors;
import java.util.stream.StreamSupport;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/**
 * What {@code slicewise drift} makes of columns, slices, limits and windows that are not as usual.
 */
class DriftInputTest {
  private static final String HOSTILE =
      "<script>alert('x')</script> =cmd|' /C' \u001b[31m\u202e`a`";

  @TempDir private Path folder;

  private Path csv(String name, String header, int rows, java.util.function.IntFunction<String> row)
      throws IOException {
    StringBuilder text = new StringBuilder(header + "\n");
    for (int i = 0; i < rows; i++) {
      text.append(row.apply(i)).append("\n");
    }
    return Files.writeString(folder.resolve(name), text);
  }

  private Cli.Result drift(String... more) {
    List<String> arguments = new ArrayList<>(List.of("drift"));
    arguments.addAll(List.of(more));
    return Cli.run(arguments.toArray(String[]::new));
  }

  private JsonNode findings(int exitCode, String... more) throws IOException {
    List<String> arguments = new ArrayList<>(List.of(more));
    arguments.addAll(List.of("--out", folder + "/out", "--overwrite"));
    Cli.Result result = drift(arguments.toArray(String[]::new));
    assertThat(result.exitCode()).as(result.err() + result.out()).isEqualTo(exitCode);
    return new ObjectMapper().readTree(folder.resolve("out/drift.json").toFile());
  }

  private static JsonNode one(JsonNode findings, String column, String method, String slice) {
    List<JsonNode> found =
        StreamSupport.stream(findings.spliterator(), false)
            .filter(
                finding ->
                    finding.path("column").asText().equals(column)
                        && finding.path("method").asText().equals(method)
                        && finding.path("slice").toString().equals(slice))
            .toList();
    assertThat(found).as("%s of %s in %s", method, column, slice).hasSize(1);
    return found.get(0);
  }

  @Test
  void nothingIsAnExceptionAndNothingIsZero() throws IOException {
    Path reference =
        csv(
            "r.csv",
            "x,empty,c,g",
            400,
            i ->
                i * 37 % 101
                    + ","
                    + i % 7
                    + ","
                    + "ab".charAt(i % 2)
                    + ","
                    + (i < 200 ? "old" : "same"));
    Path current =
        csv(
            "c.csv",
            "x,empty,c,g",
            400,
            i -> i * 53 % 101 + ",," + "az".charAt(i % 2) + "," + (i < 200 ? "fresh" : "same"));
    JsonNode findings =
        findings(
            3,
            "--reference",
            reference.toString(),
            "--current",
            current.toString(),
            "--columns",
            "x,empty:numbers,c",
            "--slice",
            "",
            "--slice",
            "g");
    assertThat(one(findings, "x", "js_distance", "{}").path("verdict").asText())
        .isEqualTo("no_drift");
    JsonNode empty = one(findings, "empty", "js_distance", "{}");
    assertThat(empty.path("value").isNull()).isTrue();
    assertThat(empty.path("verdict").asText()).isEqualTo("undefined");
    assertThat(empty.path("reason").asText()).isEqualTo("no usable row in the current side");
    assertThat(empty.path("n_reference").asLong()).isEqualTo(400);
    assertThat(empty.path("n_current").asLong()).isZero();
    JsonNode missing = one(findings, "empty", "missing_rate_shift", "{}");
    assertThat(missing.path("value").asDouble()).isEqualTo(1);
    assertThat(missing.path("verdict").asText()).isEqualTo("drift");
    assertThat(one(findings, "c", "new_category_rate", "{}").path("value").asDouble())
        .isEqualTo(0.5);
    JsonNode vanished = one(findings, "x", "js_distance", "{\"g\":\"old\"}");
    assertThat(vanished.path("reason").asText()).contains("vanished");
    assertThat(vanished.path("n_reference").asLong()).isEqualTo(200);
    assertThat(vanished.path("value").isNull()).isTrue();
    JsonNode appeared = one(findings, "x", "js_distance", "{\"g\":\"fresh\"}");
    assertThat(appeared.path("reason").asText()).contains("appeared");
    assertThat(appeared.path("verdict").asText()).isEqualTo("undefined");
    JsonNode run = new ObjectMapper().readTree(folder.resolve("out/run.json").toFile());
    assertThat(run.path("findings").path("undefined").asLong()).isGreaterThan(20);
  }

  @Test
  void namesAndValuesAreInert() throws IOException {
    String quoted = "\"" + HOSTILE.replace("\"", "\"\"") + "\"";
    Path rows = csv("h.csv", quoted + ",g", 80, i -> i * 37 % 41 + "," + quoted);
    String column = "`" + HOSTILE.replace("`", "``") + "`";
    Cli.Result printed =
        drift(
            "--reference",
            rows.toString(),
            "--current",
            rows.toString(),
            "--columns",
            column,
            "--slice",
            "g");
    assertThat(printed.exitCode()).as(printed.err()).isZero();
    assertThat(printed.out()).contains("\\u001b[31m\\u202e").doesNotContain("\u001b", "\u202e");
    JsonNode findings =
        findings(
            0,
            "--reference",
            rows.toString(),
            "--current",
            rows.toString(),
            "--columns",
            column,
            "--slice",
            "g");
    assertThat(findings.get(0).path("column").asText()).isEqualTo(HOSTILE);
    assertThat(findings.get(0).path("slice").path("g").asText()).isEqualTo(HOSTILE);
    assertThat(findings.get(0).path("n_current").asLong()).isEqualTo(80);
    assertThat(Cli.spark().read().parquet(folder + "/out/findings").count())
        .isEqualTo(findings.size());
  }

  @Test
  void limitsComeFromTheFileAndTheCommandLine() throws IOException {
    Path reference =
        csv(
            "r.csv",
            "x,y,label,prediction",
            300,
            i -> i + "," + i + "," + i % 9 + "," + i % 9 * 1.1);
    Path current =
        csv(
            "c.csv",
            "x,y,label,prediction",
            300,
            i -> i + 30 + "," + (i + 30) + "," + i % 9 + "," + i % 9 * 1.4);
    Path config =
        Files.writeString(
            folder.resolve("drift.yaml"),
            "version: 1\n"
                + "reference: r.csv\n"
                + "current: c.csv\n"
                + "columns: [x, y]\n"
                + "label: label\n"
                + "prediction: prediction\n"
                + "metrics: [mae]\n"
                + "methods: [mean_shift, std_ratio]\n"
                + "thresholds:\n"
                + "  mean_shift: 0.5\n"
                + "  std_ratio: none\n"
                + "  mae: 10%\n"
                + "  columns:\n"
                + "    y: {mean_shift: {below: -0.2, above: 0.1}}\n");
    // Shifts of 30 in standard deviations of 86.6.
    JsonNode findings = findings(3, "--config", config.toString());
    JsonNode x = one(findings, "x", "mean_shift", "{}");
    assertThat(x.path("verdict").asText()).isEqualTo("no_drift");
    assertThat(x.path("threshold").asDouble()).isEqualTo(0.5);
    assertThat(x.path("direction").asText()).isEqualTo("outside");
    JsonNode y = one(findings, "y", "mean_shift", "{}");
    assertThat(y.path("verdict").asText()).isEqualTo("drift");
    assertThat(y.path("threshold").asDouble()).isEqualTo(0.1);
    assertThat(one(findings, "x", "std_ratio", "{}").path("verdict").asText()).isEqualTo("shown");
    JsonNode mae = one(findings, "mean_absolute_error", "metric_drift", "{}");
    assertThat(mae.path("verdict").asText()).isEqualTo("drift");
    assertThat(mae.path("details").path("reference").asDouble())
        .isLessThan(mae.path("details").path("current").asDouble());
    findings =
        findings(
            0,
            "--config",
            config.toString(),
            "--threshold",
            "y.mean_shift=-1..1",
            "--threshold",
            "mae=99");
    assertThat(one(findings, "y", "mean_shift", "{}").path("verdict").asText())
        .isEqualTo("no_drift");
    assertThat(findings(4, "--config", config.toString(), "--min-rows", "301").toString())
        .contains("expected at least 301 usable rows a side, found 300 and 300");
    assertThat(reference).exists();
    assertThat(current).exists();
  }

  @Test
  void windowsWithoutAReferenceAreSaidSo() throws IOException {
    Path rows =
        csv(
            "t.csv",
            "x,t",
            360,
            i -> i * 37 % 101 + "," + (i % 8 == 7 ? "" : "2026-0" + (1 + i % 3) + "-10"));
    String[] input = {
      "--input",
      rows.toString(),
      "--time-column",
      "t",
      "--window",
      "month",
      "--columns",
      "x",
      "--methods",
      "psi"
    };
    JsonNode findings = findings(0, input);
    assertThat(reasons(findings)).contains("there is no reference: no earlier window");
    List<String> baseline = new ArrayList<>(List.of(input));
    baseline.addAll(List.of("--baseline-from", "2025-01-01", "--baseline-to", "2025-02-01"));
    findings = findings(0, baseline.toArray(String[]::new));
    assertThat(reasons(findings)).contains("there is no reference: no row in the baseline");
    JsonNode run = new ObjectMapper().readTree(folder.resolve("out/run.json").toFile());
    assertThat(run.path("windows").path("rows_of_no_window").asLong()).isEqualTo(45);
    baseline.set(baseline.size() - 1, "2027-02-01");
    Cli.Result all = drift(baseline.toArray(String[]::new));
    assertThat(all.exitCode()).isEqualTo(4);
    assertThat(all.err())
        .contains("windows to compare besides the baseline", "nothing was written");
  }

  private static TreeSet<String> reasons(JsonNode findings) {
    return StreamSupport.stream(findings.spliterator(), false)
        .map(finding -> finding.path("reason").asText())
        .collect(Collectors.toCollection(TreeSet::new));
  }

  @Test
  void whatCannotBeMeantIsRefusedInASentence() throws IOException {
    String r = csv("r.csv", "x,c,t", 40, i -> i + ",a,2026-01-01").toString();
    String s = csv("s.csv", "x,c,t", 40, i -> "a" + i + ",a,2026-01-01").toString();
    refused("expected one of --reference and --current", "--columns", "x");
    refused(
        "--reference and --current beside --input", "--reference", r, "--current", r, "--input", r);
    refused("found not all of them", "--reference", r);
    refused("expected --columns to compare", "--reference", r, "--current", r);
    refused("unknown column 'z'", "--reference", r, "--current", r, "--columns", "z");
    refused(
        "found int in the reference and string",
        "--reference",
        r,
        "--current",
        s,
        "--columns",
        "x");
    refused("found type date", "--reference", r, "--current", r, "--columns", "t");
    refused(
        "Did you mean 'js_distance'",
        "--reference",
        r,
        "--current",
        r,
        "--columns",
        "x",
        "--methods",
        "js_distnce");
    refused(
        "expected a column that ks_statistic can compare, one of numbers",
        "--reference",
        r,
        "--current",
        r,
        "--columns",
        "c",
        "--methods",
        "ks_statistic");
    refused(
        "expected the threshold of a column that is compared, found one of 'y'",
        "--reference",
        r,
        "--current",
        r,
        "--columns",
        "x",
        "--threshold",
        "y.psi=1");
    refused(
        "expected a limit such as",
        "--reference",
        r,
        "--current",
        r,
        "--columns",
        "x",
        "--threshold",
        "psi=much");
    refused(
        "which is shown only",
        "--reference",
        r,
        "--current",
        r,
        "--columns",
        "x",
        "--threshold",
        "ks_p_value=0.05");
    refused(
        "--window, --baseline-from and --from with --input",
        "--reference",
        r,
        "--current",
        r,
        "--columns",
        "x",
        "--window",
        "day");
    refused(
        "expected --window to be one of hour",
        "--input",
        r,
        "--time-column",
        "t",
        "--window",
        "fortnight",
        "--columns",
        "x");
    refused(
        "expected a date or timestamp in --time-column",
        "--input",
        r,
        "--time-column",
        "x",
        "--window",
        "day",
        "--columns",
        "x");
    refused("expected different columns", "--reference", r, "--current", r, "--columns", "x,x");
  }

  private void refused(String why, String... arguments) throws IOException {
    List<String> quiet = new ArrayList<>(List.of(arguments));
    quiet.add("--quiet");
    Cli.Result result = drift(quiet.toArray(String[]::new));
    assertThat(result.exitCode()).as(why).isEqualTo(2);
    assertThat(result.err().lines().toList()).as(why).hasSize(1);
    assertThat(result.err()).contains(why);
  }

  @Test
  void statesOfDifferentPlansAreRefusedWithWhatDiffers() throws IOException {
    String rows =
        csv("r.csv", "x,label,prediction", 40, i -> i + "," + i % 3 + "," + i % 2).toString();
    for (String metrics : List.of("column_profile(column=x)", "mae")) {
      Cli.Result result =
          Cli.run(
              "evaluate",
              "--input",
              rows,
              "--metrics",
              metrics,
              "--out",
              folder + "/" + metrics.length());
      assertThat(result.exitCode()).as(result.err()).isZero();
    }
    String profiled = folder + "/" + "column_profile(column=x)".length();
    String other = folder + "/3";
    refused("found one of plan", "--reference-states", profiled, "--current-states", other);
    refused(
        "expected columns whose profile the states remember (x:numbers), found y",
        "--reference-states",
        profiled,
        "--current-states",
        profiled,
        "--columns",
        "y");
    refused(
        "expected slice definitions that are stored (\"\"), found --slice \"g\"",
        "--reference-states",
        profiled,
        "--current-states",
        profiled,
        "--slice",
        "g");
    refused(
        "expected the output directory of an evaluation",
        "--reference-states",
        folder + "/none",
        "--current-states",
        profiled);
    refused(
        "expected the states of an evaluation",
        "--reference-states",
        profiled + "/metrics",
        "--current-states",
        profiled);
    assertThat(findings(0, "--reference-states", profiled, "--current-states", profiled))
        .hasSize(7);
  }
}
