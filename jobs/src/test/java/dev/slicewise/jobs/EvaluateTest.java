package dev.slicewise.jobs;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import org.apache.spark.sql.Dataset;
import org.apache.spark.sql.Row;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** What a run prints and leaves behind. */
class EvaluateTest {
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

  private static JsonNode json(Path file) throws IOException {
    return new ObjectMapper().readTree(file.toFile());
  }

  @Test
  void writesTheWholeDirectory() throws IOException {
    evaluate("--slice", "", "--slice", "carrier", "--out", out.toString(), "--run-id", "r1");
    assertThat(Cli.tree(folder.resolve("results")))
        .anyMatch(path -> path.matches("out/metrics/part-.*\\.parquet"))
        .anyMatch(path -> path.matches("out/states/part-.*\\.parquet"))
        .contains("out/metrics.json", "out/report.html", "out/run.json", "out/worst.json")
        .hasSize(9)
        .noneMatch(path -> path.contains("/."));

    JsonNode run = json(out.resolve("run.json"));
    assertThat(run.path("run_id").asText()).isEqualTo("r1");
    assertThat(run.path("verdict").asText()).isEqualTo("ok");
    assertThat(run.path("exit_code").asInt()).isZero();
    assertThat(run.path("input").path("rows").asLong()).isEqualTo(5);
    assertThat(run.path("input").path("bytes").asLong())
        .isEqualTo(Files.size(folder.resolve("rows.csv")));
    assertThat(run.path("rows").path("mean_absolute_error").path("n_null").asLong()).isEqualTo(1);
    assertThat(run.path("slices").path("count").asLong()).isEqualTo(5);
    assertThat(run.path("plan").path("fingerprint").asText()).matches("[0-9a-f]{16}");
    assertThat(run.path("versions").path("spark").asText()).startsWith("4.");

    Dataset<Row> metrics = Cli.spark().read().parquet(out.resolve("metrics").toString());
    assertThat(metrics.count()).isEqualTo(10);
    assertThat(Cli.spark().read().parquet(out.resolve("states").toString()).count()).isEqualTo(5);
  }

  @Test
  void recordsTheProfileAndEveryConventionInForce() throws IOException {
    evaluate("--profile", "sklearn", "--metrics", "r2,mape", "--out", out.toString());
    JsonNode run = json(out.resolve("run.json"));
    assertThat(run.path("configuration").path("profile").asText()).isEqualTo("sklearn");
    JsonNode conventions = run.path("conventions");
    assertThat(conventions.path("profile").asText()).isEqualTo("sklearn");
    assertThat(conventions.path("profile_defaults").path("zero_label").asText())
        .isEqualTo("epsilon");
    assertThat(
            conventions
                .path("parameters")
                .path("r2_score(force_finite=true)")
                .path("force_finite")
                .asBoolean())
        .isTrue();
    assertThat(json(out.resolve("metrics.json")).toString())
        .contains("\"zero_label\":\"epsilon\"", "\"force_finite\":true");
    Cli.Result unknown =
        Cli.run(
            "evaluate", "--input", folder + "/rows.csv", "--metrics", "mae", "--profile", "tfm");
    assertThat(unknown.exitCode()).isEqualTo(2);
    assertThat(unknown.err()).contains("--profile: expected profile", "Did you mean 'tfma'?");
  }

  @Test
  void writesOneObjectALineInOrder() throws IOException {
    evaluate("--slice", "carrier", "--slice", "", "--out", out.toString(), "--confidence", "0");
    List<String> lines = Files.readAllLines(out.resolve("metrics.json"));
    assertThat(lines).hasSize(12).startsWith("[").endsWith("]");
    // |2-7| / 1; the slice of the missing carrier comes first.
    assertThat(lines.get(1))
        .isEqualTo(
            "{\"slices\":[\"carrier\"],\"slice\":{\"carrier\":null},"
                + "\"metric\":\"mean_absolute_error\",\"params\":{},\"value\":5,\"n\":1,"
                + "\"weight_sum\":1,\"exactness\":\"exact\",\"error_bound\":null,\"ci_low\":null,"
                + "\"ci_high\":null,\"reason\":null,\"counters\":{\"n_rows\":1,\"n_used\":1}},");
    JsonNode all = json(out.resolve("metrics.json"));
    assertThat(all).hasSize(10);
    JsonNode tokyo = all.get(6);
    assertThat(tokyo.path("slice").path("carrier").asText()).isEqualTo("東京");
    assertThat(tokyo.path("value").isNull()).isTrue();
    assertThat(tokyo.path("reason").asText()).startsWith("no usable rows");
    // (1 + 0.5 + 0 + 5) / 4
    assertThat(all.get(8).path("value").asDouble()).isEqualTo(1.625);
  }

