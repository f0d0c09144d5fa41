package dev.slicewise.jobs.merge;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import dev.slicewise.jobs.Cli;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Random;
import org.apache.spark.sql.Row;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Merged states are those of evaluating all rows at once, byte for byte. */
class MergeTest {
  private static final int DAYS = 40;

  /** In alphabetical order, as a merge reports them. */
  private static final String METRICS =
      "expected_calibration_error,log_loss,mean_absolute_error,quantile_abs_error(q=0.9),roc_auc";

  @TempDir private static Path folder;

  private static String rows;

  @BeforeAll
  static void writeRows() {
    rows = folder.resolve("rows").toString();
    Cli.spark()
        .sql(
            "SELECT double(hash(id) % 2 = 0) AS label,"
                + " if(id % 97 = 0, NULL, pmod(xxhash64(id), 1000) / 1000D) AS prediction,"
                + " CASE WHEN id % 5 = 0 THEN NULL WHEN id % 5 = 1 THEN 'null' ELSE 'c' || id % 5"
                + " END AS carrier, id % 3 AS origin, pmod(xxhash64(id, 7), 100) / 10D AS w,"
                + " timestamp'2026-01-01' + make_dt_interval(0, 0, 0, id * 1000 % ("
                + DAYS
                + " * 86400)) AS t FROM range(4000)")
        .write()
        .parquet(rows);
  }

  private static Cli.Result ok(String command, String... arguments) {
    Cli.Result result = run(command, arguments);
    assertThat(result.exitCode()).as(result.err()).isZero();
    return result;
  }

  private static Cli.Result run(String command, String... arguments) {
    List<String> all = new ArrayList<>(List.of(command, "--quiet"));
    if (command.equals("evaluate")) {
      all.addAll(List.of("--input", rows, "--metrics", METRICS, "--weight", "w"));
      all.addAll(List.of("--slice", "carrier,origin", "--slice", "", "--slice", "origin"));
    }
    all.addAll(List.of(arguments));
    return Cli.run(all.toArray(String[]::new));
  }

  private static List<String> states(Path out) {
    return Cli.spark()
        .read()
        .parquet(out.resolve("states").toString())
        .selectExpr("hex(slice_key) || ' ' || rows || ' ' || fingerprint || ' ' || hex(state)")
        .collectAsList()
        .stream()
        .map((Row row) -> row.getString(0))
        .toList();
  }

  private static void expectSame(Path merged, Path whole) throws IOException {
    assertThat(Files.readString(merged.resolve("metrics.json")))
        .isEqualTo(Files.readString(whole.resolve("metrics.json")));
    assertThat(states(merged)).isEqualTo(states(whole));
  }

  private static String date(int day) {
    return java.time.LocalDate.of(2026, 1, 1).plusDays(day).toString();
  }

  private static JsonNode json(Path file) throws IOException {
    return new ObjectMapper().readTree(file.toFile());
  }

  @Test
  void randomPartitionsOfTimeMergeToTheWhole() throws IOException {
    Path whole = folder.resolve("whole");
    ok("evaluate", "--jackknife", "--out", whole.toString());
    for (long seed : new long[] {1, 2}) {
      String table = folder.resolve("random-" + seed).toString();
      Random random = new Random(seed);
      int[] cuts = random.ints(3, 1, DAYS).distinct().sorted().toArray();
      int[] bounds = new int[cuts.length + 2];
      System.arraycopy(cuts, 0, bounds, 1, cuts.length);
      bounds[bounds.length - 1] = DAYS;
      for (int i = 0; i + 1 < bounds.length; i++) {
        ok(
            "evaluate",
            "--jackknife",
            "--where",
            "t >= '" + date(bounds[i]) + "' AND t < '" + date(bounds[i + 1]) + "'",
            "--state-table",
            table,
            "--model",
            "m",
            "--window-start",
            date(bounds[i]),
            "--window-end",
            date(bounds[i + 1]));
      }
      Path out = folder.resolve("merged-" + seed);
      ok("merge", "--state-table", table, "--out", out.toString());
      try {
        expectSame(out, whole);
      } catch (AssertionError e) {
        throw new AssertionError("seed " + seed + ": " + Arrays.toString(bounds), e);
      }
      JsonNode merged = json(out.resolve("run.json")).path("merged");
      assertThat(merged.path("publications")).hasSize(bounds.length - 1);
      assertThat(merged.path("gaps")).isEmpty();
      assertThat(merged.path("window_end").asText()).isEqualTo(date(DAYS) + "T00:00:00Z");
    }
  }

