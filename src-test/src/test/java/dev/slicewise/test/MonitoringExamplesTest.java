package dev.slicewise.test;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.dataformat.yaml.YAMLMapper;
import dev.slicewise.jobs.Main;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.PrintStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** The examples of scheduled runs and of a year of monitoring: read by parsers, and run. */
class MonitoringExamplesTest {
  private static final Path SCHEDULED = Spark.project().resolve("examples/scheduled");
  private static final String FLIGHTS =
      Spark.project().resolve("examples/flights/flights.parquet").toString();

  /** A gate that fails, drift that is found and too little data are results, too. */
  private static final List<Integer> RESULTS = List.of(0, 3, 4);

  private static final String DAY = "2013-07-01";
  private static final String NEXT_DAY = "2013-07-02";

  @TempDir static Path reports;

  @BeforeAll
  static void publishTheFirstDaysOfTheBaseline() throws IOException {
    // Spark reads its settings from the session that runs already.
    assertThat(Spark.session()).isNotNull();
    Spark.session()
        .read()
        .parquet(FLIGHTS)
        .where("date(time) = date'" + DAY + "'")
        .write()
        .parquet(reports.resolve("day.parquet").toString());
    run(
        List.of(
            "evaluate",
            "--config",
            SCHEDULED.resolve("nightly.yaml").toString(),
            "--input",
            FLIGHTS,
            "--where",
            "month = 1 AND day(time) <= 2",
            "--time-column",
            "time",
            "--window",
            "day",
            "--state-table",
            reports.resolve("states").toString()));
  }

  /** Runs a command that must have a result. */
  private static void run(List<String> arguments) {
    ByteArrayOutputStream said = new ByteArrayOutputStream();
    PrintStream terminal = new PrintStream(said, true, StandardCharsets.UTF_8);
    int exitCode = Main.run(arguments.toArray(String[]::new), terminal, terminal);
    assertThat(exitCode)
        .as(() -> String.join(" ", arguments) + "\n" + said.toString(StandardCharsets.UTF_8))
        .isIn(RESULTS);
  }

  /** The paths of an example are examples; here they are these. */
  private static List<String> here(List<String> arguments) {
    List<String> here = new ArrayList<>();
    for (String argument : arguments) {
      here.add(
          argument
              .replaceFirst(
                  "^(/opt/slicewise/examples/scheduled|/Volumes/main/tools/slicewise)",
                  SCHEDULED.toString())
              .replaceFirst(
                  "^(delta:)?(/data/reports|/Volumes/main/evaluation/flights)", reports.toString())
              .replaceFirst(
                  "^/data/flights/.*|^main\\.flights\\.predictions$",
                  reports.resolve("day.parquet").toString())
              .replaceAll("\\{\\{ data_interval_start[^}]*}}|\\{\\{job\\.parameters\\.day}}", DAY)
              .replaceAll("\\{\\{ data_interval_end[^}]*}}", NEXT_DAY));
    }
    return here;
  }

  private static List<String> texts(JsonNode list) {
    List<String> texts = new ArrayList<>();
    list.forEach(item -> texts.add(item.asText()));
    assertThat(texts).isNotEmpty();
    return texts;
  }

  @Test
  void airflowRunsThreeCommands() throws Exception {
    String said =
        PythonEnvironment.run(
            Map.of("PYTHONDONTWRITEBYTECODE", "1"),
            PythonEnvironment.python(),
            Spark.project().resolve("src-test/src/test/python/airflow_tasks.py").toString(),
            SCHEDULED.resolve("airflow_dag.py").toString());
    JsonNode tasks = new ObjectMapper().readTree(said);
    assertThat(tasks).hasSize(3);
    for (JsonNode task : tasks) {
      assertThat(task.path("java_class").asText()).isEqualTo(Main.class.getName());
      run(here(texts(task.path("arguments"))));
    }
    assertThat(reports.resolve(DAY + ".html")).content().contains("Slicewise");
  }

  @Test
  void kubernetesRunsTheCommand() throws Exception {
    JsonNode application =
        new YAMLMapper().readTree(SCHEDULED.resolve("scheduled-spark-application.yaml").toFile());
    assertThat(application.path("apiVersion").asText()).isEqualTo("sparkoperator.k8s.io/v1beta2");
    assertThat(application.path("kind").asText()).isEqualTo("ScheduledSparkApplication");
    assertThat(application.at("/spec/schedule").asText().split(" ")).hasSize(5);
    JsonNode template = application.at("/spec/template");
    assertThat(template.path("mainClass").asText()).isEqualTo(Main.class.getName());
    run(here(texts(template.path("arguments"))));
  }

  @Test
  void databricksRunsItsCommands() throws Exception {
    JsonNode job = new ObjectMapper().readTree(SCHEDULED.resolve("databricks-job.json").toFile());
    assertThat(job.at("/schedule/quartz_cron_expression").asText().split(" ")).hasSize(6);
    assertThat(job.path("tasks")).hasSize(2);
    for (JsonNode task : job.path("tasks")) {
      JsonNode jar = task.path("spark_jar_task");
      assertThat(jar.path("main_class_name").asText()).isEqualTo(Main.class.getName());
      List<String> arguments = new ArrayList<>(here(texts(jar.path("parameters"))));
      if (!arguments.contains("--overwrite")) {
        arguments.add("--overwrite");
      }
      run(arguments);
    }
  }

  @Test
  void cronRunsANightTwiceWithTheSameResult() throws Exception {
    String line =
        Files.readAllLines(SCHEDULED.resolve("crontab")).stream()
            .filter(text -> text.matches("\\d.*"))
            .findFirst()
            .orElseThrow();
    assertThat(line).matches("30 4 \\* \\* \\* day=.*/nightly\\.sh \"\\$day\" .*");
    List<String> night =
        List.of(
            SCHEDULED.resolve("nightly.sh").toString(),
            DAY,
            reports.resolve("day.parquet").toString(),
            reports.toString());
    List<String> metrics = new ArrayList<>();
    for (int time = 0; time < 2; time++) {
      Processes.Outcome outcome = Processes.run(Map.of(), night);
      assertThat(outcome.exitCode()).as(outcome.out() + outcome.err()).isIn(RESULTS);
      metrics.add(Files.readString(reports.resolve(DAY + "/metrics.json")));
      assertThat(reports.resolve(DAY + ".html")).content().contains("Flights of " + DAY);
    }
    assertThat(metrics.get(1)).isEqualTo(metrics.get(0));
  }

  @Test
  void theYearIsOneCommand(@TempDir Path folder) throws Exception {
    Processes.Outcome outcome =
        Processes.run(
            Map.of(),
            List.of(
                Spark.project().resolve("examples/flights/year.sh").toString(), folder.toString()),
            15);
    assertThat(outcome.exitCode()).as(outcome.out() + outcome.err()).isZero();
    assertThat(outcome.out())
        .contains("merge: a gate failed or something drifted")
        .contains("drift: a gate failed or something drifted");
    assertThat(folder.resolve("report.html"))
        .content()
        .contains("Arrival delays of 2013", "error of all flights", "2013-07");
  }
}
