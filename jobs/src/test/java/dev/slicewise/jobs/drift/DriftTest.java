package dev.slicewise.jobs.drift;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import dev.slicewise.core.metric.MetricValue;
import dev.slicewise.core.metric.NamedMetric;
import dev.slicewise.core.plan.MetricResult;
import dev.slicewise.core.slice.SliceResult;
import dev.slicewise.core.slice.SliceSpec;
import dev.slicewise.jobs.Cli;
import dev.slicewise.spark.Evaluation;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.TreeSet;
import org.apache.spark.sql.Dataset;
import org.apache.spark.sql.Row;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** {@code slicewise drift} from rows and from states: the same bytes, those of the metrics. */
class DriftTest {
  @TempDir private static Path folder;

  /** Random rows of six months, of which months 5 and 6 moved. */
  @BeforeAll
  static void writeRows() {
    Cli.spark()
        .sql(
            "SELECT *, if(month > 4, 0.8, 0.0) + randn_x AS x,"
                + " if(u % 11 = 0, NULL, if(month > 4 AND u % 5 = 0, 'new', concat('c', u % 4))) AS c,"
                + " array(randn_x, if(month > 4, 1.0D, 0.0D) + u / 1000.0D) AS e,"
                + " if(month > 4, 0.5D, 0.0D) AS label, randn_x AS prediction,"
                + " concat('g', u % 3) AS g, timestampadd(HOUR, id % 600,"
                + "   timestamp(make_date(2026, month, 1))) AS t FROM (SELECT id,"
                + " CAST(1 + id % 6 AS INT) AS month, abs(xxhash64(id, 3)) % 1000 AS u,"
                + " (abs(xxhash64(id, 1)) % 100003) / 100003.0D"
                + "   + (abs(xxhash64(id, 2)) % 100003) / 100003.0D AS randn_x FROM range(3600))")
        .write()
        .parquet(folder.resolve("all").toString());
    rows("month <= 3").write().parquet(folder.resolve("reference").toString());
    rows("month = 6").write().parquet(folder.resolve("current").toString());
  }

  private static Dataset<Row> rows(String where) {
    return Cli.spark().read().parquet(folder.resolve("all").toString()).where(where);
  }

  private static Cli.Result run(int exitCode, String... arguments) {
    Cli.Result result = Cli.run(arguments);
    assertThat(result.exitCode()).as(result.err() + result.out()).isEqualTo(exitCode);
    return result;
  }

  private static Path drift(int exitCode, String name, String... more) {
    Path out = folder.resolve(name);
    List<String> arguments = new ArrayList<>(List.of("drift", "--out", out.toString()));
    arguments.addAll(List.of(more));
    run(exitCode, arguments.toArray(String[]::new));
    return out;
  }

  private static JsonNode json(Path out, String file) throws IOException {
    return new ObjectMapper().readTree(out.resolve(file).toFile());
  }

  private static void sameBytes(Path one, Path other) throws IOException {
    long at = Files.mismatch(one, other);
    String text = Files.readString(one);
    int from = (int) Math.max(0, at - 200);
    String around = at < 0 ? "" : text.substring(from, Math.min(text.length(), from + 400));
    assertThat(at).as("%s differs from %s at …%s…", one, other, around).isEqualTo(-1);
  }

  private static void evaluate(String rows, String out) {
    run(
        0,
        "evaluate",
        "--input",
        folder.resolve(rows).toString(),
        "--metrics",
        "column_profile(column=x), column_profile(column=c,kind=categories),"
            + " column_profile(column=e,kind=embedding), column_profile(column=label),"
            + " column_profile(column=prediction), mae",
        "--slice",
        "",
        "--slice",
        "g",
        "--out",
        folder.resolve(out).toString());
  }

  private static final String[] QUESTIONS = {
    "--columns",
    "x,c,e",
    "--label",
    "label",
    "--prediction",
    "prediction",
    "--metrics",
    "mae",
    "--slice",
    "",
    "--slice",
    "g",
    "--threshold",
    "mae=10%"
  };

  private static String[] with(String[] some, String... more) {
    List<String> all = new ArrayList<>(Arrays.asList(some));
    all.addAll(List.of(more));
    return all.toArray(String[]::new);
  }