  @Test
  void writesTheSameBytesHoweverTheRowsAreSpread() throws IOException {
    List<String> lines = ROWS.lines().toList();
    Path spread = Files.createDirectory(folder.resolve("spread"));
    for (int i = 1; i < lines.size(); i++) {
      Files.writeString(
          spread.resolve((9 - i) + ".csv"), lines.get(0) + "\n" + lines.get(i) + "\n");
    }
    List<byte[]> bytes = new ArrayList<>();
    for (String input : List.of("rows.csv", "spread")) {
      Path to = folder.resolve("from-" + input);
      List<String> arguments =
          new ArrayList<>(
              List.of(
                  "evaluate",
                  "--input",
                  folder.resolve(input).toString(),
                  "--option",
                  "inferSchema=false",
                  "--label",
                  "cast(label AS double)",
                  "--prediction",
                  "cast(prediction AS double)",
                  "--weight",
                  "cast(w AS double)",
                  "--metrics",
                  "mae",
                  "--slice",
                  "carrier",
                  "--slice",
                  "day",
                  "--slice",
                  "",
                  "--out",
                  to.toString(),
                  "--quiet"));
      Cli.Result result = Cli.run(arguments.toArray(String[]::new));
      assertThat(result.exitCode()).as(result.err()).isZero();
      assertThat(result.out()).isEmpty();
      bytes.add(Files.readAllBytes(to.resolve("metrics.json")));
    }
    assertThat(bytes.get(1)).isEqualTo(bytes.get(0));
  }

  @Test
  void replacesItsOwnOutputAndNeverDoubles() throws IOException {
    evaluate("--out", out.toString(), "--run-id", "nightly");
    byte[] first = Files.readAllBytes(out.resolve("metrics.json"));
    evaluate("--out", out.toString(), "--run-id", "nightly");
    assertThat(Files.readAllBytes(out.resolve("metrics.json"))).isEqualTo(first);
    assertThat(Cli.tree(out)).hasSize(7);
    Cli.Result other =
        Cli.run(
            "evaluate",
            "--input",
            folder + "/rows.csv",
            "--metrics",
            "mae",
            "--run-id",
            "other",
            "--out",
            out.toString());
    assertThat(other.exitCode()).isEqualTo(2);
    assertThat(other.err()).contains("with the results of run nightly");
    evaluate("--out", out.toString(), "--overwrite");
    assertThat(Cli.tree(folder.resolve("results"))).noneMatch(path -> path.startsWith("."));
  }

  @Test
  void flagsWinOverTheFileAndTheFileFindsItsInput() throws IOException {
    Path config = folder.resolve("evaluate.yaml");
    Files.writeString(
        config,
        "version: 1\n"
            + "input: rows.csv\n"
            + "metrics: [mae]\n"
            + "slices: [[], carrier, [day], {weekend: day > 2}]\n"
            + "limit: 3\n"
            + "where: day < 3\n");
    Cli.Result fromFile = Cli.run("evaluate", "--config", config.toString());
    assertThat(fromFile.exitCode()).as(fromFile.err()).isZero();
    assertThat(fromFile.out()).contains("3 of 4 rows used").contains("more slices (--limit)");
    Cli.Result overridden =
        Cli.run(
            "evaluate",
            "--config",
            config.toString(),
            "--where",
            "day = 3",
            "--slice",
            "",
            "--limit",
            "9");
    assertThat(overridden.out()).contains("1 of 1 rows used").doesNotContain("more slices");
  }

  @Test
  void readsTablesAndQueries() {
    Cli.spark()
        .read()
        .option("header", true)
        .option("inferSchema", true)
        .csv(folder + "/rows.csv")
        .createOrReplaceTempView("flights_view");
    Cli.Result table = Cli.run("evaluate", "--input", "flights_view", "--metrics", "mae");
    assertThat(table.exitCode()).as(table.err()).isZero();
    Cli.Result query =
        Cli.run(
            "evaluate",
            "--sql",
            "SELECT label AS y, prediction FROM flights_view",
            "--label",
            "y",
            "--metrics",
            "mae");
    assertThat(query.out().lines().skip(1).toList())
        .isEqualTo(table.out().lines().skip(1).toList());
  }
}
