package dev.slicewise.jobs;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** Whatever is wrong with what the user asked: one sentence, exit code 2, nothing written. */
class BadInputTest {
  @TempDir private Path folder;
  private Path input;
  private List<String> before;

  @BeforeEach
  void writeInput() throws IOException {
    input = folder.resolve("rows.csv");
    Files.writeString(input, "label,prediction,w,carrier\n1,2,1,UA\n3,3.5,1,AA\n4,4,2,UA\n");
    Files.createDirectory(folder.resolve("mixed"));
    Files.copy(input, folder.resolve("mixed/a.csv"));
    Files.writeString(folder.resolve("mixed/b.json"), "{}");
    Files.createDirectory(folder.resolve("empty"));
    Files.writeString(folder.resolve("broken.parquet"), "not parquet at all, though long enough");
    Files.writeString(folder.resolve("rows.data"), "x");
    Files.writeString(folder.resolve("rows.json"), "[1, 2\n");
    before = Cli.tree(folder);
  }

  private Cli.Result evaluate(String... more) {
    List<String> arguments =
        new ArrayList<>(List.of("evaluate", "--out", folder.resolve("out").toString()));
    for (String argument : more) {
      arguments.add(argument.replace("{}", folder.toString()));
    }
    return Cli.run(arguments.toArray(String[]::new));
  }

  private void assertRefused(Cli.Result result, String... parts) throws IOException {
    assertThat(result.exitCode()).as(result.err()).isEqualTo(2);
    assertThat(result.errLines()).as("one line").hasSize(1);
    assertThat(result.err()).startsWith("slicewise: ").contains(parts);
    assertThat(result.err()).doesNotContain("\tat ").doesNotContain("Exception");
    assertThat(result.out()).isEmpty();
    assertThat(Cli.tree(folder)).as("nothing written").isEqualTo(before);
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      quoteCharacter = '"',
      value = {
        "--metrics maee | unknown metric 'maee'. Did you mean 'mae'?",
        "--metrics mae(q=2) | unknown parameter 'q' of mean_absolute_error",
        "--metrics fbeta_score(beta=-1) | parameter beta of fbeta_score to be in (0, 1e6], found -1",
        "--metrics fbeta_score(beta=x) | parameter beta of fbeta_score to be a number, found x",
        "--metrics mae --label lable | unknown column 'lable' for label (did you mean 'label'?)",
        "--metrics mae --prediction p | unknown column 'p' for prediction",
        "--metrics mae --weight ww | unknown column 'ww' for weight",
        "--metrics mae --slice carier | unknown column 'carier' for slice carier (did you mean 'carrier'?)",
        "--metrics mae --slice bucket(w,3,1) | expected ascending finite edges",
        "--metrics mae --slice time(w,month) | expected a date or timestamp in slice",
        "--metrics mae --lable x | unknown flag '--lable'. Did you mean '--label'?",
        "--metrics mae stray | expected flags only, found 'stray'",
        "--metrics mae --label carrier | expected a number or a boolean as label, found column carrier of type string",
        "--metrics mae --confidence 95 | expected --confidence in (0, 1), or 0 for no intervals, found 95",
        "--metrics mae --confidence x | expected a number for --confidence, found 'x'",
        "--metrics mae --limit 1.5 | expected a whole number for --limit, found '1.5'",
        "--metrics mae --limit -1 | expected --limit from 0 to 1000000, found -1",
        "--metrics mae --min-rows -2 | expected --min-rows of at least 0, found -2",
        "--metrics mae --invalid skp | expected --invalid to be one of skip, fail, null, found 'skp'. Did you mean 'skip'?",
        "--metrics mae --format xml | expected --format to be one of csv, json, parquet, orc, table, found 'xml'",
        "--metrics mae --run-id a/b | expected --run-id of 1 to 128 letters",
        "--metrics mae --worst rmsee | --worst: unknown metric 'rmsee'",
        "--metrics mae --worst accuracy | expected --worst to be one of mean_absolute_error, found 'accuracy'",
        "--metrics mae --role label | expected --role NAME=VALUE, found --role 'label'",
        "--metrics mae --role scale=w | no metric of the suite uses a role 'scale'",
        "--metrics mae --where nosuch>3 | cannot use --where: unknown column 'nosuch'",
        "--metrics mae --where label> | cannot use --where: Syntax error at or near",
        "--metrics mae --where carrier | cannot use --where",
        "--metrics mae --where rand()>0.5 | expected a condition for --where that is the same each time",
        "--metrics mae --where label>(SELECT/**/1) | expected a condition on one row's columns for --where",
        "--metrics mae --where reflect('java.lang.System','getenv','HOME')>'a' | expected a condition for --where that is the same each time",
        "--metrics mae --slice reflect('java.lang.System','getenv','HOME') | expected a deterministic expression of one row's columns",
        "--metrics mae --label (SELECT/**/1) | expected a deterministic expression of one row's columns",
        "--metrics mae --sql x | expected --input or --sql, found both",
        "--metrics | expected a value after --metrics, found none",
        "--label label | expected --metrics, such as --metrics mae,rmse, found none",
        "--metrics mae --label label --label label | expected --label once, found it twice",
      })
  void refusesFlags(String flags, String sentence) throws IOException {
    List<String> arguments = new ArrayList<>(List.of(flags.trim().split(" ")));
    arguments.addAll(List.of("--input", input.toString()));
    if (flags.equals("--metrics")) {
      arguments.remove("--metrics");
      arguments.add("--metrics");
    }
    assertRefused(evaluate(arguments.toArray(String[]::new)), sentence);
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      value = {
        "{}/nosuch.csv | expected a file, directory or table as --input, found no",
        "{}/nosuch*.csv | expected a file, directory or table as --input, found no",
        "{}/empty | expected files in --input",
        "{}/mixed | expected files of one format in --input",
        "{}/rows.data | does not tell by its name",
        "{}/broken.parquet | Could not read footer",
        "{}/rows.json | expected one JSON object a line",
        "nosuch_table | found no nosuch_table",
        "nosuchscheme://x/y.csv | cannot read --input",
      })
  void refusesInputs(String path, String sentence) throws IOException {
    assertRefused(evaluate("--input", path, "--metrics", "mae"), sentence);
  }