  @Test
  void rowsAndTheirStatesAnswerAlikeAndAsTheMetricsDo() throws IOException {
    Path fromRows =
        drift(
            3,
            "rows",
            with(
                QUESTIONS,
                "--reference",
                folder + "/reference",
                "--current",
                folder + "/current",
                "--methods",
                String.join(",", dev.slicewise.core.metric.drift.DriftMethod.names())));
    evaluate("reference", "r");
    evaluate("current", "c");
    Path fromStates =
        drift(
            3,
            "states",
            "--reference-states",
            folder + "/r",
            "--current-states",
            folder + "/c",
            "--columns",
            "x,c,e,label,prediction",
            "--threshold",
            "mae=10%",
            "--methods",
            String.join(",", dev.slicewise.core.metric.drift.DriftMethod.names()));
    for (String file : List.of("drift.json", "distributions.json")) {
      sameBytes(fromStates.resolve(file), fromRows.resolve(file));
    }
    JsonNode findings = json(fromRows, "drift.json");
    Map<String, Double> asked = new LinkedHashMap<>();
    List<String> metrics = new ArrayList<>();
    for (JsonNode finding : findings) {
      if (finding.path("slices").isEmpty()) {
        String metric = metric(finding);
        metrics.add(metric);
        JsonNode value = finding.path("value");
        asked.put(metric, value.isNull() ? null : (Double) value.asDouble());
      }
    }
    assertThat(metrics).hasSizeGreaterThan(50).doesNotHaveDuplicates();
    Map<String, Double> direct = direct(metrics);
    assertThat(asked).isEqualTo(direct);
    assertThat(json(fromRows, "run.json").path("verdict").asText()).isEqualTo("drift");
    assertThat(json(fromRows, "run.json").path("exit_code").asInt()).isEqualTo(3);
  }

  /** The drift metric of the catalogue that a finding is the value of. */
  private static String metric(JsonNode finding) {
    String method = finding.path("method").asText();
    if (method.equals("metric_drift")) {
      return "metric_drift(metric='" + finding.path("column").asText() + "')";
    }
    String id = List.of("ks_statistic", "kl_divergence").contains(method) ? "drift_" : "";
    StringBuilder text = new StringBuilder(id + method + "(column=");
    text.append(finding.path("column").asText());
    boolean isText = finding.path("column").asText().equals("c");
    boolean hasKind = finding.path("params").has("null_bin") || method.equals("missing_rate_shift");
    if (hasKind) {
      String kind = finding.path("column").asText().equals("e") ? "embedding" : "numbers";
      text.append(",kind=").append(isText ? "categories" : kind);
    }
    finding
        .path("params")
        .properties()
        .forEach(
            parameter ->
                text.append(",")
                    .append(parameter.getKey())
                    .append("=")
                    .append(parameter.getValue().asText()));
    return text.append(")").toString();
  }

  /** The metrics over both tables as one, told apart by the role split. */
  private static Map<String, Double> direct(List<String> metrics) {
    Dataset<Row> both =
        rows("month <= 3")
            .withColumn("split", org.apache.spark.sql.functions.lit("reference"))
            .union(
                rows("month = 6")
                    .withColumn("split", org.apache.spark.sql.functions.lit("current")));
    Map<String, Double> values = new LinkedHashMap<>();
    SliceResult all =
        Evaluation.of(both)
            .metrics(metrics.toArray(String[]::new))
            .slices(SliceSpec.ALL)
            .run()
            .iterator()
            .next();
    for (int i = 0; i < metrics.size(); i++) {
      MetricResult result = all.metrics().get(i);
      NamedMetric asked = dev.slicewise.core.metric.MetricCatalog.standard().parse(metrics.get(i));
      assertThat(result.metric().text()).isEqualTo(asked.text());
      MetricValue value = result.value();
      values.put(
          metrics.get(i), value instanceof MetricValue.Scalar number ? number.value() : null);
    }
    return values;
  }

