package dev.slicewise.jobs.merge;

import static org.assertj.core.api.Assertions.assertThat;

import dev.slicewise.jobs.Cli;
import dev.slicewise.jobs.store.StateTable;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** What evaluate refuses to publish and merge to merge, in a sentence, with nothing written. */
class RefusalsTest {
  @TempDir private static Path folder;

  private static String rows;
  private static String table;

  @BeforeAll
  static void publish() {
    rows = folder.resolve("rows").toString();
    Cli.spark()
        .sql(
            "SELECT double(id) AS label, id + 1D AS prediction, 'c' || id % 3 AS carrier,"
                + " if(id < 2, NULL, timestamp'2026-01-30' + make_dt_interval(id % 4)) AS t"
                + " FROM range(40)")
        .write()
        .parquet(rows);
    table = folder.resolve("table").toString();
    ok(
        evaluate(
            "--slice",
            "carrier",
            "--slice",
            "top(carrier, 1)",
            "--time-column",
            "t",
            "--window",
            "day",
            "--where",
            "t IS NOT NULL"));
  }

  private static List<String> evaluate(String... more) {
    List<String> arguments =
        new ArrayList<>(
            List.of(
                "evaluate",
                "--quiet",
                "--input",
                rows,
                "--metrics",
                "mae",
                "--state-table",
                table,
                "--model",
                "model_a"));
    arguments.addAll(List.of(more));
    return arguments;
  }

  private static List<String> merge(String... more) {
    List<String> arguments = new ArrayList<>(List.of("merge", "--quiet", "--state-table", table));
    arguments.addAll(List.of(more));
    if (!arguments.contains("--into") && !arguments.contains("--out")) {
      arguments.addAll(List.of("--out", folder.resolve("never").toString()));
    }
    return arguments;
  }

  private static void ok(List<String> arguments) {
    Cli.Result result = Cli.run(arguments.toArray(String[]::new));
    assertThat(result.exitCode()).as(result.err()).isZero();
  }

  private static void refused(List<String> arguments, String... parts) {
    int before = StateTable.open(Cli.spark(), table).publications().size();
    Cli.Result result = Cli.run(arguments.toArray(String[]::new));
    assertThat(result.exitCode()).as(result.err()).isEqualTo(2);
    assertThat(result.errLines()).as("%s", arguments).hasSize(1);
    assertThat(result.err()).contains(parts);
    assertThat(folder.resolve("never")).doesNotExist();
    assertThat(StateTable.open(Cli.spark(), table).publications()).hasSize(before);
  }

  @Test
  void flagsThatDoNotGoTogether() {
    refused(
        List.of("evaluate", "--input", rows, "--metrics", "mae", "--model", "m"),
        "expected --state-table with --model, found none");
    refused(
        List.of("evaluate", "--input", rows, "--metrics", "mae", "--state-table", table),
        "expected --model NAME with --state-table");
    refused(evaluate("--window", "day"), "expected --time-column with --window");
    refused(evaluate("--time-column", "t"), "expected --window with --time-column, one of hour");
    refused(
        evaluate("--time-column", "t", "--window", "dya"), "found 'dya'", "Did you mean 'day'?");
    refused(
        evaluate("--time-column", "t", "--window", "day", "--window-start", "2026-01-01"),
        "found both");
    refused(evaluate("--window-start", "2026-01-01"), "found only --window-start");
    refused(
        evaluate("--window-start", "2026-01-02", "--window-end", "2026-01-01"),
        "expected --window-start before --window-end");
    refused(
        evaluate("--window-start", "yesterday", "--window-end", "2026-01-01"), "found 'yesterday'");
    refused(
        evaluate("--time-column", "t", "--window", "day", "--slice", "carrier AS window"),
        "no slice dimension named window");
    refused(evaluate("--time-column", "carrier", "--window", "day"), "date or timestamp");
    refused(evaluate("--out", table + "/out"), "one inside the other");
    refused(List.of("merge", "--out", "x"), "found neither");
    refused(List.of("merge", "--state-table", table), "expected --out DIR or --into LOCATION");
    refused(merge("--into", table), "expected another state table for --into");
    refused(
        List.of("merge", "--states", rows, "--states", rows, "--out", "x"), "would count twice");
    refused(
        List.of("merge", "--states", rows, "--out", folder + "/never"),
        "expected an output directory of evaluate or merge");
    refused(
        List.of("merge", "--states", rows, "--from", "2026-01-01", "--out", "x"),
        "expected --state-table with --from");
  }