  @Test
  void refusesTwoMissingColumnsInOneSentence() throws IOException {
    assertRefused(
        evaluate("--input", input.toString(), "--metrics", "mae", "--label", "a", "--weight", "b"),
        "unknown columns 'a' for label and 'b' for weight; the input has label, prediction");
  }

  @Test
  void refusesWhatIsNotAQuery() throws IOException {
    assertRefused(
        evaluate("--sql", "CREATE TABLE t AS SELECT 1 AS x", "--metrics", "mae"),
        "cannot use --sql: Syntax error at or near 'CREATE'");
    assertRefused(
        evaluate("--sql", "SELECT * FROM nosuch", "--metrics", "mae"), "cannot use --sql");
  }

  @Test
  void refusesNegativeWeightsUnlessTold() throws IOException {
    Path bad = Files.writeString(folder.resolve("bad.csv"), "label,prediction,w\n1,2,1\n3,4,-1\n");
    before = Cli.tree(folder);
    String[] flags = {"--input", bad.toString(), "--metrics", "mae", "--weight", "w"};
    assertRefused(evaluate(flags), "--weight w, found 1 of 2 rows", "--invalid skip");
    List<String> told = new ArrayList<>(List.of(flags));
    told.addAll(List.of("--invalid", "skip"));
    Cli.Result result = evaluate(told.toArray(String[]::new));
    assertThat(result.exitCode()).as(result.err()).isZero();
    assertThat(result.out()).contains("1 of 2 rows used; n_bad_weight 1");
  }

  @Test
  void refusesOutputDirectoriesThatAreTaken() throws IOException {
    String[] flags = {"--input", input.toString(), "--metrics", "mae"};
    Files.createDirectory(folder.resolve("out"));
    before = Cli.tree(folder);
    assertRefused(evaluate(flags), "expected --out to be a new directory");
    Files.writeString(folder.resolve("out/precious.txt"), "mine");
    before = Cli.tree(folder);
    String[] forced = {"--input", input.toString(), "--metrics", "mae", "--overwrite"};
    assertRefused(evaluate(forced), "with precious.txt and no run.json");
    Cli.Result inside =
        Cli.run(
            "evaluate",
            "--input",
            folder + "/mixed",
            "--format",
            "csv",
            "--metrics",
            "mae",
            "--out",
            folder + "/mixed/out");
    assertRefused(inside, "one inside the other");
    Cli.Result beneathFile =
        Cli.run(
            "evaluate",
            "--input",
            input.toString(),
            "--metrics",
            "mae",
            "--out",
            folder + "/rows.data/out");
    assertRefused(beneathFile, "found the file");
  }

  @Test
  void saysWhenThereAreNoRows() throws IOException {
    Path none = Files.writeString(folder.resolve("none.csv"), "label,prediction\n");
    before = Cli.tree(folder);
    for (String[] flags :
        new String[][] {
          {"--input", none.toString(), "--metrics", "mae"},
          {"--input", input.toString(), "--metrics", "mae", "--where", "label > 9"},
          {"--sql", "SELECT 1D AS label, 1D AS prediction WHERE false", "--metrics", "mae"}
        }) {
      Cli.Result result = evaluate(flags);
      assertThat(result.exitCode()).as(result.err()).isEqualTo(4);
      assertThat(result.errLines()).hasSize(1);
      assertThat(result.err()).contains("expected rows to evaluate, found none");
      assertThat(Cli.tree(folder)).isEqualTo(before);
    }
  }

  @Test
  void failsWhenInvalidRowsShallFail() throws IOException {
    Path bad = Files.writeString(folder.resolve("bad.csv"), "label,prediction\n1,2\n,4\n");
    before = Cli.tree(folder);
    Cli.Result result =
        evaluate("--input", bad.toString(), "--metrics", "mae", "--invalid", "fail");
    assertThat(result.exitCode()).isEqualTo(1);
    assertThat(result.errLines()).hasSize(1);
    assertThat(result.err()).contains("n_null=1");
    assertThat(Cli.tree(folder)).isEqualTo(before);
  }

  @Test
  void namesTheNearestCommand() {
    Cli.Result result = Cli.run("evalute");
    assertThat(result.exitCode()).isEqualTo(2);
    assertThat(result.err())
        .isEqualTo(
            "slicewise: unknown command 'evalute'. Did you mean 'evaluate'? The commands are"
                + " evaluate, merge, compare, drift, report and metrics.\n");
    assertThat(Cli.run().exitCode()).isEqualTo(2);
    assertThat(Cli.run("--help").out()).contains("evaluate", "metrics");
  }
}