  @Test
  void onePassPublishesEveryWindowAndWindowsMergeToLongerOnes() throws IOException {
    String days = folder.resolve("days").toString();
    Path byDay = folder.resolve("by-day");
    ok(
        "evaluate",
        "--state-table",
        days,
        "--model",
        "m",
        "--time-column",
        "t",
        "--window",
        "day",
        "--out",
        byDay.toString());
    JsonNode run = json(byDay.resolve("run.json")).path("state_table");
    assertThat(run.path("publications")).hasSize(DAYS);
    assertThat(run.path("rows_without_time").asLong()).isZero();
    assertThat(run.path("time_zone").asText()).isEqualTo("UTC");

    Path whole = folder.resolve("all-days");
    ok("evaluate", "--out", whole.toString());
    Path merged = folder.resolve("days-merged");
    ok("merge", "--state-table", days, "--out", merged.toString());
    expectSame(merged, whole);

    for (String unit : List.of("week", "month")) {
      Path direct = folder.resolve("direct-" + unit);
      String directTable = folder.resolve("direct-table-" + unit).toString();
      ok(
          "evaluate",
          "--state-table",
          directTable,
          "--model",
          "m",
          "--time-column",
          "t",
          "--window",
          unit,
          "--out",
          direct.toString());
      Path fromDays = folder.resolve("from-days-" + unit);
      ok("merge", "--state-table", days, "--window", unit, "--out", fromDays.toString());
      assertThat(Files.readString(fromDays.resolve("metrics.json")))
          .isEqualTo(Files.readString(direct.resolve("metrics.json")));
      String into = folder.resolve("into-" + unit).toString();
      ok("merge", "--state-table", days, "--window", unit, "--into", into);
      assertThat(rowsOf(into)).isEqualTo(rowsOf(directTable)).isNotEmpty();
    }
    JsonNode gaps =
        json(folder.resolve("from-days-month").resolve("run.json")).path("merged").path("gaps");
    assertThat(gaps).hasSize(1);
    assertThat(gaps.get(0).path("start").asText()).isEqualTo(date(DAYS) + "T00:00:00Z");
    assertThat(gaps.get(0).path("end").asText()).isEqualTo("2026-03-01T00:00:00Z");
  }

  /** All that a table has but who published it. */
  private static List<String> rowsOf(String table) {
    return dev.slicewise.jobs.store.StateTable.open(Cli.spark(), table)
        .rows()
        .selectExpr(
            "concat_ws('|', model, window_start, window_end, definition, hex(slice_key), rows,"
                + " fingerprint, cast(map_entries(counters) AS string), hex(state)) AS line")
        .orderBy("line")
        .collectAsList()
        .stream()
        .map((Row row) -> row.getString(0))
        .toList();
  }

  @Test
  void shardsMergeAndFinerSlicesBecomeCoarserOnes() throws IOException {
    Path whole = folder.resolve("whole-coarse");
    ok("evaluate", "--out", whole.toString());
    Path even = folder.resolve("even");
    Path odd = folder.resolve("odd");
    ok("evaluate", "--where", "second(t) % 3 = 0", "--out", even.toString());
    ok("evaluate", "--where", "second(t) % 3 <> 0", "--out", odd.toString());
    Path merged = folder.resolve("shards");
    ok(
        "merge",
        "--states",
        even.toString(),
        "--states",
        odd.toString(),
        "--out",
        merged.toString());
    expectSame(merged, whole);

    // Of the finest definition alone, in another order of dimensions than it has.
    Path direct = folder.resolve("coarse-direct");
    Cli.Result evaluated =
        Cli.run(
            "evaluate",
            "--quiet",
            "--input",
            rows,
            "--metrics",
            METRICS,
            "--weight",
            "w",
            "--slice",
            "origin,carrier",
            "--slice",
            "carrier",
            "--slice",
            "",
            "--out",
            direct.toString());
    assertThat(evaluated.exitCode()).as(evaluated.err()).isZero();
    Path coarse = folder.resolve("coarse");
    ok(
        "merge",
        "--states",
        merged.toString(),
        "--slice",
        "origin,carrier",
        "--slice",
        "carrier",
        "--slice",
        "",
        "--out",
        coarse.toString());
    expectSame(coarse, direct);

    Path asked = folder.resolve("asked");
    ok(
        "merge",
        "--states",
        merged.toString(),
        "--slice",
        "",
        "--metrics",
        "quantile_abs_error(q=0.5),mae",
        "--confidence",
        "0",
        "--out",
        asked.toString());
    assertThat(Files.readString(asked.resolve("metrics.json")))
        .contains("\"q\":0.5", "\"mean_absolute_error\"")
        .doesNotContain("roc_auc");
  }
}