  @Test
  void rowsWithoutATime() {
    refused(
        evaluate("--time-column", "t", "--window", "year"),
        "expected a time in every row for --time-column t, found none in 2 of 40 rows",
        "--invalid skip");
    String skipping = folder.resolve("skipping").toString();
    List<String> arguments =
        evaluate("--time-column", "t", "--window", "year", "--invalid", "skip");
    arguments.set(arguments.indexOf(table), skipping);
    arguments.remove("--quiet");
    Cli.Result result = Cli.run(arguments.toArray(String[]::new));
    assertThat(result.exitCode()).as(result.err()).isZero();
    assertThat(result.out()).contains("2 rows without a time were left out");
    assertThat(StateTable.open(Cli.spark(), skipping).publications())
        .singleElement()
        .satisfies(one -> assertThat(one.rows()).isEqualTo(38));
  }

  @Test
  void statesThatCannotBeChosen() {
    refused(merge("--model", "model_b"), "found 'model_b'", "Did you mean 'model_a'?");
    refused(merge("--from", "2026-03-01"), "from 2026-03-01T00:00:00Z, found none; the table has");
    refused(merge("--from", "2026-01-30T06:00"), "states cannot be divided");
    refused(merge("--plan", "0123456789abcdef"), "and plan 0123456789abcdef, found none");
    refused(merge("--slice", "origin"), "with all dimensions of --slice origin", "'carrier'");
    refused(merge("--slice", "top(carrier, 1)"), "the most frequent values of one window");
    refused(merge("--window", "fortnight"), "found 'fortnight'");
    refused(merge("--metrics", "rmse"), "whose statistics the states remember", "squared");
  }

  @Test
  void windowsThatDoNotFit() {
    String weekly = folder.resolve("weekly").toString();
    List<String> week = evaluate("--window-start", "2026-01-26", "--window-end", "2026-02-02");
    week.set(week.indexOf(table), weekly);
    ok(week);
    List<String> monthly = merge("--window", "month");
    monthly.set(monthly.indexOf(table), weekly);
    refused(monthly, "expected windows that lie within one month each", "UTC");

    List<String> overlapping =
        evaluate("--window-start", "2026-02-01", "--window-end", "2026-02-03");
    overlapping.set(overlapping.indexOf(table), weekly);
    ok(overlapping);
    List<String> all = merge();
    all.set(all.indexOf(table), weekly);
    refused(all, "expected windows that do not overlap", "rows of both would count twice");

    String mixed = folder.resolve("mixed").toString();
    List<String> other = evaluate("--window-start", "2026-01-01", "--window-end", "2026-01-02");
    other.set(other.indexOf(table), mixed);
    ok(other);
    other = evaluate("--window-start", "2026-01-02", "--window-end", "2026-01-03");
    other.set(other.indexOf(table), mixed);
    other.set(other.indexOf("mae"), "rmse");
    ok(other);
    all = merge();
    all.set(all.indexOf(table), mixed);
    refused(
        all,
        "were evaluated with different suites: expected a state of plan",
        "mean_absolute_error",
        "it lacks",
        "--plan ");
    String plan = StateTable.open(Cli.spark(), mixed).publications().get(0).fingerprint();
    List<String> one = merge("--plan", plan, "--out", folder.resolve("one").toString());
    one.set(one.indexOf(table), mixed);
    ok(one);

    List<String> whole = evaluate();
    whole.set(whole.indexOf(table), weekly);
    ok(whole);
    all = merge("--to", "2026-02-02");
    all.set(all.indexOf(table), weekly);
    refused(all, "states cannot be divided");
  }

  @Test
  void tablesThatAreNone() throws Exception {
    Path foreign = Files.createDirectory(folder.resolve("foreign"));
    Files.writeString(foreign.resolve("notes.txt"), "x");
    List<String> arguments = merge();
    arguments.set(arguments.indexOf(table), foreign.toString());
    refused(arguments, "with notes.txt and no manifests in it");
    for (String format : List.of("delta:/tmp/x", "iceberg:lake.db.x")) {
      arguments = evaluate();
      arguments.set(arguments.indexOf(table), format);
      refused(arguments, "on the class path for " + format, "--packages ");
    }
  }
}