  @Test
  void windowsOfRowsAndOfAStateTableAnswerAlike() throws IOException {
    String table = folder.resolve("table").toString();
    run(
        0,
        "evaluate",
        "--input",
        folder + "/all",
        "--metrics",
        "column_profile(column=x), column_profile(column=c,kind=categories), mae",
        "--slice",
        "",
        "--slice",
        "g",
        "--time-column",
        "t",
        "--window",
        "day",
        "--model",
        "m",
        "--state-table",
        table);
    String[] baseline = {
      "--window", "month", "--baseline-from", "2026-01-01", "--baseline-to", "2026-04-01"
    };
    Path fromStates =
        drift(3, "table-out", with(baseline, "--state-table", table, "--columns", "x,c"));
    Path fromRows =
        drift(
            3,
            "input-out",
            with(
                baseline,
                "--input",
                folder + "/all",
                "--time-column",
                "t",
                "--columns",
                "x,c",
                "--metrics",
                "mae",
                "--slice",
                "",
                "--slice",
                "g"));
    for (String file : List.of("drift.json", "distributions.json")) {
      sameBytes(fromStates.resolve(file), fromRows.resolve(file));
    }
    TreeSet<String> verdicts = new TreeSet<>();
    for (JsonNode finding : json(fromRows, "drift.json")) {
      if (finding.path("slices").isEmpty()
          && finding.path("method").asText().equals("mean_shift")) {
        verdicts.add(
            finding.path("window_start").asText().substring(0, 7)
                + " "
                + finding.path("comparison").asText()
                + " against "
                + finding.path("reference_start").asText().substring(0, 7)
                + ": "
                + finding.path("verdict").asText());
      }
    }
    assertThat(verdicts)
        .containsExactly(
            "2026-04 BASELINE against 2026-01: no_drift",
            "2026-04 CONSECUTIVE against 2026-03: no_drift",
            "2026-05 BASELINE against 2026-01: drift",
            "2026-05 CONSECUTIVE against 2026-04: drift",
            "2026-06 BASELINE against 2026-01: drift",
            "2026-06 CONSECUTIVE against 2026-05: no_drift");
    String[] june = with(baseline, "--from", "2026-06-01", "--to", "2026-07-01");
    fromStates = drift(3, "june-states", with(june, "--state-table", table, "--columns", "x"));
    assertThat(json(fromStates, "drift.json").toString())
        .contains("\"reference_start\":\"2026-05-01T00:00:00Z\"")
        .doesNotContain("\"window_start\":\"2026-05", "no earlier window");
    String[] input = {"--input", folder + "/all", "--time-column", "t", "--columns", "x"};
    Path juneRows =
        drift(
            3,
            "june-rows",
            with(with(june, input), "--metrics", "mae", "--slice", "", "--slice", "g"));
    sameBytes(fromStates.resolve("drift.json"), juneRows.resolve("drift.json"));
    binsAreFrozen(json(fromRows, "distributions.json"));
    tablesHaveTheSharedNames(fromRows);
  }

  /** Every window is shown in the bins of the reference. */
  private static void binsAreFrozen(JsonNode distributions) {
    Map<String, List<String>> labels = new LinkedHashMap<>();
    for (JsonNode one : distributions) {
      if (one.path("kind").asText().equals("numbers")) {
        List<String> bins = new ArrayList<>();
        double shares = 0;
        for (JsonNode bin : one.path("bins")) {
          bins.add(bin.path("label").asText());
          shares += bin.path("current_share").asDouble();
        }
        assertThat(shares).isBetween(1 - 1e-9, 1 + 1e-9);
        assertThat(bins).hasSize(10);
        List<String> first = labels.putIfAbsent(one.path("slice").toString(), bins);
        assertThat(first == null ? bins : first).isEqualTo(bins);
      }
    }
    assertThat(labels).hasSize(4);
  }

  private static void tablesHaveTheSharedNames(Path out) {
    Dataset<Row> drift = Cli.spark().read().parquet(out.resolve("drift_metrics").toString());
    // Three windows, two comparisons, four slices, two columns.
    assertThat(drift.count()).isEqualTo(48);
    assertThat(
            drift
                .where(
                    "column_name = 'x' AND drift_type = 'BASELINE' AND slice_key IS NULL"
                        + " AND window.start = timestamp'2026-05-01 00:00:00'"
                        + " AND window_cmp.end = timestamp'2026-04-01 00:00:00'"
                        + " AND granularity = '1 month' AND ks_test.statistic > 0.2"
                        + " AND ks_test.pvalue < 0.001 AND avg_delta > 0.7 AND count_delta < 0"
                        + " AND js_distance > 0.1 AND population_stability_index > 0.25"
                        + " AND wasserstein_distance > 0.7 AND chi_squared_test IS NULL")
                .count())
        .isEqualTo(1);
    assertThat(
            drift
                .where(
                    "column_name = 'c' AND slice_key = 'g' AND slice_value = 'g1'"
                        + " AND drift_type = 'CONSECUTIVE' AND tv_distance > 0.1"
                        + " AND l_infinity_distance > 0.1 AND chi_squared_test.pvalue < 0.001"
                        + " AND abs(percent_null_delta) < 10 AND avg_delta IS NULL")
                .count())
        .isEqualTo(1);
    Dataset<Row> profile = Cli.spark().read().parquet(out.resolve("profile_metrics").toString());
    assertThat(
            profile
                .where(
                    "log_type = 'BASELINE' AND column_name = 'x' AND slice_key IS NULL"
                        + " AND count = 1800 AND num_nulls = 0 AND avg BETWEEN 0.95 AND 1.05"
                        + " AND min >= 0 AND max <= 2 AND median BETWEEN 0.9 AND 1.1"
                        + " AND size(quantiles) = 9 AND percent_null = 0")
                .count())
        .isEqualTo(1);
    Dataset<Row> findings = Cli.spark().read().parquet(out.resolve("findings").toString());
    assertThat(findings.where("verdict = 'drift' AND metric_name = 'mean_shift'").count())
        .isGreaterThan(2);
  }
}
