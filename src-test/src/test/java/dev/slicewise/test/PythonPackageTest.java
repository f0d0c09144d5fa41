package dev.slicewise.test;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/**
 * The Python package as people get it: the wheel in a fresh environment with a PySpark of PyPI, on
 * a classic session and on Spark Connect, against the files of the command line. What is asked
 * stands in {@code python/tests}.
 */
class PythonPackageTest {
  private static final Path PYTHON = Spark.project().resolve("python");
  private static final Path WORK = Spark.target("python");
  private static final Path CLI = WORK.resolve("cli");
  private static final Path YEAR = WORK.resolve("year");
  private static final Path DOORS = WORK.resolve("doors");
  private static final Path CATALOGUE = WORK.resolve("catalogue.json");

  /** Metrics of numbers and of scores, weighted and not, on a hundred tables. */
  private static final List<String> FAMILIES = List.of("regression", "scores");

  private static final List<String> PACKAGE =
      List.of(
          "test_bad_input.py",
          "test_doors.py",
          "test_compare.py",
          "test_drift.py",
          "test_flights.py",
          "test_functions.py",
          "test_show.py",
          "test_state_table.py",
          "test_written_states.py");

  private static String interpreter;
  private static Path tables;

  @BeforeAll
  static void installTheWheel() throws IOException, InterruptedException {
    interpreter =
        new PythonEnvironment(WORK.resolve("environment"), PYTHON.resolve("tests/requirements.txt"))
            .interpreter();
    String wheel =
        PythonEnvironment.run(Map.of("PYTHON", interpreter), PYTHON.resolve("build.sh").toString())
            .trim();
    PythonEnvironment.run(
        Map.of(),
        interpreter,
        "-m",
        "pip",
        "install",
        "-q",
        "--no-deps",
        "--force-reinstall",
        wheel);
    Files.writeString(
        CATALOGUE, slicewise(List.of("metrics", "--format", "json")).replace("\r", ""));
    slicewise(
        List.of(
            "evaluate",
            "--input=examples/flights/flights.parquet",
            "--label=arr_delay",
            "--prediction=predicted_delay",
            "--key=flight_id",
            "--metrics=mae, rmse, mean_error, r2_score, quantile_abs_error(q=0.99)",
            "--slice=",
            "--slice=carrier",
            "--slice=carrier,origin",
            "--slice=bucket(distance, 500, 1000) AS far, month",
            "--slice=top(dest, 3)",
            "--slice=time(time, quarter)",
            "--out=" + CLI,
            "--overwrite"));
    slicewise(
        List.of(
            "evaluate",
            "--config=examples/flights/year/evaluate.yaml",
            "--state-table=" + YEAR.resolve("states")));
    slicewise(
        List.of(
            "merge",
            "--state-table=" + YEAR.resolve("states"),
            "--from=2013-03-01",
            "--to=2013-06-01",
            "--out=" + YEAR.resolve("merged"),
            "--overwrite"));
    StateDoors.write(DOORS);
    compareAndDrift();
    tables = PythonOracles.write(WORK.resolve("tables"), 20260102, FAMILIES);
  }

  /** What Python must find as well, to the digit. */
  private static void compareAndDrift() throws IOException, InterruptedException {
    int drifted =
        Processes.slicewise(
                Map.of(),
                List.of(
                    "drift",
                    "--state-table=" + YEAR.resolve("states"),
                    "--model=boosting",
                    "--window=month",
                    "--baseline-from=2013-01-01",
                    "--baseline-to=2013-04-01",
                    "--slice=",
                    "--slice=origin",
                    "--columns=distance,carrier",
                    "--metrics=mae",
                    "--threshold=mae=10%",
                    "--threshold=psi=0.2",
                    "--out=" + YEAR.resolve("drift"),
                    "--overwrite"))
            .exitCode();
    assertThat(drifted).as("exit code of drift that was found").isEqualTo(3);
    slicewise(
        List.of(
            "compare",
            "--input=examples/flights/flights.parquet",
            "--where=month = 12",
            "--label=late",
            "--prediction=p_late",
            "--baseline=p_late_baseline",
            "--key=flight_id",
            "--metrics=log_loss, accuracy(threshold=0.5)",
            "--slice=carrier",
            "--margin=log_loss=0.001",
            "--out=" + YEAR.resolve("paired"),
            "--overwrite"));
    slicewise(
        List.of(
            "compare",
            "--states=" + YEAR.resolve("merged"),
            "--against=" + YEAR.resolve("states"),
            "--metrics=mae,r2_score",
            "--margin=mae=0.5",
            "--out=" + YEAR.resolve("unpaired"),
            "--overwrite"));
  }

  private static String slicewise(List<String> arguments) throws IOException, InterruptedException {
    Processes.Outcome outcome = Processes.slicewise(Map.of(), arguments);
    assertThat(outcome.exitCode()).as(outcome.err()).isZero();
    return outcome.out();
  }

  @Test
  void worksOnAClassicSession() throws IOException, InterruptedException {
    pytest(List.of(), PACKAGE);
  }

  @Test
  void worksOnConnect() throws IOException, InterruptedException {
    pytest(List.of("--connect"), PACKAGE);
  }

  @Test
  void aStreamThatIsKilledMakesTheTableOfTheCommandLine() throws IOException, InterruptedException {
    pytest(List.of(), List.of("test_late_labels.py"));
  }

  @ParameterizedTest
  @ValueSource(strings = {"flights", "flights-java", "flights-sql"})
  void theNotebookSaysTheSame(String notebook) throws IOException, InterruptedException {
    pytest(List.of(), List.of("test_notebooks.py::test_it_says_the_same[" + notebook + "]"));
  }

  @Test
  void theNotebookHasTheDigitsOfTheCommandLine() throws IOException, InterruptedException {
    pytest(List.of(), List.of("test_notebooks.py::test_its_digits_are_those_of_the_command_line"));
  }

  @Test
  void theSameSourcesAreTheSameWheel() throws IOException, InterruptedException {
    Map<String, String> python = Map.of("PYTHON", interpreter);
    String build = PYTHON.resolve("build.sh").toString();
    byte[] first = Files.readAllBytes(Path.of(PythonEnvironment.run(python, build).trim()));
    byte[] second = Files.readAllBytes(Path.of(PythonEnvironment.run(python, build).trim()));
    assertThat(Bytes.identity(second)).isEqualTo(Bytes.identity(first));
  }

  private static void pytest(List<String> options, List<String> files)
      throws IOException, InterruptedException {
    List<String> command = new ArrayList<>(List.of(interpreter, "-m", "pytest", "-q"));
    command.addAll(List.of("-p", "no:cacheprovider", "--rootdir=" + PYTHON));
    command.addAll(List.of("--cli=" + CLI, "--catalogue=" + CATALOGUE, "--tables=" + tables));
    command.addAll(List.of("--year=" + YEAR, "--doors=" + DOORS));
    command.addAll(options);
    files.forEach(file -> command.add(PYTHON.resolve("tests") + "/" + file));
    String said =
        PythonEnvironment.run(
            Map.of("SPARK_LOCAL_IP", "127.0.0.1", "PYTHONDONTWRITEBYTECODE", "1"),
            command.toArray(String[]::new));
    assertThat(said).contains(" passed").doesNotContain(" skipped");
  }
}
